/** An identity provider of its own, as a county has one: whoever gives a name there is that name. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export type IdentityProvider = {
  readonly issuer: string;
  /** Knows the application from here on; nobody can sign in at it before. */
  readonly serve: (redirectUri: string) => void;
  readonly close: () => Promise<void>;
};

export const client = { id: 'yimen', secret: 'a-secret-of-the-test-provider' };

export async function identityProvider(): Promise<IdentityProvider> {
  let answer: ReturnType<Provider['callback']> | undefined;
  const server = createServer((request, response) => {
    if (answer) void answer(request, response);
    else response.writeHead(503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    serve(redirectUri) {
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: client.id,
            client_secret: client.secret,
            redirect_uris: [redirectUri],
            response_types: ['code'],
            grant_types: ['authorization_code'],
            token_endpoint_auth_method: 'client_secret_post',
          },
        ],
        pkce: { required: () => true },
        claims: { openid: ['sub'], profile: ['preferred_username'] },
        findAccount: (_context, sub) => ({
          accountId: sub,
          claims: () => ({ sub, preferred_username: sub }),
        }),
        features: { devInteractions: { enabled: true } },
        cookies: { keys: ['a-key-of-the-test-provider'] },
      });
      answer = provider.callback();
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
