import { LIBRARY_URLS, type Library, librarySchema, verifyDocument } from "@cadre-care/fhir";
import { describe, expect, it } from "vitest";
import { formsSigned, keysPublished, policySigned, terminologySigned } from "./checks/documents.ts";
import { groundOf } from "./ground-of.ts";
import type { Subject } from "./suite.ts";

/** Policy and site profiles carry the board's signature, whoever wrote them (docs/fhir-profile.md). */
export const signedDocumentsContract = (subject: Subject): void => {
  const { desks, documentKeys } = subject;
  const policy = async (): Promise<Library & { id: string }> => {
    const [found] = await desks().it.all(`/Library?url=${encodeURIComponent(LIBRARY_URLS.policy)}`);
    const library = librarySchema.parse(found);
    return { ...library, id: library.id ?? "" };
  };
  const verified = (library: unknown) =>
    verifyDocument(librarySchema.parse(library), LIBRARY_URLS.policy, documentKeys().keys);

  describe("signed documents", () => {
    it("serves the policy with a signature of its own key", async () => {
      expect(await verified(await policy())).toMatchObject({ ok: true });
      await policySigned(groundOf(subject));
    });

    it("serves forms and large value sets signed as well, and its keys to anybody", async () => {
      await formsSigned(groundOf(subject));
      await terminologySigned(groundOf(subject));
      await keysPublished(groundOf(subject));
    });

    it("signs what IT writes anew, later than before, whatever signature was sent along", async () => {
      const { it: technician } = desks();
      const before = await policy();
      const issued = await verified(before);
      const path = `/Library/${before.id}`;
      const ifMatch = (await technician.get(path)).headers.get("etag") ?? "";
      const sent = { ...before, title: "Chính sách phục vụ" };
      const written = await technician.put(path, sent, ifMatch);
      expect(written.status).toBe(200);
      const after = await policy();
      expect(after.content).toHaveLength(2);
      const again = await verified(after);
      expect(issued.ok && again.ok && again.value.issuedAt > issued.value.issuedAt).toBe(true);
    });

    it("signs in a transaction too, and takes no document that it cannot sign", async () => {
      const { it: technician } = desks();
      const library = await policy();
      const ifMatch = (await technician.get(`/Library/${library.id}`)).headers.get("etag") ?? "";
      const put = (resource: object) => ({
        resourceType: "Bundle",
        type: "transaction",
        entry: [{ resource, request: { method: "PUT", url: `Library/${library.id}`, ifMatch } }],
      });
      const [document] = library.content ?? [];
      const noJson = { ...library, content: [{ ...document, contentType: "text/plain" }] };
      expect((await technician.transact(put(noJson))).problem).toBe("document-invalid");
      const unsigned = { ...library, content: [{ ...document }] };
      expect((await technician.transact(put(unsigned))).status).toBe(200);
      expect(await verified(await policy())).toMatchObject({ ok: true });
    });
  });
};
