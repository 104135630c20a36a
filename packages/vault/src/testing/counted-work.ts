export interface WorkCounts {
  transactions: number;
  gets: number;
  getAlls: number;
  puts: number;
  opened: number;
  openedBytes: number;
  sealed: number;
  sealedBytes: number;
  /** Every identifier and name that the rules look at is normalised: this stands for the work of the rules. */
  normalised: number;
}

/** Counts what a piece of work asks of the store and of the cipher. */
export const counted = async (work: () => Promise<unknown>): Promise<WorkCounts> => {
  const counts: WorkCounts = {
    ...{ transactions: 0, gets: 0, getAlls: 0, puts: 0 },
    ...{ opened: 0, openedBytes: 0, sealed: 0, sealedBytes: 0, normalised: 0 },
  };
  const store = IDBObjectStore.prototype;
  const cipher = SubtleCrypto.prototype;
  const { get, getAll, put } = store;
  const { decrypt, encrypt } = cipher;
  const { transaction } = IDBDatabase.prototype;
  const { normalize } = String.prototype;
  String.prototype.normalize = function (form?: string) {
    counts.normalised += 1;
    return normalize.call(this, form);
  };
  store.get = function (...call) {
    counts.gets += 1;
    return get.apply(this, call);
  };
  store.getAll = function (...call) {
    counts.getAlls += 1;
    return getAll.apply(this, call);
  };
  store.put = function (...call) {
    counts.puts += 1;
    return put.apply(this, call);
  };
  IDBDatabase.prototype.transaction = function (...call) {
    counts.transactions += 1;
    return transaction.apply(this, call);
  };
  cipher.decrypt = function (...call) {
    counts.opened += 1;
    counts.openedBytes += call[2].byteLength;
    return decrypt.apply(this, call);
  };
  cipher.encrypt = function (...call) {
    counts.sealed += 1;
    counts.sealedBytes += call[2].byteLength;
    return encrypt.apply(this, call);
  };
  try {
    await work();
  } finally {
    Object.assign(store, { get, getAll, put });
    Object.assign(cipher, { decrypt, encrypt });
    IDBDatabase.prototype.transaction = transaction;
    String.prototype.normalize = normalize;
  }
  return counts;
};
