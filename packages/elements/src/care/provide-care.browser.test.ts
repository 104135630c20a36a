import "../define/all.ts";
import { fixture, html } from "@open-wc/testing";
import { afterEach, describe, expect, it, vi } from "vitest";
import { define } from "../define/define.ts";
import { ScriptedService } from "../testing/scripted-service.ts";
import { settled, textOf } from "../testing/settled.ts";
import { provideCare } from "./provide-care.ts";

afterEach(() => vi.restoreAllMocks());

describe("a provided service", () => {
  it("reaches every element below, and every element renders again at a switch of language", async () => {
    const root = await fixture<HTMLElement>(html`<div></div>`);
    const service = new ScriptedService();
    const stop = provideCare(root, service);
    const elements = (
      [
        "cadre-priority-banner",
        "cadre-priority-marks",
        "cadre-visit-steps",
        "cadre-session",
        "cadre-outbox-status",
        "cadre-roster-status",
        "cadre-scan-input",
      ] as const
    ).map((tag) => document.createElement(tag));
    root.append(...elements);
    for (const element of elements) await settled(element);
    const before = elements.map(textOf);
    await service.setLanguage("en");
    for (const element of elements) await settled(element);
    for (const [index, element] of elements.entries())
      expect(textOf(element), element.localName).not.toBe(before[index]);
    expect(root.lang).toBe("en");
    const followed = service.followed;
    root.replaceChildren();
    expect(service.followed).toBeLessThan(followed);
    stop();
    expect(service.followed).toBe(0);
  });

  it("is left cleanly by fifty elements a hundred times", async () => {
    const root = await fixture<HTMLElement>(html`<div></div>`);
    const service = new ScriptedService();
    const stop = provideCare(root, service);
    const elements = Array.from({ length: 50 }, () => document.createElement("cadre-priority-banner"));
    for (let round = 0; round < 100; round += 1) {
      root.append(...elements);
      if (round % 25 === 0) for (const element of elements) await element.updateComplete;
      root.replaceChildren();
    }
    expect(service.followed).toBe(1);
    stop();
  });

  it("does not stumble over a tag that another copy defined", () => {
    expect(() => define("cadre-session", class extends HTMLElement {})).not.toThrow();
  });

  it("raises no warning of Lit", async () => {
    const warn = vi.spyOn(console, "warn");
    const root = await fixture<HTMLElement>(html`<div></div>`);
    provideCare(root, new ScriptedService());
    const banner = document.createElement("cadre-priority-banner");
    const steps = document.createElement("cadre-visit-steps");
    root.append(banner, steps);
    await settled(banner);
    await settled(steps);
    expect(warn.mock.calls.filter((call) => String(call[0]).includes("change-in-update"))).toEqual([]);
  });
});
