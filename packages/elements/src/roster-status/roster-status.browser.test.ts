import "../define/roster-status.ts";
import { fixture, html } from "@open-wc/testing";
import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { NOW, problem, rosters } from "../testing/sample-views.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { button, count, expectAccessible, find, settled, textOf } from "../testing/settled.ts";
import type { CadreRosterStatus } from "./roster-status.ts";

const open = async (name: string): Promise<{ roster: CadreRosterStatus; service: ScriptedService }> => {
  const service = new ScriptedService();
  const view = rosters[name];
  if (view !== undefined) service.say("roster", view);
  const roster = await fixture<CadreRosterStatus>(
    html`<cadre-roster-status .service=${service} .now=${() => NOW}></cadre-roster-status>`,
  );
  await settled(roster);
  return { roster, service };
};

const WORDS: Readonly<Record<string, readonly string[]>> = {
  empty: ["Chưa có danh sách trên máy này"],
  syncing: ["Đang cập nhật", "500 / 1.500"],
  "syncing-open": ["đã nhận 500"],
  current: ["1.500 người", "25 phút trước"],
  stale: ["Danh sách đã cũ", "4 ngày trước"],
  "cut-off": ["bị ngắt giữa chừng", "900 người"],
  error: ["Chưa cập nhật được", problem.message.vi],
};

describe("roster", () => {
  for (const [name, words] of Object.entries(WORDS)) {
    it(`${name}: says so, accessible`, async () => {
      const { roster } = await open(name);
      for (const word of words) expect(textOf(roster)).toContain(word);
      await expectAccessible(roster);
    });
  }

  it("does not call a list up to date beside the word that it could not be updated", async () => {
    const { roster, service } = await open("current");
    expect(textOf(roster)).toContain("Danh sách đã cập nhật");
    service.say("roster", { ...service.topics.roster, problem });
    await settled(roster);
    expect(textOf(roster)).toContain("Chưa cập nhật được");
    expect(textOf(roster)).not.toContain("Danh sách đã cập nhật");
    expect(textOf(roster)).toContain("Danh sách lần cập nhật trước vẫn dùng được");
    expect(count(roster, ".good")).toBe(0);
    await expectAccessible(roster);
  });

  it("updates by keyboard, and not while it is updating", async () => {
    const { service } = await open("stale");
    await userEvent.keyboard("{Tab}{Enter}");
    expect(service.called("synchronise")).toHaveLength(1);
    const busy = await open("syncing");
    button(busy.roster, "Đang cập nhật…").click();
    expect(busy.service.called("synchronise")).toEqual([]);
    expect(find(busy.roster, "progress", HTMLProgressElement).value).toBe(500);
  });
});
