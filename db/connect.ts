/** One pool of PostgreSQL connections per process. */
import postgres from 'postgres';

export type Sql = postgres.Sql;
/** A pool or one transaction of it. */
export type Query = postgres.Sql | postgres.TransactionSql;

/** One transaction: what is asked of it at once goes to it together, and is done in the order it was asked. */
export type Transaction = postgres.TransactionSql;

/** One transaction, or a part of one under way that may fail by itself. */
export const atomically = async <T>(sql: Query, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  (await ('savepoint' in sql ? sql.savepoint(work) : sql.begin(work))) as T;

/** A part of a query. */
export type Fragment = postgres.Fragment;

/** `url` as PostgreSQL's own programs take it: `?host=` with a folder connects through the socket in it. */
export function connect(url: string, name: string, max = 12): Sql {
  const at = new URL(url);
  const folder = at.searchParams.get('host');
  at.searchParams.delete('host');
  return postgres(at.href, {
    ...(folder ? { path: `${folder}/.s.PGSQL.${at.port || 5432}` } : {}),
    max,
    connection: { application_name: name },
    types: { bigint: { to: 20, from: [20], parse: Number, serialize: String } },
    onnotice: () => {},
  });
}
