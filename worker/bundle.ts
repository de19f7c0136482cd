/** The workflow bundle: built once, used by every worker and by replay. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const ownWorkflows = fileURLToPath(new URL('../workflows/index.ts', import.meta.url));

/** Bundles the workflows into a file and answers its size in bytes. */
export async function buildBundle(path: string, workflowsPath = ownWorkflows): Promise<number> {
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    logger: new DefaultLogger('WARN'),
    // Stack traces keep their lines; the sources themselves stay out of every worker's memory.
    webpackConfigHook: (config) => ({ ...config, devtool: 'inline-nosources-source-map' }),
  });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, code);
  return Buffer.byteLength(code);
}
