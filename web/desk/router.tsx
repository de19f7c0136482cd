/** The addresses of the desks; each screen is fetched when somebody goes there. */
import { createBrowserRouter, Navigate } from 'react-router';
import { Broken } from './broken.tsx';
import { Shell } from './shell.tsx';

export const router = createBrowserRouter([
  {
    path: '/',
    element: <Shell />,
    errorElement: <Broken />,
    children: [
      { index: true, element: <Navigate to="/inbox" replace /> },
      { path: 'inbox', lazy: async () => ({ Component: (await import('./inbox/inbox.tsx')).Inbox }) },
      {
        path: 'cases/:caseNo',
        lazy: async () => ({ Component: (await import('./case/case-page.tsx')).CasePage }),
      },
      { path: 'window', lazy: async () => ({ Component: (await import('./window/window.tsx')).Window }) },
      {
        path: 'window/:code',
        lazy: async () => ({ Component: (await import('./window/opening.tsx')).Opening }),
      },
      {
        path: 'supervision',
        lazy: async () => ({ Component: (await import('./supervision/supervision.tsx')).Supervision }),
      },
      {
        path: 'assessment',
        lazy: async () => ({ Component: (await import('./supervision/assessment.tsx')).Assessment }),
      },
      {
        path: 'assessed',
        lazy: async () => ({ Component: (await import('./supervision/assessed.tsx')).Assessed }),
      },
      { path: 'acts', lazy: async () => ({ Component: (await import('./supervision/acts.tsx')).Acts }) },
      {
        path: 'decided',
        lazy: async () => ({ Component: (await import('./supervision/decided.tsx')).Decided }),
      },
      { path: 'board', lazy: async () => ({ Component: (await import('./supervision/board.tsx')).Board }) },
      {
        path: 'management',
        lazy: async () => ({ Component: (await import('./management/management.tsx')).Management }),
      },
      { path: '*', element: <Navigate to="/inbox" replace /> },
    ],
  },
]);
