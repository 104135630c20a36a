import { describe, expect, it } from "vitest";
import { type Catalogue, englishComing } from "./catalogue.ts";

const modules = import.meta.glob<Record<string, Catalogue<unknown>>>("../**/*.messages.ts", { eager: true });
expect(await englishComing()).toBe(true);

/** Every text of a catalogue with its path; messages with parameters are called with signs in their place. */
const texts = (node: unknown, path: string): readonly (readonly [string, string])[] => {
  if (typeof node === "string") return [[path, node]];
  if (typeof node === "function") return [[path, String(node(2, "⟨2⟩", "⟨3⟩"))]];
  if (node === null || typeof node !== "object") throw new Error(`no text at ${path}`);
  return Object.entries(node).flatMap(([key, value]) => texts(value, `${path}.${key}`));
};

const all = Object.entries(modules).flatMap(([file, exported]) =>
  Object.values(exported).map((messages) => ({ file, messages })),
);

describe("catalogues", () => {
  it("are there", () => expect(all.length).toBeGreaterThan(8));

  for (const { file, messages } of all) {
    const vi = texts(messages.vi, "");
    const en = texts(messages.en, "");

    it(`${file}: both languages say the same things`, () => {
      expect(en.map(([path]) => path)).toEqual(vi.map(([path]) => path));
      for (const [path, text] of [...vi, ...en]) expect(text.trim(), path).not.toBe("");
    });

    it(`${file}: no word that the law or a province forbids`, () => {
      for (const [path, text] of [...vi, ...en]) {
        expect(text, path).not.toMatch(/trước cấp cứu|before emergenc|ahead of emergenc/i);
        expect(text, path).not.toMatch(/Ban Bảo vệ|Tỉnh ủy|Thành ủy|Sở Y tế|quy trình [A-Z]\b|\bMẬT\b/);
        expect(text, path).not.toMatch(/\b(KSK|BN|BV|CLS|XN)\b/);
      }
    });

    it(`${file}: composed Vietnamese`, () => {
      for (const [path, text] of vi) expect(text, path).toBe(text.normalize("NFC"));
    });
  }
});
