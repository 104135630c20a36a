import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { UsageError } from "../../../../../scripts/command-line/usage-error.ts";
import { readContractOptions } from "./contract-options.ts";

describe("the command line", () => {
  let folder = "";
  const file = (name: string, content: string): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "contract-options-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const board = ["--board", "https://board.example/"];

  it("needs a board alone", () => {
    expect(readContractOptions(board)).toMatchObject({
      board: "https://board.example",
      deskToken: undefined,
      signIn: [],
      redirectUri: "http://127.0.0.1:8788/signed-in",
      burst: 0,
    });
  });

  it("takes tokens from files, accounts to sign in with, people, origins and keys", () => {
    const options = readContractOptions([
      ...[...board, "--token", file("desk", "abc.def\n"), "--office-token", file("office", "ghi")],
      ...["--sign-in", "desk", "--sign-in", "office", "--port", "8790", "--person", "p1", "--burst", "7"],
      ...["--origin", "https://portal.example", "--origin", `chrome-extension://${"a".repeat(32)}`],
    ]);
    expect(options).toMatchObject({
      deskToken: "abc.def",
      officeToken: "ghi",
      signIn: ["desk", "office"],
      redirectUri: "http://127.0.0.1:8790/signed-in",
      persons: ["p1"],
      burst: 7,
    });
    expect(options.origins).toHaveLength(2);
  });

  it.each([
    ["no board", []],
    ["plain http", ["--board", "http://board.example"]],
    ["a password in the address", ["--board", "https://a:b@board.example"]],
    ["an unknown account", [...board, "--sign-in", "nurse"]],
    ["an unknown option", [...board, "--tokn", "x"]],
    ["a token in the command line", [...board, "eyJhbGciOi"]],
    ["a file that is not there", [...board, "--token", "/no/such/file"]],
    ["an origin with a path", [...board, "--origin", "https://portal.example/app"]],
    ["a burst that is no number", [...board, "--burst", "many"]],
  ])("refuses %s, in both languages", (_, argv) => {
    let said = "";
    try {
      readContractOptions(argv);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      said = error.message;
    }
    expect(said.split("\n")).toHaveLength(2);
    expect(said).not.toContain("eyJ");
  });

  it("refuses a file that holds more than a token, and keys that are none, without showing them", () => {
    for (const argv of [
      ["--token", file("two", "abc def")],
      ["--board-keys", file("keys", '{"keys":[{"kty":"EC","d":"secret"}]}')],
    ])
      expect(() => readContractOptions([...board, ...argv])).toThrow(/^(?!.*(abc|secret))/s);
  });
});
