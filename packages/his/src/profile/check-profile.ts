import { foldName, type IdentifierKind } from "@cadre-care/domain";
import type { z } from "zod";
import type { EmergencySignal, ProfileFields } from "./field-schema.ts";
import type { ProfilePage } from "./page-schema.ts";
import type { Prefill } from "./prefill-schema.ts";
import { type Refusal, refusal } from "./refusals.ts";
import type { Part } from "./source-schema.ts";

type Path = (string | number)[];

/** Every part of a page with the path at which it stands. */
function* partsOf(
  fields: ProfileFields,
  emergency: readonly EmergencySignal[],
  prefill: Prefill | undefined,
): Generator<[Part, Path]> {
  for (const [index, field] of fields.identifiers.entries())
    for (const [at, part] of field.parts.entries())
      yield [part, ["fields", "identifiers", index, "parts", at]];
  for (const key of ["name", "birthDate", "sex"] as const)
    for (const [at, part] of (fields[key]?.parts ?? []).entries()) yield [part, ["fields", key, "parts", at]];
  for (const [index, signal] of emergency.entries())
    if (signal.when !== "present") yield [signal.part, ["emergency", index, "part"]];
  for (const [index, fact] of (prefill?.facts ?? []).entries())
    for (const [at, part] of fact.parts.entries()) yield [part, ["prefill", "facts", index, "parts", at]];
}

const reads = (page: ProfilePage, kind: IdentifierKind): boolean =>
  page.fields.identifiers.some((field) => field.kind === kind);

/** Pages that are joined across frames: each known, without a banner, and reading the key. */
const checkJoins = (pages: readonly ProfilePage[], refuse: (path: Path, key: Refusal) => void): void => {
  const joined = new Set(pages.flatMap((page) => (page.kind === "patient" ? (page.joins?.pages ?? []) : [])));
  for (const [index, page] of pages.entries()) {
    if (page.kind !== "patient") continue;
    const here: Path = ["pages", index];
    const { joins, banner, prefill } = page;
    if (banner === undefined) {
      if (!joined.has(page.id)) refuse([...here, "banner"], "banner-missing");
      if (joins !== undefined) refuse([...here, "joins"], "part-has-more");
      if (prefill !== undefined) refuse([...here, "prefill"], "part-has-more");
    }
    for (const [at, id] of (joins?.pages ?? []).entries()) {
      const part = pages.find((other) => other.id === id);
      if (part?.kind !== "patient" || part.banner !== undefined)
        refuse([...here, "joins", "pages", at], "join-unknown");
      else if (joins !== undefined && !(reads(page, joins.key) && reads(part, joins.key)))
        refuse([...here, "joins", "key"], "join-key-unread");
    }
  }
};

/** What no single field can know: references between the parts of a profile. */
export const checkProfile = (
  profile: { readonly pages: readonly ProfilePage[] },
  context: z.RefinementCtx,
): void => {
  const refuse = (path: Path, key: Refusal) =>
    context.addIssue({ code: "custom", path, message: refusal(key) });
  const ids = new Set<string>();
  for (const [index, page] of profile.pages.entries()) {
    const here: Path = ["pages", index];
    if (ids.has(page.id)) refuse([...here, "id"], "page-twice");
    ids.add(page.id);
    const hasColumns = page.kind === "list" && page.columns !== undefined;
    const prefill = page.kind === "patient" ? page.prefill : undefined;
    for (const [part, path] of partsOf(page.fields, page.emergency, prefill)) {
      if (part.header !== undefined && !hasColumns)
        refuse([...here, ...path, "header"], "header-without-columns");
      if (part.header === undefined && part.selector === undefined && part.from !== "attribute")
        refuse([...here, ...path], "place-missing");
    }
    if (page.kind === "list" && "header" in page.gutter && !hasColumns)
      refuse([...here, "gutter", "header"], "header-without-columns");
    const codes = new Map<string, string>();
    for (const [at, { text, sex }] of (page.fields.sex?.codes ?? []).entries()) {
      const known = codes.get(foldName(text));
      if (known !== undefined && known !== sex) refuse([...here, "fields", "sex", "codes", at], "code-twice");
      codes.set(foldName(text), sex);
    }
  }
  checkJoins(profile.pages, refuse);
};
