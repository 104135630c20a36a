import type { WithId } from "@medplum/core";
import type { Resource } from "@medplum/fhirtypes";
import { BoardError } from "../outcome/outcome.ts";
import { type StoredResource, storedResourceSchema } from "./stored-resource.ts";

/**
 * What storage holds, in the type that Medplum's generic signatures promise. The one cast at this border: a caller's
 * `T` does not exist at run time, and everything stored has passed `validateResource`.
 */
export const fhirResource = <T extends Resource>(stored: StoredResource): WithId<T> =>
  stored as unknown as WithId<T>;

/** A resource from the router as JSON; it is unvalidated. `id` is ours to give. */
export const jsonResource = (resource: object): StoredResource => {
  const parsed = storedResourceSchema.safeParse({ id: "", ...resource });
  if (!parsed.success) throw new BoardError("resource-invalid");
  return parsed.data;
};
