import type { Language, Said } from "../site/language.ts";
import type { Declaration } from "./manifest.ts";

const WORDS = {
  properties: { vi: "Thuộc tính", en: "Properties" },
  methods: { vi: "Phương thức", en: "Methods" },
  events: { vi: "Sự kiện", en: "Events" },
  slots: { vi: "Slot", en: "Slots" },
  parts: { vi: "Phần tạo kiểu được (`::part`)", en: "Parts (`::part`)" },
  css: { vi: "Thuộc tính CSS", en: "CSS custom properties" },
  name: { vi: "Tên", en: "Name" },
  attribute: { vi: "Attribute", en: "Attribute" },
  type: { vi: "Kiểu", en: "Type" },
  says: { vi: "Ý nghĩa", en: "Says" },
} satisfies Readonly<Record<string, Said>>;

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll(/\s+/g, " ").trim();
const code = (text: string | undefined): string => (text ? `\`${cell(text)}\`` : "");

const table = (title: string, head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  rows.length === 0
    ? []
    : [
        `### ${title}`,
        "",
        `| ${head.join(" | ")} |`,
        `|${head.map(() => " --- |").join("")}`,
        ...rows.map((row) => `| ${row.join(" | ")} |`),
        "",
      ];

const elementMarkdown = (element: Declaration, language: Language): string[] => {
  const say = (word: keyof typeof WORDS): string => WORDS[word][language];
  const shown = element.members.filter((member) => member.privacy === "public" && !member.static);
  const two = (entries: readonly { readonly name: string; readonly description: string }[]) =>
    entries.map(({ name, description }) => [code(name || "(default)"), cell(description)]);
  return [
    `## ${code(`<${element.tagName}>`)}`,
    "",
    element.description,
    "",
    ...table(
      say("properties"),
      [say("name"), say("attribute"), say("type"), say("says")],
      shown
        .filter(({ kind }) => kind === "field")
        .map(({ name, attribute, type, description }) => [
          code(name),
          code(attribute),
          code(type?.text),
          cell(description),
        ]),
    ),
    ...table(
      say("events"),
      [say("name"), say("type"), say("says")],
      element.events.map(({ name, type, description }) => [code(name), code(type?.text), cell(description)]),
    ),
    ...table(
      say("methods"),
      [say("name"), say("says")],
      two(shown.filter(({ kind, description }) => kind === "method" && description !== "")),
    ),
    ...table(say("slots"), [say("name"), say("says")], two(element.slots)),
    ...table(say("parts"), [say("name"), say("says")], two(element.cssParts)),
    ...table(say("css"), [say("name"), say("says")], two(element.cssProperties)),
  ];
};

/** The reference of all elements as Markdown, so that it becomes a page as the guides do. */
export const referenceMarkdown = (elements: readonly Declaration[], language: Language): string =>
  elements.flatMap((element) => elementMarkdown(element, language)).join("\n");
