/** One way in which a text may lie on disk. */
export interface Needle {
  readonly text: string;
  readonly encoding: string;
  readonly bytes: Buffer;
}

/** Shorter byte strings turn up by chance. */
const SHORTEST = 6;

/** Firefox's key encoding for IndexedDB: every code unit moved by one, two bytes from U+007F on. */
const firefoxKey = (text: string): Buffer => {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit <= 0x7e) bytes.push(unit + 1);
    else if (unit <= 0x3fff + 0x7f) {
      const moved = unit - 0x7f + 0x8000;
      bytes.push(moved >> 8, moved & 0xff);
    } else bytes.push(0xc0 | (unit >> 10), (unit >> 2) & 0xff, (unit & 3) << 6);
  }
  return Buffer.from(bytes);
};

const bigEndian = (text: string): Buffer => Buffer.from(text, "utf16le").swap16();

const latin1 = (text: string): Buffer | undefined =>
  [...text].every((character) => (character.codePointAt(0) ?? 256) < 256)
    ? Buffer.from(text, "latin1")
    : undefined;

const escaped = (text: string): string =>
  text.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** The characters of base64 that depend on these bytes alone, for each of the three alignments. */
const base64 = (bytes: Buffer): Buffer[] =>
  [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    const from = Math.ceil((shift * 4) / 3);
    const to = Math.floor(((shift + bytes.length) * 4) / 3);
    return Buffer.from(text.slice(from, to), "latin1");
  });

/** Every byte string under which a text could be readable: composed or not, in each encoding that browsers store. */
export const needlesFor = (texts: Iterable<string>): Needle[] => {
  const needles = new Map<string, Needle>();
  const add = (text: string, encoding: string, bytes: Buffer | undefined) => {
    if (bytes === undefined || bytes.length < SHORTEST) return;
    const key = bytes.toString("latin1");
    if (!needles.has(key)) needles.set(key, { text, encoding, bytes });
  };
  for (const text of texts)
    for (const form of ["NFC", "NFD"] as const) {
      const written = text.normalize(form);
      add(text, `utf-8 ${form}`, Buffer.from(written, "utf8"));
      add(text, `utf-16le ${form}`, Buffer.from(written, "utf16le"));
      add(text, `utf-16be ${form}`, bigEndian(written));
      add(text, `latin-1 ${form}`, latin1(written));
      add(text, `firefox key ${form}`, firefoxKey(written));
      add(text, `json escapes ${form}`, Buffer.from(escaped(written), "latin1"));
      add(text, `percent ${form}`, Buffer.from(encodeURIComponent(written), "latin1"));
      for (const bytes of base64(Buffer.from(written, "utf8"))) add(text, `base64 ${form}`, bytes);
    }
  return [...needles.values()];
};
