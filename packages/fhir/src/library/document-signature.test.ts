import { base64url, exportJWK, FlattenedSign, generateKeyPair, importJWK, SignJWT } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import type { Library } from "../resources/index.ts";
import { LIBRARY_URLS } from "../systems.ts";
import { checkResource } from "../testing/index.ts";
import { toBase64 } from "./base64.ts";
import { type BoardSigningKey, boardKeySetSchema, boardSigningKeySchema, publicHalf } from "./board-key.ts";
import { signLibrary, verifyDocument } from "./document-signature.ts";
import { documentLibrary } from "./documents.ts";

const newKey = async (kid: string): Promise<BoardSigningKey> => {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  return boardSigningKeySchema.parse({ ...(await exportJWK(privateKey)), kid, alg: "ES256" });
};
const text = (value: string) => new TextEncoder().encode(value);
const json = (value: unknown) => base64url.encode(text(JSON.stringify(value)));

const document = { version: "2026.1", content: { room: "Phòng khám số 3" } };
const library = documentLibrary(LIBRARY_URLS.policy, document, "Chính sách");
const ISSUED = 1_763_800_000;

let ours: BoardSigningKey;
let next: BoardSigningKey;
let theirs: BoardSigningKey;
let signed: Library;

beforeAll(async () => {
  [ours, next, theirs] = await Promise.all([newKey("ours"), newKey("next"), newKey("theirs")]);
  signed = await signLibrary(library, ours, ISSUED);
});

const verified = async (candidate: Library, url: string = LIBRARY_URLS.policy, keys = [ours, next]) => {
  const result = await verifyDocument(candidate, url, keys.map(publicHalf));
  return result.ok ? result.value : result.problem.code;
};

const partsOf = (candidate: Library) => {
  const compact = atob(candidate.content?.[1]?.data ?? "");
  const [header = "", , signature = ""] = compact.split(".");
  return { header, signature, claims: JSON.parse(new TextDecoder().decode(base64url.decode(header))) };
};

/** The Library with another signature, and where wanted another document. */
const withSignature = (header: string, signature: string, content?: unknown): Library => ({
  ...signed,
  content: [
    content === undefined
      ? { ...signed.content?.[0] }
      : { contentType: "application/json", data: toBase64(text(JSON.stringify(content))) },
    { contentType: "application/jose", data: toBase64(text(`${header}..${signature}`)) },
  ],
});

describe("a signed document", () => {
  it("is what the board signed, with the time of its issue, and still good FHIR", async () => {
    expect(await verified(signed)).toEqual({ ...document, issuedAt: ISSUED });
    expect(checkResource(signed)).toEqual([]);
  });

  it("may be signed by any of the pinned keys, and signed anew", async () => {
    const again = await signLibrary(signed, next, ISSUED + 1);
    expect(again.content).toHaveLength(2);
    expect(await verified(again)).toMatchObject({ issuedAt: ISSUED + 1 });
  });

  it("is refused without a signature, without a document, and with one that is cut off", async () => {
    expect(await verified(library)).toBe("document-unsigned");
    expect(await verified({ ...signed, content: [] })).toBe("document-unreadable");
    const { header, signature } = partsOf(signed);
    expect(await verified(withSignature(header, signature.slice(0, 20)))).toBe("document-signature-wrong");
    expect(await verified(withSignature(header, ""))).toBe("document-signature-wrong");
    const [json, jose] = signed.content ?? [];
    const cut = { ...json, data: json?.data?.slice(0, 24) };
    expect(await verified({ ...signed, content: [cut, { ...jose }] })).toBe("document-signature-wrong");
  });
});

