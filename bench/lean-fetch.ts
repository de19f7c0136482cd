/** What asks, on the same machine, should cost little beside what answers: `fetch` costs a third of what the API does. */
import { Agent, request } from 'node:http';
import type { TextFetch } from '../client/client.ts';

/** For the plain requests of the bench: text there and back, over connections that are kept. */
export function leanFetch(address: string): TextFetch {
  const agent = new Agent({ keepAlive: true });
  const { hostname, port } = new URL(address);
  return async (path, { method = 'GET', headers, body }) =>
    await new Promise((resolve, reject) => {
      const asked = request(
        { agent, hostname, port, path, method, headers: headers as Record<string, string> },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.once('error', reject);
          answer.once('end', () => {
            const { statusCode: status = 0, headers: said } = answer;
            const text = Buffer.concat(parts).toString();
            resolve({
              status,
              headers: new Headers({ 'content-type': said['content-type'] ?? '' }),
              text: async () => text,
              json: async () => JSON.parse(text),
            });
          });
        },
      );
      asked.once('error', reject);
      asked.end(body as string | undefined);
    });
}
