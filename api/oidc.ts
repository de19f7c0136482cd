/** 统一身份: authorization code with PKCE at the county's identity provider; who somebody is there, by one claim, is who they are here. */
import * as oidc from 'openid-client';
import type { Settings } from '../contract/settings.ts';

/** What must come back with the answer: kept by the browser until then, signed. */
export type Pending = { readonly verifier: string; readonly state: string; readonly nonce: string };

export type Oidc = {
  /** Where to send somebody, and what to keep until they are back. Throws where the provider does not answer. */
  readonly begin: (redirectUri: string) => Promise<{ readonly url: URL; readonly pending: Pending }>;
  /** Their user name here; throws for an answer that is not to this question. */
  readonly finish: (answered: URL, pending: Pending) => Promise<string | undefined>;
};

/** How long somebody who signs in waits for it to answer. */
const patienceSeconds = 5;
const scope = 'openid profile';

/** Undefined where the county has no identity provider. */
export function oidcOf({
  YIMEN_OIDC_ISSUER: issuer,
  YIMEN_OIDC_CLIENT_ID: id,
  YIMEN_OIDC_CLIENT_SECRET: secret,
  YIMEN_OIDC_CLAIM: claim,
  YIMEN_PROFILE: profile,
}: Settings): Oidc | undefined {
  if (issuer === undefined || id === undefined) return undefined;
  let found: Promise<oidc.Configuration> | undefined;
  const configuration = async (): Promise<oidc.Configuration> => {
    found ??= oidc.discovery(new URL(issuer), id, secret, undefined, {
      timeout: patienceSeconds,
      execute: profile === 'production' ? [] : [oidc.allowInsecureRequests],
    });
    try {
      return await found;
    } catch (error) {
      found = undefined;
      throw error;
    }
  };
  return {
    async begin(redirectUri) {
      const config = await configuration();
      const pending = {
        verifier: oidc.randomPKCECodeVerifier(),
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
      };
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope,
        code_challenge: await oidc.calculatePKCECodeChallenge(pending.verifier),
        code_challenge_method: 'S256',
        state: pending.state,
        nonce: pending.nonce,
      });
      return { url, pending };
    },
    async finish(answered, { verifier, state, nonce }) {
      const config = await configuration();
      const tokens = await oidc.authorizationCodeGrant(config, answered, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) return undefined;
      const told =
        claims[claim] ?? (await oidc.fetchUserInfo(config, tokens.access_token, claims.sub))[claim];
      return typeof told === 'string' ? told : undefined;
    },
  };
}
