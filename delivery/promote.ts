/** `npm run promote -- <buildId>`: new cases start on this build's workers; those under way stay where they are. */
import { command, environment } from '../contract/cli.ts';
import { readSettings } from '../contract/settings.ts';
import { promote } from './deployment.ts';
import { temporalClient } from './temporal.ts';

await command(async () => {
  const settings = readSettings(environment());
  const [buildId] = process.argv.slice(2);
  const { YIMEN_DEPLOYMENT: name } = settings;
  if (!buildId || !name) throw new Error('用法：YIMEN_DEPLOYMENT=<名称> npm run promote -- <构建号>');
  const client = await temporalClient({
    address: settings.TEMPORAL_ADDRESS,
    namespace: settings.TEMPORAL_NAMESPACE,
    keys: settings.YIMEN_PAYLOAD_KEYS,
  });
  try {
    await promote({ client, taskQueue: settings.YIMEN_TASK_QUEUE }, name, buildId);
    process.stdout.write(`新办件今后由 ${name} ${buildId} 办理；在办件不受影响。\n`);
  } finally {
    await client.connection.close();
  }
});
