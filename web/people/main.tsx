/** What anybody opens, most of them on a phone: their own case, and what is on the notice board. */
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { newQueryClient } from '../shared/query-client.ts';
import { Apply } from './apply.tsx';
import { MyCase } from './my-case.tsx';
import { NoticeBoard } from './notice-board.tsx';
import { Register } from './register.tsx';
import './people.css';

const queries = newQueryClient();

/** Each stands alone: nobody goes from one to another without asking for it. */
function Screen() {
  const { pathname } = window.location;
  if (pathname.startsWith('/apply')) return <Apply />;
  if (pathname.startsWith('/notices')) return <NoticeBoard />;
  if (pathname.startsWith('/registers')) return <Register />;
  return <MyCase />;
}

const page = document.getElementById('page');
if (!page) throw new Error('people.html has a #page');
createRoot(page).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Screen />
    </QueryClientProvider>
  </StrictMode>,
);
