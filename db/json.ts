/** What is stored as `jsonb`. */
import type { JSONValue, Parameter } from 'postgres';
import type { Sql } from './connect.ts';

/** Every shape of the contract is plain JSON, which postgres.js cannot see in a union of closed shapes. */
export const jsonb = (sql: Pick<Sql, 'json'>, value: object): Parameter => sql.json(value as JSONValue);
