/** What Temporal loads: every matter is the same durable case, its workflow type the matter's code; and the schedule's. */
import { versionsOf } from '../index.ts';
import { caseWorkflow } from './case.ts';

export { oneTimeCode } from './one-time-code.ts';
export { freezePeriods } from './periods.ts';

export default caseWorkflow(versionsOf);
