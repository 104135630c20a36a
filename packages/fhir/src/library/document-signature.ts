import { type Result, success } from "@cadre-care/domain";
import { base64url, FlattenedSign, flattenedVerify, importJWK } from "jose";
import { z } from "zod";
import { identifiersOf } from "../build.ts";
import type { Library } from "../resources/index.ts";
import { toBase64 } from "./base64.ts";
import { type BoardKey, type BoardSigningKey, SIGNATURE_ALGORITHM } from "./board-key.ts";
import { attachedBytes, type BoardDocument, libraryDocument } from "./documents.ts";
import { libraryProblems } from "./library-problems.ts";

/**
 * A document's signature: a JWS in compact form with detached content (RFC 7515, appendix F) over the bytes of the JSON
 * attachment, in an attachment of its own beside it. The protected header binds what the bytes do not say: which
 * document it is, of which version and site, and when it was issued.
 */
export const SIGNATURE_CONTENT_TYPE = "application/jose";
const TYPE = "cadre-care-document";

const headerSchema = z.object({
  alg: z.literal(SIGNATURE_ALGORITHM),
  kid: z.string(),
  typ: z.literal(TYPE),
  url: z.string(),
  version: z.string(),
  site: z.string().optional(),
  /** Seconds since 1970. Of one document, a later issue has a greater one. */
  iat: z.number().int().positive(),
});

type Header = z.infer<typeof headerSchema>;

/** A document whose signature was found good. */
export interface SignedDocument extends BoardDocument {
  /** Seconds since 1970; greater is newer. */
  readonly issuedAt: number;
}

const compactSchema = z.string().regex(/^[\w-]+\.\.[\w-]+$/);

interface DetachedSignature {
  readonly protected: string;
  readonly signature: string;
  readonly header: unknown;
}

const signatureOf = (library: Library): DetachedSignature | undefined => {
  const bytes = attachedBytes(library, SIGNATURE_CONTENT_TYPE);
  if (!bytes) return undefined;
  const [header = "", , signature = ""] = compactSchema.parse(new TextDecoder().decode(bytes)).split(".");
  const json: unknown = JSON.parse(new TextDecoder().decode(base64url.decode(header)));
  return { protected: header, signature, header: json };
};

const describes = (header: Header, library: Library, url: string): boolean =>
  header.url === url &&
  library.url === url &&
  header.version === library.version &&
  header.site === identifiersOf(library.identifier, "site")[0]?.value;

const kidSchema = z.object({ kid: z.string() });

/**
 * The document in a Library, if one of these keys signed it as what it claims to be.
 * Problems: `document-unsigned`, `document-key-unknown`, `document-signature-wrong`, `document-unreadable`.
 */
export async function verifyDocument(
  library: Library,
  url: string,
  keys: readonly BoardKey[],
): Promise<Result<SignedDocument>> {
  try {
    const payload = attachedBytes(library, "application/json");
    if (!payload) return libraryProblems.refuse("document-unreadable");
    const signature = signatureOf(library);
    if (!signature) return libraryProblems.refuse("document-unsigned");
    const { kid } = kidSchema.parse(signature.header);
    const key = keys.find((one) => one.kid === kid);
    if (!key) return libraryProblems.refuse("document-key-unknown");
    const verified = await flattenedVerify(
      {
        protected: signature.protected,
        payload: base64url.encode(payload),
        signature: signature.signature,
      },
      await importJWK(key, SIGNATURE_ALGORITHM),
      { algorithms: [SIGNATURE_ALGORITHM] },
    );
    const header = headerSchema.parse(verified.protectedHeader);
    if (!describes(header, library, url)) return libraryProblems.refuse("document-signature-wrong");
    const document = libraryDocument(library);
    return document.ok ? success({ ...document.value, issuedAt: header.iat }) : document;
  } catch {
    return libraryProblems.refuse("document-signature-wrong");
  }
}

/** The signature of a Library's document as its issue at that second. @throws ZodError without `url` or `version` */
export async function signatureAttachment(
  library: Library,
  key: BoardSigningKey,
  issuedAt: number,
): Promise<{ readonly contentType: string; readonly data: string }> {
  const payload = attachedBytes(library, "application/json") ?? new Uint8Array();
  const site = identifiersOf(library.identifier, "site")[0]?.value;
  const header = headerSchema.parse({
    alg: SIGNATURE_ALGORITHM,
    kid: key.kid,
    typ: TYPE,
    url: library.url,
    version: library.version,
    ...(site === undefined ? {} : { site }),
    iat: issuedAt,
  });
  const signed = await new FlattenedSign(payload)
    .setProtectedHeader(header)
    .sign(await importJWK(key, SIGNATURE_ALGORITHM));
  const compact = new TextEncoder().encode(`${signed.protected}..${signed.signature}`);
  return { contentType: SIGNATURE_CONTENT_TYPE, data: toBase64(compact) };
}

/** The Library with this board's signature beside its document, in place of any that was there. */
export async function signLibrary(
  library: Library,
  key: BoardSigningKey,
  issuedAt: number,
): Promise<Library> {
  const others = (library.content ?? []).filter((entry) => entry.contentType !== SIGNATURE_CONTENT_TYPE);
  return { ...library, content: [...others, await signatureAttachment(library, key, issuedAt)] };
}