describe("a forged document is refused", () => {
  it("with other content under a good signature", async () => {
    const { header, signature } = partsOf(signed);
    expect(await verified(withSignature(header, signature, { room: "Phòng khác" }))).toBe(
      "document-signature-wrong",
    );
    // The same JSON in other bytes is not what was signed either.
    const spaced = {
      contentType: "application/json",
      data: toBase64(text(JSON.stringify(document.content, null, 1))),
    };
    expect(await verified({ ...signed, content: [spaced, { ...signed.content?.[1] }] })).toBe(
      "document-signature-wrong",
    );
  });

  it("signed by a key that is not pinned, under its own name or a pinned one", async () => {
    expect(await verified(await signLibrary(library, theirs, ISSUED))).toBe("document-key-unknown");
    expect(await verified(await signLibrary(library, { ...theirs, kid: "ours" }, ISSUED))).toBe(
      "document-signature-wrong",
    );
    // A pinned key under the name of another pinned one.
    expect(await verified(await signLibrary(library, { ...next, kid: "ours" }, ISSUED))).toBe(
      "document-signature-wrong",
    );
  });

  it("that brings its own key, or says where to fetch it", async () => {
    const { claims } = partsOf(signed);
    const jwk = publicHalf(theirs);
    const forged = await new FlattenedSign(text(JSON.stringify(document.content)))
      .setProtectedHeader({ ...claims, jwk, jku: "https://attacker.example/keys" })
      .sign(await importJWK(theirs, "ES256"));
    expect(await verified(withSignature(forged.protected ?? "", forged.signature))).toBe(
      "document-signature-wrong",
    );
  });

  it.each(["none", "HS256", "ES384", "RS256", "NONE", ""])("with algorithm %j", async (alg) => {
    const { claims, signature } = partsOf(signed);
    const header = json({ ...claims, alg });
    expect(await verified(withSignature(header, signature))).toBe("document-signature-wrong");
    expect(await verified(withSignature(header, "AA"))).toBe("document-signature-wrong");
  });

  it("with an HMAC made of the public key", async () => {
    const { claims } = partsOf(signed);
    const secret = base64url.decode(ours.x);
    const forged = await new FlattenedSign(text(JSON.stringify(document.content)))
      .setProtectedHeader({ ...claims, alg: "HS256" })
      .sign(secret);
    expect(await verified(withSignature(forged.protected ?? "", forged.signature))).toBe(
      "document-signature-wrong",
    );
  });

  it("with any word of its header changed", async () => {
    const { claims, signature } = partsOf(signed);
    for (const change of [
      { iat: ISSUED + 1 },
      { version: "2027.1" },
      { url: LIBRARY_URLS.siteProfile },
      { site: "x" },
    ])
      expect(await verified(withSignature(json({ ...claims, ...change }), signature))).toBe(
        "document-signature-wrong",
      );
  });

  it("put in another one's place: kind, version or hospital", async () => {
    const profile = documentLibrary(LIBRARY_URLS.siteProfile, { ...document, site: "bv-a" }, "Hồ sơ");
    const forA = await signLibrary(profile, ours, ISSUED);
    expect(await verified(forA, LIBRARY_URLS.siteProfile)).toMatchObject({ site: "bv-a" });
    expect(await verified({ ...forA, url: LIBRARY_URLS.policy })).toBe("document-signature-wrong");
    expect(await verified(forA)).toBe("document-signature-wrong");
    const [site] = profile.identifier ?? [];
    const forB = { ...forA, identifier: [{ ...site, value: "bv-b" }] };
    expect(await verified(forB, LIBRARY_URLS.siteProfile)).toBe("document-signature-wrong");
    expect(await verified({ ...signed, version: "2027.1" })).toBe("document-signature-wrong");
  });

  it("that is another kind of token of the same key", async () => {
    const token = await new SignJWT({ sub: "u-1" })
      .setProtectedHeader({ alg: "ES256", kid: "ours" })
      .sign(await importJWK(ours, "ES256"));
    const [header = "", , signature = ""] = token.split(".");
    expect(await verified(withSignature(header, signature, { sub: "u-1" }))).toBe("document-signature-wrong");
  });
});

describe("a set of pinned keys", () => {
  it("holds public keys, each with a name of its own, and never a private one", () => {
    const [one, two] = [publicHalf(ours), publicHalf(next)];
    expect(boardKeySetSchema.safeParse({ keys: [one, two] }).success).toBe(true);
    expect(boardKeySetSchema.safeParse({ keys: [ours] }).success).toBe(false);
    expect(boardKeySetSchema.safeParse({ keys: [one, { ...two, kid: "ours" }] }).success).toBe(false);
    expect(boardKeySetSchema.safeParse({ keys: [{ ...one, alg: "none" }] }).success).toBe(false);
    expect(boardKeySetSchema.safeParse({ keys: [] }).success).toBe(false);
  });
});
