/** The workflow types of a worker that has both versions. */
import { caseWorkflow } from '../../../workflows/shell/case.ts';
import { bothVersions } from './processes.ts';

const minimumLivingCase = caseWorkflow(bothVersions);

export { minimumLivingCase as 'minimum-living' };
