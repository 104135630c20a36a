import {
  type BoardKey,
  type BoardSigningKey,
  boardSigningKeySchema,
  librarySchema,
  publicHalf,
  signLibrary,
} from "@cadre-care/fhir";
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";
import { z } from "zod";

const searchset = z.looseObject({ entry: z.array(z.looseObject({ resource: librarySchema })).default([]) });
const attachment = z.looseObject({ contentType: z.string(), data: z.string() });

/** A board that signs well and checks badly: its key, and its policy without tiers, signed. */
export interface CarelessBoard {
  readonly key: BoardKey;
  /** Rewrites a search answer: well-formed FHIR with a good signature, and no policy. */
  readonly withoutTiers: (body: string) => Promise<string>;
}

const newKey = async (): Promise<BoardSigningKey> => {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true });
  const jwk = await exportJWK(privateKey);
  return boardSigningKeySchema.parse({ ...jwk, kid: await calculateJwkThumbprint(jwk), alg: "ES256" });
};

const withoutTiers = (content: unknown): unknown => {
  const known = attachment.safeParse(content);
  if (!known.success || known.data.contentType !== "application/json") return content;
  const { tiers: _, ...policy } = z
    .looseObject({ tiers: z.unknown() })
    .parse(JSON.parse(Buffer.from(known.data.data, "base64").toString("utf8")));
  return { ...known.data, data: Buffer.from(JSON.stringify(policy)).toString("base64") };
};

export const carelessBoard = async (): Promise<CarelessBoard> => {
  const signing = await newKey();
  return {
    key: publicHalf(signing),
    withoutTiers: async (body) => {
      const bundle = searchset.parse(JSON.parse(body));
      const entry = await Promise.all(
        bundle.entry.map(async ({ resource, ...rest }) => {
          const broken = librarySchema.parse({ ...resource, content: resource.content?.map(withoutTiers) });
          return { ...rest, resource: await signLibrary(broken, signing, Math.floor(Date.now() / 1000)) };
        }),
      );
      return JSON.stringify({ ...bundle, entry });
    },
  };
};
