/** What asks, on the same machine, should cost little beside what answers: `fetch` costs a third of what the API does. */
import { Agent, request } from 'node:http';
import type { Fetch } from '../client/client.ts';

/** For the plain requests of the bench: text there and back, over connections that are kept. */
export function leanFetch(address: string): Fetch {
  const agent = new Agent({ keepAlive: true });
  return async (path, { method = 'GET', headers, body }) =>
    await new Promise((resolve, reject) => {
      const asked = request(
        address + path,
        { agent, method, headers: headers as Record<string, string> },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.once('error', reject);
          answer.once('end', () => {
            const { statusCode: status = 0, headers: said } = answer;
            const type = said['content-type'] ?? '';
            const text = parts.length > 0 ? Buffer.concat(parts) : null;
            resolve(new Response(text, { status, headers: { 'content-type': type } }));
          });
        },
      );
      asked.once('error', reject);
      asked.end(body as string | undefined);
    });
}
