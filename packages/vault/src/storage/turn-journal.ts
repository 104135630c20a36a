import { deleteDB, type IDBPDatabase, openDB } from "idb";

/** A database of its own in the same origin, and so in the same LevelDB; it is there only while the journal is turned. */
const NAME = "cadre-care-journal";
/** LevelDB begins another journal after at most this many bytes, whatever the disk's size. */
const JOURNAL_BYTES = 4 * 1024 * 1024;
/** Larger values Chromium keeps in files beside the journal. */
const VALUE_BYTES = 60_000;
const VALUES_PER_TRANSACTION = 20;

/** Chromium compresses what repeats. */
const incompressible = (): Uint8Array => crypto.getRandomValues(new Uint8Array(VALUE_BYTES));

const fill = async (database: IDBPDatabase): Promise<void> => {
  for (let written = 0; written < JOURNAL_BYTES; written += VALUE_BYTES * VALUES_PER_TRANSACTION) {
    const transaction = database.transaction("filling", "readwrite", { durability: "relaxed" });
    for (let value = 0; value < VALUES_PER_TRANSACTION; value += 1)
      void transaction.store.put(incompressible(), value);
    await transaction.done;
  }
};

/**
 * Makes Chromium begin a new journal for this origin's databases; to be called once after each start of the browser,
 * before anything is written.
 *
 * A browser that dies while it writes leaves half a record at its journal's end. At the next start that is forgiven, but
 * Chromium then goes on writing *behind* the half record, and at the start after that one it finds a damaged record in the
 * middle, and deletes every database of the origin. A journal that was turned over is never read again.
 *
 * @throws DOMException when the browser cannot write, as with a full disk
 */
export const turnJournal = async (): Promise<void> => {
  const database = await openDB(NAME, 1, {
    upgrade: (opened) => {
      opened.createObjectStore("filling");
    },
  });
  try {
    await fill(database);
  } finally {
    database.close();
    await deleteDB(NAME);
  }
};
