import initSqlJs, { type SqlJsStatic } from "sql.js";

const MAGIC = Buffer.from("SQLite format 3\0", "latin1");
const WAL_HEADER = 32;
const FRAME_HEADER = 24;

export const isSqlite = (bytes: Buffer): boolean => bytes.subarray(0, 16).equals(MAGIC);

/**
 * The database as it stands with its write-ahead log, which a killed browser leaves behind.
 * Frames of earlier rounds have another salt and are passed over, as SQLite does.
 */
export const withWriteAheadLog = (database: Buffer, log: Buffer | undefined): Buffer => {
  if (log === undefined || log.length < WAL_HEADER + FRAME_HEADER) return database;
  const pageSize = log.readUInt32BE(8);
  const salt = log.subarray(16, 24);
  const pages = new Map<number, Buffer>();
  const waiting = new Map<number, Buffer>();
  let size = database.length;
  for (let at = WAL_HEADER; at + FRAME_HEADER + pageSize <= log.length; at += FRAME_HEADER + pageSize) {
    if (!log.subarray(at + 8, at + 16).equals(salt)) break;
    waiting.set(log.readUInt32BE(at), log.subarray(at + FRAME_HEADER, at + FRAME_HEADER + pageSize));
    const committed = log.readUInt32BE(at + 4);
    if (committed === 0) continue;
    size = committed * pageSize;
    for (const [page, content] of waiting) pages.set(page, content);
    waiting.clear();
  }
  const whole = Buffer.alloc(Math.max(size, database.length));
  database.copy(whole);
  for (const [page, content] of pages) content.copy(whole, (page - 1) * pageSize);
  // Read and write version 1: no log is expected beside the copy.
  whole.writeUInt8(1, 18);
  whole.writeUInt8(1, 19);
  return whole;
};

let library: Promise<SqlJsStatic> | undefined;

/** Every value of every table, overflow pages joined. Nothing when SQLite cannot read it. */
export const sqliteValues = async (database: Buffer): Promise<Buffer[]> => {
  library ??= initSqlJs();
  const { Database } = await library;
  const values: Buffer[] = [];
  let opened: InstanceType<typeof Database> | undefined;
  try {
    opened = new Database(database);
    const tables = opened.exec("SELECT name FROM sqlite_master WHERE type = 'table'")[0]?.values ?? [];
    for (const [name] of tables) {
      try {
        const statement = opened.prepare(`SELECT * FROM "${String(name).replaceAll('"', '""')}"`);
        while (statement.step())
          for (const value of statement.get()) {
            if (typeof value === "string") values.push(Buffer.from(value, "utf8"));
            else if (value instanceof Uint8Array) values.push(Buffer.from(value));
          }
        statement.free();
      } catch {
        // A virtual table whose module is not here; its shadow tables are read like others.
      }
    }
  } catch {
    return values;
  } finally {
    opened?.close();
  }
  return values;
};
