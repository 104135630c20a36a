const BLOCK = 32_768;
const HEADER = 7;

/**
 * The records of a LevelDB log without the headers that cut them into blocks of 32 KiB, joined; so that a text which
 * lies across a border is found.
 */
export const joinLevelLog = (bytes: Buffer): Buffer => {
  const parts: Buffer[] = [];
  for (let block = 0; block < bytes.length; block += BLOCK) {
    const end = Math.min(block + BLOCK, bytes.length);
    for (let at = block; at + HEADER <= end; ) {
      const length = bytes.readUInt16LE(at + 4);
      const type = bytes.readUInt8(at + 6);
      if (type === 0 || type > 4 || at + HEADER + length > end) break;
      parts.push(bytes.subarray(at + HEADER, at + HEADER + length));
      at += HEADER + length;
    }
  }
  return Buffer.concat(parts);
};
