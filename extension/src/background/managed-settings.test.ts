import { describe, expect, it } from "vitest";
import { type ManagedBuild, machineSettings } from "./managed-settings.ts";

const BUILD: ManagedBuild = {
  board: "https://board.example/api",
  site: "bv-tinh",
  profiles: ["his-a", "his-b"],
  required: false,
};
const FREE = { limits: {}, siteProfilesOff: [] };

const text = (settings: unknown) => ({ settings: JSON.stringify(settings) });
const read = (stored: unknown, build = BUILD) => machineSettings(stored, build);

describe("managed settings", () => {
  it.each([
    ["none in Firefox", undefined],
    ["none in Chromium", {}],
  ])("are not there: %s", (_where, stored) => {
    expect(read(stored)).toEqual(FREE);
  });

  it("confirm what was packed, however the address ends", () => {
    for (const boardAddress of ["https://board.example/api", "https://BOARD.example/api/"])
      expect(read(text({ boardAddress, site: "bv-tinh" }))).toEqual(FREE);
  });

  it("hand on limits and what is switched off", () => {
    expect(
      read(
        text({
          idleLockMinutes: 5,
          minimumSecretLength: 12,
          secretKind: "passphrase",
          siteProfilesOff: ["his-b"],
        }),
      ),
    ).toEqual({
      limits: { idleLockMinutes: 5, minimumSecretLength: 12, secretKind: "passphrase" },
      siteProfilesOff: ["his-b"],
    });
    expect(read(text({ siteProfilesOff: "all" })).siteProfilesOff).toBe("all");
    expect(read(text({}))).toEqual(FREE);
  });

  it.each<[string, unknown, string, string]>([
    ["no text", { settings: { idleLockMinutes: 5 } }, "managed-malformed", "settings"],
    ["an empty text", { settings: "" }, "managed-malformed", "settings"],
    ["no JSON", { settings: "{idleLockMinutes: 5}" }, "managed-malformed", "settings"],
    ["a list", text([]), "managed-malformed", "settings"],
    ["null", text(null), "managed-malformed", "settings"],
    ["no object at all", "settings", "managed-malformed", "settings"],
    ["a list at the top", ["settings"], "managed-malformed", "settings"],
    ["another key beside it", { ...text({}), idleLockMinutes: 5 }, "managed-unknown-key", "idleLockMinutes"],
    ["a key that is spelt otherwise", { setings: "{}" }, "managed-unknown-key", "setings"],
    ["an unknown key", text({ idleLockMinute: 5 }), "managed-unknown-key", "settings.idleLockMinute"],
    ["minutes as text", text({ idleLockMinutes: "5" }), "managed-malformed", "settings.idleLockMinutes"],
    ["no minutes", text({ idleLockMinutes: 0 }), "managed-malformed", "settings.idleLockMinutes"],
    ["a part of a minute", text({ idleLockMinutes: 1.5 }), "managed-malformed", "settings.idleLockMinutes"],
    ["null for minutes", text({ idleLockMinutes: null }), "managed-malformed", "settings.idleLockMinutes"],
    [
      "a code too short",
      text({ minimumSecretLength: 4 }),
      "managed-malformed",
      "settings.minimumSecretLength",
    ],
    ["another kind", text({ secretKind: "strong" }), "managed-malformed", "settings.secretKind"],
    [
      "an address that is none",
      text({ boardAddress: "board" }),
      "managed-malformed",
      "settings.boardAddress",
    ],
    [
      "an address of a script",
      text({ boardAddress: "javascript:alert(1)" }),
      "managed-malformed",
      "settings.boardAddress",
    ],
    ["nothing to switch off", text({ siteProfilesOff: [] }), "managed-malformed", "settings.siteProfilesOff"],
    ["one id as text", text({ siteProfilesOff: "his-a" }), "managed-malformed", "settings.siteProfilesOff"],
    [
      "a profile that is not here",
      text({ siteProfilesOff: ["his-a", "his-c"] }),
      "managed-unknown-profile",
      "his-c",
    ],
    [
      "another board",
      text({ boardAddress: "https://other.example/api" }),
      "managed-other-board",
      "other.example",
    ],
    ["another path", text({ boardAddress: "https://board.example" }), "managed-other-board", "board.example"],
    ["another site", text({ site: "bv-khu-vuc" }), "managed-other-site", "bv-khu-vuc"],
  ])("keep the machine shut for %s, and say what IT must do", (_what, stored, problem, place) => {
    const { limits, siteProfilesOff } = read(stored);
    expect(siteProfilesOff).toBe("all");
    expect(limits.shut?.code).toBe(problem);
    for (const said of Object.values(limits.shut?.message ?? {})) expect(said).toContain(place);
    expect(limits.shut?.message.vi).toContain("Dành cho CNTT");
    expect(limits.shut?.message.en).toContain("For IT");
  });

  it("keep a build shut that needs them and has none, and no build that needs them and has some", () => {
    const needy = { ...BUILD, required: true };
    expect(read({}, needy).limits.shut?.code).toBe("managed-missing");
    expect(read(undefined, needy).limits.shut?.code).toBe("managed-missing");
    expect(read(text({ site: "bv-tinh" }), needy)).toEqual(FREE);
  });

  it("say no more of an overlong key than is needed", () => {
    const { shut } = read(text({ ["x".repeat(5_000)]: 1 })).limits;
    expect(shut?.code).toBe("managed-unknown-key");
    expect(shut?.message.en.length).toBeLessThan(500);
  });
});
