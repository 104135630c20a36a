/** SQL in PostgreSQL's dialect with $1 parameters. Values are bound, never concatenated. */
export interface Queryable {
  query<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/** One database, PGlite in a folder or PostgreSQL. */
export interface Database extends Queryable {
  readonly kind: "pglite" | "postgresql";
  /** READ COMMITTED; rolled back when `run` throws. Not retried: see `withRetry`. */
  transaction<Value>(run: (transaction: Queryable) => Promise<Value>): Promise<Value>;
  close(): Promise<void>;
}
