/** One pool of PostgreSQL connections per process. */
import postgres from 'postgres';

export type Sql = postgres.Sql;
/** A pool or one transaction of it. */
export type Query = postgres.Sql | postgres.TransactionSql;

/** A part of a query. */
export type Fragment = postgres.Fragment;

export function connect(url: string, name: string, max = 12): Sql {
  return postgres(url, {
    max,
    connection: { application_name: name },
    types: { bigint: { to: 20, from: [20], parse: Number, serialize: String } },
    onnotice: () => {},
  });
}
