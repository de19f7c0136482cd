/** What Temporal loads on a worker that has both versions. */
import { caseWorkflow } from '../../../workflows/shell/case.ts';
import { bothVersions } from './processes.ts';

export default caseWorkflow(() => bothVersions);
