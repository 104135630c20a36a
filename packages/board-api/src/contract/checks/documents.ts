import { readPolicy } from "@cadre-care/domain";
import {
  boardKeySetSchema,
  LIBRARY_URLS,
  type Library,
  librarySchema,
  verifyDocument,
} from "@cadre-care/fhir";
import { z } from "zod";
import { given, holds, permitted, same } from "./findings.ts";
import type { Ground } from "./ground.ts";

const active = async ({ desk }: Ground, url: string): Promise<readonly Library[]> => {
  const answer = permitted(await desk.get(`/Library?status=active&url=${encodeURIComponent(url)}&_count=10`));
  same("status of a search for a document by url and status", 200, answer.status);
  return answer.bundle.entry.flatMap(({ resource }) => librarySchema.safeParse(resource).data ?? []);
};

/** The one active Library of that url, with content that a key of the board signed, as it was stored. */
const signedDocument = async (ground: Ground, url: string) => {
  const found = await active(ground, url);
  same("active Libraries of this url", 1, found.length);
  const [library] = found;
  const keys = given(ground.documentKeys, "no-keys");
  const verified = library ? await verifyDocument(library, url, keys) : undefined;
  holds("a key of the board signed what the Library holds, byte for byte", verified?.ok ?? false);
  return verified?.ok ? verified.value : undefined;
};

export const policySigned = async (ground: Ground) => {
  const document = await signedDocument(ground, LIBRARY_URLS.policy);
  holds("it is a policy that the client can read", readPolicy(document?.content).ok);
  return document;
};

const collection = z.looseObject({ resourceType: z.literal("Bundle"), type: z.literal("collection") });

export const formsSigned = async (ground: Ground) => {
  const document = await signedDocument(ground, LIBRARY_URLS.forms);
  holds("it is a Bundle of type collection", collection.safeParse(document?.content).success);
};

export const terminologySigned = async (ground: Ground) => {
  const document = await signedDocument(ground, LIBRARY_URLS.terminology);
  holds("it is a Bundle of type collection", collection.safeParse(document?.content).success);
};

const machineKeys = z.looseObject({ escrow: z.looseObject({}), commands: z.array(z.unknown()).min(1) });

/** `GET /board-keys`: what builds pin, and what machines are enrolled with. */
export const keysPublished = async ({ url }: Ground) => {
  const answer = await fetch(`${url}/board-keys`, { redirect: "error" });
  same("status of /board-keys", 200, answer.status);
  const body: unknown = await answer.json().catch(() => undefined);
  holds("it holds public ES256 keys, each with a kid", boardKeySetSchema.safeParse(body).success);
  holds("it holds the keys for machines (escrow, commands)", machineKeys.safeParse(body).success);
};
