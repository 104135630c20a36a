import { type ListPage, readPage } from "@cadre-care/his/draft";

/** A small list as a profile states it; `more` says otherwise. */
export const listPageInput = (more: object = {}): object => ({
  id: "list",
  kind: "list",
  where: { path: "/ds", frame: "any" },
  recognise: [{ selector: "#ds" }],
  root: "#ds",
  rows: { selector: "tr" },
  gutter: { at: "edge", edge: "left", inset: 0, width: 16 },
  fields: { identifiers: [{ kind: "cccd", parts: [{ from: "text", selector: "td" }] }] },
  ...more,
});

/** The same as the product's own schema understands it. */
export const listPage = (more?: object): ListPage => {
  const page = readPage(listPageInput(more));
  if (page?.kind !== "list") throw new Error("no page of a list");
  return page;
};
