/** What a page of a profile states beside its fields, where marks stand and at which address it applies. */
export const PAGE_SETTINGS = [
  "recognise",
  "root",
  "rows",
  "column-names",
  "optional-parts",
  "sex-codes",
  "code-in-link",
  "emergency",
  "prefill",
  "banner-anchor",
  "gutter-width",
  "query",
  "joins",
  "id",
] as const;
export type PageSetting = (typeof PAGE_SETTINGS)[number];

const KEYS: readonly (readonly [RegExp, PageSetting])[] = [
  [/^\/recognise\/\d+\/selector$/u, "recognise"],
  [/^\/root$/u, "root"],
  [/^\/rows\/selector$/u, "rows"],
  [/^\/fields\/(?:identifiers\/\d+|name|birthDate|sex)\/parts\/\d+\/optional$/u, "optional-parts"],
  [/^\/fields\/sex\/codes(?:\/(?:\d+|-))?$/u, "sex-codes"],
  [/^\/fields\/identifiers\/\d+\/parts\/\d+$/u, "code-in-link"],
  [/^\/emergency$/u, "emergency"],
  [/^\/prefill$/u, "prefill"],
  [/^\/banner\/anchor$/u, "banner-anchor"],
  [/^\/gutter\/width$/u, "gutter-width"],
  [/^\/where\/query$/u, "query"],
  [/^\/joins$/u, "joins"],
  [/^\/id$/u, "id"],
];

/**
 * The setting that a key of a page belongs to. Undefined: none.
 * @param pointer JSON Pointer (RFC 6901) from the page, such as `/rows/selector`
 */
export const settingAt = (pointer: string): PageSetting | undefined =>
  KEYS.find(([pattern]) => pattern.test(pointer))?.[1];
