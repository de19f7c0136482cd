/** Passwords and session tokens: what is kept is never what is sent, and a guess costs the same for a name nobody has. */
import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { bulkhead } from 'cockatiel';

export const sessionHours = 12;

export const newToken = (): string => randomBytes(32).toString('base64url');
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url');

// An argon2id hash of a random text, so that an unknown name costs the same time.
const nobody =
  '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$Ck3Qm2wYxXq0nVb0m1Q7x3mJv1eYz1kq3bq8wJ7h2nI';

// Hashing runs on threads that files and names are looked up on too: it never has more than half of them.
const hashing = bulkhead(2, 60);

export const passwordHashOf = async (password: string): Promise<string> =>
  await hashing.execute(async () => await hash(password));

/** Undefined as a hash: a name nobody has. Throws `BulkheadRejectedError` when too many are waiting already. */
export const isPassword = async (passwordHash: string | undefined, password: string): Promise<boolean> =>
  await hashing.execute(async () => await verify(passwordHash ?? nobody, password).catch(() => false));
