/** What Temporal loads: every matter is the same durable case, its workflow type the matter's code. */
import { versionsOf } from '../index.ts';
import { caseWorkflow } from './case.ts';

export default caseWorkflow(versionsOf);
