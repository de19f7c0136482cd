/** Builds the workflow bundle ahead of time, for an image. */
import { command } from '../contract/cli.ts';
import { buildBundle } from './bundle.ts';

await command(async () => {
  const path = process.env['YIMEN_WORKFLOW_BUNDLE'] ?? '.local/workflow-bundle.js';
  process.stdout.write(`${path}: ${await buildBundle(path)} bytes\n`);
});
