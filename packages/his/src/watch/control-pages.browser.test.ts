import { afterEach, expect, it, vi } from "vitest";
import type { SiteProfileInput } from "../profile/site-profile.ts";
import { painted, until } from "../testing/frames.ts";
import { person, profileOf, tableHtml, tablePage } from "../testing/profiles.ts";
import { RecordingObserver } from "../testing/recording-observer.ts";
import { watchPage } from "./watch-page.ts";

const formAt = (path: string): SiteProfileInput["pages"][number] => ({
  id: "form",
  kind: "patient",
  where: { path },
  recognise: [{ selector: "#form" }],
  root: "#form",
  banner: { anchor: "#form", position: "before" },
  fields: { identifiers: [{ kind: "cccd", parts: [{ from: "value", selector: "#cccd" }] }] },
});

let abort = new AbortController();
afterEach(() => {
  abort.abort();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

/** How often the page is to be looked at later, after a click in it. */
const looksAfterClick = async (path: string): Promise<number> => {
  abort = new AbortController();
  document.body.innerHTML = tableHtml([person(0), person(1)]);
  const observer = new RecordingObserver();
  watchPage({ document, profile: profileOf(tablePage, formAt(path)), observer, signal: abort.signal });
  await until(() => observer.lists.length > 0);
  const later = vi.spyOn(window, "setTimeout");
  document.querySelector<HTMLElement>("tbody td")?.click();
  const looks = later.mock.calls.filter(([, delay]) => delay === 900 || delay === 250).length;
  await painted();
  return looks;
};

it("a click is followed up where a page of this address has fields in form controls", async () => {
  expect(await looksAfterClick("*")).toBe(2);
});

it("a click is not followed up in a list whose form stands at another address", async () => {
  expect(await looksAfterClick("/elsewhere")).toBe(0);
});
