/** Cases: a verb a file. */
import { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv, AppContext } from '../../env.ts';
import { validated } from '../../openapi.ts';
import { signedIn, supposedlySignedIn } from '../../session.ts';
import { aheadOfCase } from './ahead.ts';
import { clocksOfCase } from './clocks.ts';
import { documentsOfCase } from './document.ts';
import { identitiesOfCase } from './identities.ts';
import { latenessOfCase } from './lateness.ts';
import { ledgerOfCase } from './ledger.ts';
import { listCases } from './list.ts';
import { materialsOfCase } from './materials.ts';
import { openCaseRoute } from './open.ts';
import { previewOfCase } from './preview.ts';
import { submitToCase } from './submit.ts';
import { unconfirmedOfCase } from './unconfirmed.ts';
import { viewCase } from './view.ts';

const verbs = [
  openCaseRoute,
  listCases,
  viewCase,
  ledgerOfCase,
  clocksOfCase,
  documentsOfCase,
  latenessOfCase,
  aheadOfCase,
  materialsOfCase,
  identitiesOfCase,
  unconfirmedOfCase,
  submitToCase,
  previewOfCase,
];

const press = /\/cases\/[^/]+\/commands$/;

export function caseRoutes(context: AppContext): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({ defaultHook: validated });
  for (const path of ['/cases', '/cases/:caseNo/*'])
    app.use(path, async (c, next) => await (press.test(c.req.path) ? supposedlySignedIn : signedIn)(c, next));
  for (const verb of verbs) verb(app, context);
  return app;
}
