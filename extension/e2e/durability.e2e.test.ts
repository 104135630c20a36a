import { describe, expect, it } from "vitest";
import { runDurabilityDrill } from "./faults/durability-drill.ts";
import { readSyncs } from "./faults/system-calls.ts";
import { browsersUnderTest } from "./support/browsers.ts";

describe("what strace writes", () => {
  it("is read, also where another thread's call came between begin and end of one", () => {
    const text = [
      "10    100.000100 fdatasync(7</p/IndexedDB/x.leveldb/000003.log> <unfinished ...>",
      "11    100.000200 fsync(8</p/other>) = 0 <0.000500>",
      "10    100.002100 <... fdatasync resumed>) = 0 <0.002000>",
      "12    100.003000 fdatasync(9</p/failed>) = -1 EIO (Input/output error) <0.000100>",
      "13    100.004000 +++ exited with 0 +++",
    ].join("\n");
    expect(
      readSyncs(text).map(({ path, from, to }) => [path, Math.round(from * 10), Math.round(to * 10)]),
    ).toEqual([
      ["/p/other", 1_000_002, 1_000_007],
      ["/p/IndexedDB/x.leveldb/000003.log", 1_000_001, 1_000_021],
    ]);
  });
});

describe.each(browsersUnderTest().filter((kind) => kind === "chromium"))("%s", () => {
  it("has what is called saved on the disk, seen at the system call; relaxed durability has not", async () => {
    const { saved, strict, relaxed, of } = await runDurabilityDrill();
    expect({ saved, strict, relaxed }).toEqual({ saved: of, strict: of, relaxed: 0 });
  });
});
