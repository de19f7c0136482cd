/** The workflow types: one per matter, named by its code. */
import { processes } from './processes.ts';
import { caseWorkflow } from './shell/case.ts';

const minimumLivingCase = caseWorkflow(processes['minimum-living'] ?? []);

export { minimumLivingCase as 'minimum-living' };
