import { readSiteProfile } from "@cadre-care/his";
import axe from "axe-core";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { editedDesk } from "../testing/edited-list.ts";
import { listPageInput } from "../testing/list-page.ts";
import { type DeskInput, scriptedDesk } from "../testing/scripted-desk.ts";
import { fieldIn, shownScreen } from "../testing/shown-screen.ts";
import { defineScreens } from "./define-screens.ts";
import { OpenSection } from "./open-section.ts";

beforeAll(defineScreens);
afterEach(() => document.body.replaceChildren());

const profile = {
  formatVersion: 1,
  id: "bv-cu",
  version: "2026.11.20.3",
  name: { vi: "Bệnh viện", en: "Hospital" },
  site: "bv",
  origins: ["https://his.example"],
  pages: [listPageInput()],
};

const choose = (root: ShadowRoot, text: string): void => {
  const files = new DataTransfer();
  files.items.add(new File([text], "site-profile.json", { type: "application/json" }));
  const input = fieldIn(root, "#file");
  input.files = files.files;
  input.dispatchEvent(new Event("change"));
};
const screen = (input: DeskInput): Promise<ShadowRoot> => shownScreen(new OpenSection(scriptedDesk(input)));
const opened = { hospital: expect.objectContaining({ id: "bv-cu" }), pages: [expect.anything()] };

describe("a profile that there is", () => {
  it("is opened from a file", async () => {
    const open = vi.fn(async () => undefined);
    choose(await screen({ open }), JSON.stringify(profile));
    await vi.waitFor(() => expect(open).toHaveBeenCalledWith(expect.objectContaining(opened)));
  });

  it.each([
    ["cut off", JSON.stringify(profile).slice(0, -9), "không phải là JSON hợp lệ"],
    ["of a newer version", JSON.stringify({ ...profile, formatVersion: 2 }), "mới hơn"],
    ["of something else", JSON.stringify({ ...profile, pages: [] }), "pages"],
  ])("is not opened from a file %s, and the draft stays unasked", async (_what, text, words) => {
    const open = vi.fn(async () => undefined);
    const root = await shownScreen(new OpenSection(editedDesk({ open })));
    choose(root, text);
    await vi.waitFor(() => expect(root.querySelector("[role=alert]")?.textContent).toContain(words));
    expect(fieldIn(root, "#file").getAttribute("aria-invalid")).toBe("true");
    expect(root.querySelector(".sure")).toBeNull();
    expect(open).not.toHaveBeenCalled();
  });

  it("takes the place of a draft only when asked for", async () => {
    const open = vi.fn(async () => undefined);
    const root = await shownScreen(new OpenSection(editedDesk({ open })));
    choose(root, JSON.stringify(profile));
    const buttons = await vi.waitFor(() => {
      const found = root.querySelectorAll<HTMLButtonElement>(".sure button");
      expect(found).toHaveLength(2);
      return found;
    });
    expect(open).not.toHaveBeenCalled();
    buttons[1]?.click();
    await vi.waitFor(() => expect(root.querySelector(".sure")).toBeNull());
    expect(open).not.toHaveBeenCalled();
    choose(root, JSON.stringify(profile));
    await vi.waitFor(() => expect(root.querySelector(".sure")).not.toBeNull());
    root.querySelector<HTMLButtonElement>(".sure button")?.click();
    expect(open).toHaveBeenCalledOnce();
  });

  it("is what was saved last, too", async () => {
    const read = readSiteProfile(profile);
    if (!read.ok) throw new Error(read.problem.message.en);
    const open = vi.fn(async () => undefined);
    const root = await screen({ open, saved: read.value });
    const button = root.querySelector<HTMLButtonElement>(".saved");
    expect(button?.textContent).toContain("bv-cu 2026.11.20.3");
    button?.click();
    expect(open).toHaveBeenCalledWith(expect.objectContaining(opened));
  });
});

it("the screen has nothing against it, whatever it says", async () => {
  const section = new OpenSection(editedDesk());
  const root = await shownScreen(section);
  choose(root, "{");
  await vi.waitFor(() => expect(root.querySelector("[role=alert]")?.textContent).not.toBe(""));
  const report = await axe.run(section);
  expect(report.violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
  expect(report.passes.length).toBeGreaterThan(0);
});
