import { type Result, success } from "@cadre-care/domain";
import { concept, identifier, identifiersOf } from "../build.ts";
import type { Library } from "../resources/index.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import { libraryProblems } from "./library-problems.ts";

/** A document of the board, not yet validated by the schema of its kind. */
export interface BoardDocument {
  readonly version: string;
  /** The hospital that a site profile is for. */
  readonly site?: string;
  readonly content: unknown;
}

/** @throws DOMException when the attachment is no base64 */
export const attachedBytes = (library: Library, contentType: string): Uint8Array | undefined => {
  const data = library.content?.find((entry) => entry.contentType === contentType)?.data;
  return data === undefined ? undefined : fromBase64(data);
};

/** Takes the JSON document out of a Library. Problem `document-unreadable` when it is not there or cut off. */
export function libraryDocument(library: Library): Result<BoardDocument> {
  try {
    const bytes = attachedBytes(library, "application/json");
    if (bytes === undefined || library.version === undefined) throw new SyntaxError();
    const site = identifiersOf(library.identifier, "site")[0]?.value;
    return success({
      version: library.version,
      ...(site === undefined ? {} : { site }),
      content: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)),
    });
  } catch {
    return libraryProblems.refuse("document-unreadable");
  }
}

/** The Library that carries a document, unsigned; the reverse of `libraryDocument`. `url` is one of `LIBRARY_URLS`. */
export const documentLibrary = (url: string, document: BoardDocument, title: string): Library => ({
  resourceType: "Library",
  url,
  ...(document.site === undefined ? {} : { identifier: [identifier("site", document.site)] }),
  version: document.version,
  title,
  status: "active",
  type: concept("libraryType", "asset-collection", "Asset Collection"),
  content: [
    {
      contentType: "application/json",
      data: toBase64(new TextEncoder().encode(JSON.stringify(document.content))),
    },
  ],
});
