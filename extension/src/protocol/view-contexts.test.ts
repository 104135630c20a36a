import { isActivity } from "@cadre-care/vault/protocol";
import { describe, expect, it } from "vitest";
import { ALLOWED_COMMANDS, ALLOWED_TOPICS, dockedCommands } from "./view-contexts.ts";

/** What a document inside a page, which the page can cover and click, must never reach (DESIGN rule 2). */
const FRAMED = ["marks", "banner"] as const;

describe("what each context may ask for", () => {
  it("a frame in a page: no details, no secret, nothing recorded; the banner alone looks scans up", () => {
    expect(ALLOWED_COMMANDS.marks).toEqual([]);
    expect([...ALLOWED_COMMANDS.banner].sort()).toEqual(["forgetScan", "lookUpScan", "openPanel"]);
  });

  it.each(FRAMED)(
    "%s, a frame in a page, is told of no scanned person and of no list of people",
    (context) => {
      expect(ALLOWED_TOPICS[context]).not.toContain("scan");
      expect(ALLOWED_TOPICS[context]).not.toContain("page");
    },
  );

  it.each(["panel", "popup"] as const)("%s follows what its list of people follows", (context) => {
    // A topic that is refused ends the connection, and the view would connect and be refused for ever.
    expect(ALLOWED_TOPICS[context]).toEqual(expect.arrayContaining(["page", "marks", "session", "roster"]));
  });

  it("a docked frame has forms and nothing else, throws none away, and submits only where it is seen to be seen", () => {
    const others = [
      "openPanel",
      "closeDock",
      "listForms",
      "openForm",
      "saveDraft",
      "viewForm",
      "searchCodes",
    ];
    expect([...dockedCommands(false)].sort()).toEqual([...others].sort());
    expect([...dockedCommands(true)].sort()).toEqual([...others, "submitForm"].sort());
    for (const topic of ["scan", "page", "marks", "selection"] as const)
      expect(ALLOWED_TOPICS.docked).not.toContain(topic);
    // What its desk of forms follows: a topic that is refused ends the connection.
    expect(ALLOWED_TOPICS.docked).toEqual(expect.arrayContaining(["session", "forms", "outbox", "roster"]));
  });

  it("only panel and docked frame list, open, save and submit forms", () => {
    for (const command of [
      "listForms",
      "openForm",
      "saveDraft",
      "submitForm",
      "viewForm",
      "searchCodes",
    ] as const) {
      const allowed = Object.entries(ALLOWED_COMMANDS).filter(([, names]) => names.includes(command));
      expect(allowed.map(([context]) => context).sort()).toEqual(["docked", "panel"]);
    }
    const discarding = Object.entries(ALLOWED_COMMANDS).filter(([, names]) => names.includes("discardDraft"));
    expect(discarding.map(([context]) => context)).toEqual(["panel"]);
    const told = Object.entries(ALLOWED_TOPICS).filter(([, topics]) => topics.includes("forms"));
    expect(told.map(([context]) => context).sort()).toEqual(["docked", "panel", "popup"]);
  });

  it("what a view does by itself keeps no session open, so neither does a save that fails and is retried", () => {
    const unbidden = ["listForms", "saveDraft"] as const;
    expect(unbidden.filter((command) => isActivity(command))).toEqual([]);
    const others = Object.values(ALLOWED_COMMANDS)
      .flat()
      .filter((command) => !unbidden.some((one) => one === command));
    expect(others.filter((command) => !isActivity(command))).toEqual([]);
  });

  it("panel, popup and banner scan; only the panel is told names of who was scanned", () => {
    const scanning = Object.entries(ALLOWED_COMMANDS).filter(([, names]) => names.includes("lookUpScan"));
    expect(scanning.map(([context]) => context).sort()).toEqual(["banner", "panel", "popup"]);
    const told = Object.entries(ALLOWED_TOPICS).filter(([, topics]) => topics.includes("scan"));
    expect(told.map(([context]) => context)).toEqual(["panel"]);
  });
});
