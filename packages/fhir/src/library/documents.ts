import { failure, type Result, success } from "@cadre-care/domain";
import { concept, identifier, identifiersOf } from "../build.ts";
import type { Library } from "../resources/index.ts";

/** A document of the board, not yet validated by the schema of its kind. */
export interface BoardDocument {
  readonly version: string;
  /** The hospital that a site profile is for. */
  readonly site?: string;
  readonly content: unknown;
}

function decode(data: string): unknown {
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
}

/** Takes the JSON document out of a Library. Problem `document-unreadable` when it is not there or cut off. */
export function libraryDocument(library: Library): Result<BoardDocument> {
  const attachment = library.content?.find((entry) => entry.contentType === "application/json");
  try {
    if (attachment?.data === undefined || library.version === undefined) throw new SyntaxError();
    const site = identifiersOf(library.identifier, "site")[0]?.value;
    return success({
      version: library.version,
      ...(site === undefined ? {} : { site }),
      content: decode(attachment.data),
    });
  } catch {
    return failure("document-unreadable", {
      vi: "Tệp cấu hình của đơn vị quản lý không đọc được; đang dùng bản gần nhất còn tốt. Báo đơn vị quản lý.",
      en: "A configuration document of the managing unit cannot be read; the last good one stays in use. Tell the managing unit.",
    });
  }
}

const encode = (content: unknown): string => {
  const bytes = new TextEncoder().encode(JSON.stringify(content));
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
};

/** The Library that carries a document; the reverse of `libraryDocument`. `url` is one of `LIBRARY_URLS`. */
export const documentLibrary = (url: string, document: BoardDocument, title: string): Library => ({
  resourceType: "Library",
  url,
  ...(document.site === undefined ? {} : { identifier: [identifier("site", document.site)] }),
  version: document.version,
  title,
  status: "active",
  type: concept("libraryType", "asset-collection", "Asset Collection"),
  content: [{ contentType: "application/json", data: encode(document.content) }],
});
