import { checkedPage, type PageCounts, type PageSetting, type ProfilePage } from "@cadre-care/his/draft";
import type { PointTarget } from "../page-messages.ts";
import { linkedCode, withLinkPattern } from "./link-setting.ts";
import type { WizardWords } from "./words.ts";

export type TextSettingName = keyof WizardWords["more"]["fields"];

/** A setting of a page that is one text to IT. */
export interface TextSetting {
  readonly name: TextSettingName;
  readonly setting: PageSetting;
  readonly kind: "line" | "lines" | "number";
  /** Undefined: this page has no such setting. */
  readonly value: (page: ProfilePage) => string | undefined;
  /** Undefined: the profile does not take the text. */
  readonly change: (page: ProfilePage, text: string) => ProfilePage | undefined;
  readonly point?: PointTarget;
  /** How many elements its selectors find. */
  readonly found?: (counts: PageCounts) => readonly number[];
  /** Any other count than one is wrong. */
  readonly one?: boolean;
}

export const listed = (text: string, separator: RegExp): readonly string[] =>
  text
    .split(separator)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");

const LINES = /\n/u;
export const COMMAS = /[,\n]/u;

const queryOf = (text: string): Record<string, string> | undefined => {
  const pairs = listed(text, LINES).map((line) => /^([^=\s]+)\s*=\s*(.+)$/u.exec(line));
  return pairs.every((pair) => pair !== null)
    ? Object.fromEntries(pairs.map(([, name = "", value = ""]) => [name, value]))
    : undefined;
};

const sexSetting = (sex: "male" | "female"): TextSetting => ({
  name: sex,
  setting: "sex-codes",
  kind: "line",
  value: ({ fields }) =>
    fields.sex?.codes
      .filter((code) => code.sex === sex)
      .map(({ text }) => text)
      .join(", "),
  change: (page, text) => {
    const { sex: field } = page.fields;
    if (field === undefined) return undefined;
    const codes = [
      ...field.codes.filter((code) => code.sex !== sex),
      ...listed(text, COMMAS).map((one) => ({ text: one, sex })),
    ];
    return checkedPage({ ...page, fields: { ...page.fields, sex: { ...field, codes } } });
  },
});

const firstEmergency = (page: ProfilePage) => page.emergency.find((signal) => signal.when !== "present");

export const TEXT_SETTINGS: readonly TextSetting[] = [
  {
    name: "recognise",
    setting: "recognise",
    kind: "lines",
    point: "recognise",
    value: ({ recognise }) => recognise.map(({ selector }) => selector).join("\n"),
    change: (page, text) =>
      checkedPage({
        ...page,
        recognise: listed(text, LINES).map(
          (selector) => page.recognise.find((known) => known.selector === selector) ?? { selector },
        ),
      }),
    found: ({ recognise }) => recognise,
  },
  {
    name: "root",
    setting: "root",
    kind: "line",
    point: "root",
    value: ({ root }) => root,
    change: (page, root) => checkedPage({ ...page, root }),
    found: ({ root }) => [root],
  },
  {
    name: "rows",
    setting: "rows",
    kind: "line",
    point: "other-row",
    value: (page) => (page.kind === "list" ? page.rows.selector : undefined),
    change: (page, selector) =>
      page.kind === "list" ? checkedPage({ ...page, rows: { ...page.rows, selector } }) : undefined,
    found: ({ rows }) => (rows === undefined ? [] : [rows]),
  },
  sexSetting("male"),
  sexSetting("female"),
  {
    name: "link-pattern",
    setting: "code-in-link",
    kind: "line",
    value: (page) => linkedCode(page)?.match?.pattern,
    change: withLinkPattern,
  },
  {
    name: "emergency-at",
    setting: "emergency",
    kind: "line",
    value: (page) => {
      const signal = firstEmergency(page);
      if (signal === undefined) return page.emergency.length === 0 ? "" : undefined;
      return signal.part.header === undefined ? (signal.part.selector ?? "") : undefined;
    },
    change: (page, text) => {
      const selector = text.trim();
      const known = firstEmergency(page);
      // Others stay: a patient whose sign is no longer read would not be known for an emergency.
      const others = page.emergency.filter((signal) => signal !== known);
      if (selector === "") return checkedPage({ ...page, emergency: others });
      const part = { from: "text" as const, selector, optional: true, count: { min: 0, max: 1 } };
      return checkedPage({
        ...page,
        emergency: [
          { when: known?.when ?? "equals", part, words: [...(known?.words ?? ["Cấp cứu", "Emergency"])] },
          ...others,
        ],
      });
    },
  },
  {
    name: "emergency-words",
    setting: "emergency",
    kind: "line",
    value: (page) => firstEmergency(page)?.words.join(", "),
    change: (page, text) => {
      const known = firstEmergency(page);
      return checkedPage({
        ...page,
        emergency: page.emergency.map((signal) =>
          signal === known && known !== undefined ? { ...known, words: [...listed(text, COMMAS)] } : signal,
        ),
      });
    },
  },
  {
    name: "banner-anchor",
    setting: "banner-anchor",
    kind: "line",
    value: (page) => (page.kind === "patient" ? page.banner?.anchor : undefined),
    change: (page, anchor) =>
      page.kind === "patient" && page.banner !== undefined
        ? checkedPage({ ...page, banner: { ...page.banner, anchor } })
        : undefined,
    found: ({ anchor }) => (anchor === undefined ? [] : [anchor]),
    one: true,
  },
  {
    name: "gutter-width",
    setting: "gutter-width",
    kind: "number",
    value: (page) =>
      page.kind === "list" && page.gutter.at === "edge" ? String(page.gutter.width) : undefined,
    change: (page, text) =>
      page.kind === "list" && page.gutter.at === "edge"
        ? checkedPage({ ...page, gutter: { ...page.gutter, width: Number(text) } })
        : undefined,
  },
  {
    name: "query",
    setting: "query",
    kind: "lines",
    value: ({ where }) =>
      Object.entries(where.query)
        .map(([name, value]) => `${name}=${value}`)
        .join("\n"),
    change: (page, text) => {
      const query = queryOf(text);
      return query === undefined ? undefined : checkedPage({ ...page, where: { ...page.where, query } });
    },
  },
  {
    name: "id",
    setting: "id",
    kind: "line",
    value: ({ id }) => id,
    change: (page, id) => checkedPage({ ...page, id }),
  },
];
