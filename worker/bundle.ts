/** The workflow bundle: built once, used by every worker and by replay. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BundleOptions, bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

type Webpack = Parameters<NonNullable<BundleOptions['webpackConfigHook']>>[0];
type Rule = NonNullable<NonNullable<Webpack['module']>['rules']>[number];

const ownWorkflows = fileURLToPath(new URL('../workflows/shell/workflows.ts', import.meta.url));

/** The SDK's own compiler, without rewriting for engines of 2017: a case's private fields stay fields. */
function compileAsWritten(rule: Rule): Rule {
  if (!rule || typeof rule !== 'object') return rule;
  const { use } = rule;
  if (!use || typeof use !== 'object' || !('options' in use) || typeof use.options !== 'object') return rule;
  const { jsc, ...options } = use.options;
  return jsc
    ? { ...rule, use: { ...use, options: { ...options, jsc: { ...jsc, target: 'es2022' } } } }
    : rule;
}

/** Bundles the workflows into a file and answers its size in bytes. */
export async function buildBundle(path: string, workflowsPath = ownWorkflows): Promise<number> {
  const { code } = await bundleWorkflowCode({
    workflowsPath,
    logger: new DefaultLogger('WARN'),
    // Loaded once per worker instead of once per cached case: engine, rules and processes keep no state of a case.
    preloadModules: [workflowsPath],
    webpackConfigHook: (config) => ({
      ...config,
      // Stack traces keep their lines; the sources themselves stay out of every worker's memory.
      devtool: 'inline-nosources-source-map',
      module: { ...config.module, rules: (config.module?.rules ?? []).map(compileAsWritten) },
    }),
  });
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, code);
  return Buffer.byteLength(code);
}
