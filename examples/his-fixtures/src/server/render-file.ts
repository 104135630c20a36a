import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { RenderedFile } from "@cadre-care/example-his-common";
import { charsetOf, encodeText } from "./encode-text.ts";
import { fixturePeople } from "./fixture-people.ts";
import { FIXTURES } from "./fixtures.ts";
import { LABELS, type LabelKey, labelsIn } from "./labels.ts";
import { pageRecord } from "./page-record.ts";
import { type PageSettings, queryOf, settingsOf } from "./page-settings.ts";

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html",
  js: "text/javascript",
  css: "text/css",
};

const isLabel = (key: string): key is LabelKey => Object.hasOwn(LABELS, key);

/** `{{settings}}` hands the switch on to another address; `{{name}}` and its like are words in the page's language. */
const filled = (text: string, settings: PageSettings): string =>
  text
    .replaceAll("{{settings}}", queryOf(settings).replaceAll("&", "&amp;"))
    .replace(/\{\{(\w+)\}\}/gu, (whole, key: string) =>
      isLabel(key) ? LABELS[key][settings.language] : whole,
    );

/** `window.HIS`: the switch, the words and today's people. */
const data = (settings: PageSettings): string => {
  const patients = fixturePeople(settings.people).map((patient) => pageRecord(patient, settings));
  const his = { query: queryOf(settings), settings, labels: labelsIn(settings.language), patients };
  return `window.HIS = ${JSON.stringify(his)};`;
};

const index = (settings: PageSettings): string => {
  const links = FIXTURES.map(
    ({ id, title }) => `<li><a href="/${id}/index.html${queryOf(settings)}">${title[settings.language]}</a>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>HIS</title><ul>${links.join("")}</ul>`;
};

/** Answers the fixtures' own pages and scripts, written in the language, date format and encoding of the query. */
export const renderFile = async (address: URL): Promise<RenderedFile | undefined> => {
  const settings = settingsOf(address.searchParams);
  const [, folder = "", named = ""] = address.pathname.split("/");
  const fixture = FIXTURES.find(({ id }) => id === folder);
  const file = fixture?.routes && !address.pathname.includes(".") ? "index.html" : named;
  const type = TYPES[file.split(".").at(-1) ?? ""];
  const send = (text: string, kind = "text/html"): RenderedFile => ({
    type: `${kind}; charset=${charsetOf(settings.encoding)}`,
    body: encodeText(text, settings.encoding),
    ...(fixture?.contentSecurityPolicy && {
      headers: { "content-security-policy": fixture.contentSecurityPolicy },
    }),
  });
  if (address.pathname === "/") return send(index(settings));
  if (address.pathname === "/his.js") return send(data(settings), TYPES.js);
  if (fixture === undefined || type === undefined || !/^[\w-]+\.\w+$/u.test(file)) return undefined;
  const path = fileURLToPath(new URL(`../../fixtures/${fixture.id}/${file}`, import.meta.url));
  const text = await readFile(path, "utf8").catch(() => undefined);
  return text === undefined ? undefined : send(filled(text, settings), type);
};
