import type { SiteProblem } from "@cadre-care/domain";
import type { PageScope } from "@cadre-care/vault";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TabStatement } from "./tab-statement.ts";

const misfit = (page: string, off: boolean): SiteProblem => ({
  code: "header-missing",
  message: { vi: page, en: page },
  page,
  kind: "list",
  place: "fields.name",
  off,
});
const HIS = { site: "bv-tinh", misfits: [] };

describe("what the documents of a tab say together", () => {
  const statePage = vi.fn<PageScope["statePage"]>();
  let tab: TabStatement;
  const said = () =>
    statePage.mock.calls.map(([, kind, , misfits = []]) => `${kind} ${misfits.map(({ page }) => page)}`);
  beforeEach(() => {
    vi.useFakeTimers();
    statePage.mockReset();
    tab = new TabStatement({ statePage });
  });
  afterEach(() => {
    tab.end();
    vi.useRealTimers();
  });

  it("is the one that spoke last, with what does not fit in any, what is off first", () => {
    const [frames, list, patient] = [{}, {}, {}];
    tab.say(frames, { ...HIS, kind: "other" });
    tab.say(list, { ...HIS, kind: "list", misfits: [misfit("list", false)] });
    tab.say(patient, { ...HIS, kind: "patient", misfits: [misfit("patient", true)] });
    tab.say(frames, { ...HIS, kind: "other" });
    expect(said()).toEqual(["list list", "patient patient,list", "patient patient,list"]);
    tab.withdraw(patient);
    expect(said().at(-1)).toBe("list list");
  });

  it("stays what it was when a document without fault leaves, as one frame gives way to the next", () => {
    const [list, patient] = [{}, {}];
    tab.say(list, { ...HIS, kind: "list" });
    tab.say(patient, { ...HIS, kind: "patient" });
    tab.withdraw(patient);
    vi.advanceTimersByTime(10_000);
    expect(said()).toEqual(["list ", "patient "]);
  });

  it("is unknown once no document was known for a while, and not while frames load", () => {
    tab.say({}, { ...HIS, kind: "other" });
    vi.advanceTimersByTime(1_000);
    const list = {};
    tab.say(list, { ...HIS, kind: "list" });
    vi.advanceTimersByTime(10_000);
    expect(said()).toEqual(["list "]);
    const unknown = vi.fn();
    tab.say(list, { ...HIS, kind: "other", unknown });
    vi.advanceTimersByTime(10_000);
    expect(said()).toEqual(["list ", "unknown "]);
    expect(unknown).toHaveBeenCalledTimes(1);
  });

  it("is off where a profile is switched off and no other reads the tab", () => {
    const [list, other] = [{}, {}];
    const problem = { code: "profile-off", message: { vi: "Tắt", en: "Off" } };
    tab.say(list, { ...HIS, kind: "off", problem });
    expect(statePage).toHaveBeenLastCalledWith("bv-tinh", "off", problem, []);
    tab.say(other, { ...HIS, kind: "list" });
    expect(said().at(-1)).toBe("list ");
    tab.withdraw(list);
    expect(said().at(-1)).toBe("list ");
  });
});
