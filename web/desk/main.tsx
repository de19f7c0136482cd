/** The desks: one page, drawn from what the API says. */
import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { newQueryClient } from '../shared/query-client.ts';
import { router } from './router.tsx';
import './desk.css';

const queries = newQueryClient();

const fontFamily = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
const theme = {
  token: {
    motion: false,
    colorPrimary: '#1d5fa8',
    colorLink: '#1d5fa8',
    colorLinkHover: '#174a84',
    colorTextPlaceholder: '#667280',
    colorTextDescription: '#4a5563',
    colorError: '#b3261e',
    colorErrorText: '#b3261e',
    colorSuccess: '#2b7a3d',
    colorSuccessBg: '#eef6f0',
    colorSuccessBorder: '#9cc4a6',
    borderRadius: 4,
    fontSize: 14,
    fontFamily,
  },
  components: { Layout: { headerBg: '#1d5fa8', headerHeight: 48, bodyBg: '#f4f6f8' } },
} as const;

const page = document.getElementById('page');
if (!page) throw new Error('index.html has a #page');
createRoot(page).render(
  <StrictMode>
    <ConfigProvider
      locale={zhCN}
      theme={theme}
      componentSize="middle"
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      <App message={{ duration: 5 }}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  </StrictMode>,
);
