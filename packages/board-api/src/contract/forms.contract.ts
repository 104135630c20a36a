import {
  type FormDefinition,
  LIBRARY_URLS,
  librarySchema,
  readForms,
  VALUE_SETS,
  verifyDocument,
} from "@cadre-care/fhir";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { demoPolicy } from "../demo/demo-data.ts";
import { demoForms } from "../demo/forms/forms.ts";
import type { Subject } from "./suite.ts";

const expansion = z.object({
  expansion: z.object({
    total: z.number(),
    contains: z.array(z.object({ code: z.string(), display: z.string() })).default([]),
  }),
});

/** Forms and value sets: delivered signed, never changed, searched with Vietnamese folding (docs/fhir-profile.md). */
export const formsContract = ({ desks, documentKeys }: Subject): void => {
  const document = async (url: string) => {
    const [found, ...more] = await desks().receptionist.all(
      `/Library?url=${encodeURIComponent(url)}&status=active`,
    );
    expect(more).toEqual([]);
    const library = librarySchema.parse(found);
    const signed = await verifyDocument(library, url, documentKeys().keys);
    if (!signed.ok) throw new Error(signed.problem.code);
    const read = readForms(signed.value.content);
    if (!read.ok) throw new Error(read.problem.code);
    return { ...read.value, issuedAt: signed.value.issuedAt, id: library.id ?? "" };
  };
  const expand = async (query: string) =>
    expansion.parse((await desks().doctor.get(`/ValueSet/$expand?${query}`)).json).expansion;
  const newForm = (form: FormDefinition | undefined, version: string) => {
    const { id: _id, ...rest } = form?.questionnaire ?? {};
    return { ...rest, version };
  };

  describe("forms", () => {
    it("come in one signed document, as stored, with the small value sets", async () => {
      const { forms, valueSets } = await document(LIBRARY_URLS.forms);
      const expected = demoForms(demoPolicy());
      expect(forms.map(({ canonical }) => canonical)).toEqual(
        expect.arrayContaining(expected.map(({ url, version }) => `${url}|${version}`)),
      );
      const { doctor } = desks();
      for (const { questionnaire } of forms) {
        const { meta: _meta, ...stored } = (await doctor.get(`/Questionnaire/${questionnaire.id}`)).resource;
        expect(stored).toEqual(questionnaire);
      }
      const urls = valueSets.map(({ url }) => url);
      expect(urls).toEqual(expect.arrayContaining([VALUE_SETS.healthClass, VALUE_SETS.receivingHospital]));
      expect(urls).not.toContain(VALUE_SETS.icd10);
    });

    it("large value sets come in a signed document of their own", async () => {
      const { forms, valueSets } = await document(LIBRARY_URLS.terminology);
      expect(forms).toEqual([]);
      expect(valueSets.map(({ url }) => url)).toContain(VALUE_SETS.icd10);
      const icd = valueSets.find(({ url }) => url === VALUE_SETS.icd10);
      expect(icd?.expansion?.contains?.length).toBe(icd?.expansion?.total);
    });

    it("a new version joins the document, which is signed anew; an issued one never changes", async () => {
      const { it: technician } = desks();
      const before = await document(LIBRARY_URLS.forms);
      const [form] = before.forms;
      const created = await technician.send("POST", "/Questionnaire", newForm(form, "hop-dong.1"));
      expect(created.status).toBe(201);
      const after = await document(LIBRARY_URLS.forms);
      expect(after.issuedAt).toBeGreaterThan(before.issuedAt);
      expect(after.forms).toHaveLength(before.forms.length + 1);
      expect(after.forms.map(({ canonical }) => canonical)).toContain(`${form?.url}|hop-dong.1`);
      const again = await technician.send("POST", "/Questionnaire", {
        ...newForm(form, "hop-dong.1"),
        title: "Khác",
      });
      expect([again.status, again.problem]).toEqual([409, "form-already-issued"]);
      const changed = { ...created.resource, title: "Khác" };
      for (const desk of Object.values(desks()).filter((one) => typeof one !== "string"))
        expect([403, 405, 401]).toContain(
          (await desk.put(`/Questionnaire/${created.id}`, changed, 'W/"1"')).status,
        );
      expect((await technician.get(`/Questionnaire/${created.id}`)).resource.title).toBe(form?.title.vi);
    });

    it("a form with a linkId twice, without a version or an effective period is refused", async () => {
      const { it: technician } = desks();
      const [form] = (await document(LIBRARY_URLS.forms)).forms;
      const good = newForm(form, "xau.1");
      const item = { linkId: "a", type: "string", text: "A" };
      for (const change of [
        { item: [item, { ...item, text: "B" }] },
        { item: [{ ...item, type: "group", item: [item] }] },
        { version: undefined },
        { url: undefined },
        { effectivePeriod: undefined },
        { status: "draft" },
        { item: [{ ...item, enableWhen: [{ question: "b", operator: "exists", answerBoolean: true }] }] },
      ])
        expect([
          JSON.stringify(change),
          (await technician.send("POST", "/Questionnaire", { ...good, ...change })).problem,
        ]).toEqual([JSON.stringify(change), "form-invalid"]);
    });

    it("nobody writes the documents that the board composes", async () => {
      const { it: technician } = desks();
      for (const url of [LIBRARY_URLS.forms, LIBRARY_URLS.terminology]) {
        const { id } = await document(url);
        const { resource, headers } = await technician.get(`/Library/${id}`);
        const put = await technician.put(`/Library/${id}`, resource, headers.get("etag") ?? "");
        expect(put.problem).toBe("document-composed");
        expect((await technician.send("POST", "/Library", resource)).problem).toBe("document-composed");
      }
    });
  });

  describe("a value set", () => {
    const resourceOf = async () => {
      const { it: technician } = desks();
      const [found] = await technician.all(`/ValueSet?url=${encodeURIComponent(VALUE_SETS.icd10)}`);
      return { resource: { ...found }, path: `/ValueSet/${found?.id}` };
    };
    const listed = z.object({
      compose: z.object({ include: z.tuple([z.looseObject({ concept: z.array(z.unknown()) })]) }),
    });

    it("is amended by IT, and machines get it signed anew", async () => {
      const { it: technician, doctor } = desks();
      const { resource, path } = await resourceOf();
      const [include] = listed.parse(resource).compose.include;
      const concept = [...include.concept, { code: "Z99.9", display: "Mã thử của hợp đồng" }];
      const amended = { ...resource, compose: { include: [{ ...include, concept }] } };
      const ifMatch = (await technician.get(path)).headers.get("etag") ?? "";
      const before = await document(LIBRARY_URLS.terminology);
      expect((await doctor.put(path, amended, ifMatch)).problem).toBe("not-permitted");
      expect((await technician.put(path, amended, ifMatch)).status).toBe(200);
      const after = await document(LIBRARY_URLS.terminology);
      expect(after.issuedAt).toBeGreaterThan(before.issuedAt);
      expect(JSON.stringify(after.valueSets)).toContain("Z99.9");
      expect((await expand(`url=${encodeURIComponent(VALUE_SETS.icd10)}&filter=z999`)).total).toBe(1);
    });

    it("lists its concepts, once for each URL", async () => {
      const { it: technician } = desks();
      const { resource } = await resourceOf();
      const { id: _id, compose: _compose, ...bare } = resource;
      expect((await technician.send("POST", "/ValueSet", { ...resource, id: undefined })).problem).toBe(
        "document-already-active",
      );
      const elsewhere = { ...bare, url: "https://x.example/ValueSet/a" };
      expect((await technician.send("POST", "/ValueSet", elsewhere)).problem).toBe("profile-violated");
    });
  });

  describe("ValueSet/$expand", () => {
    const icd = `url=${encodeURIComponent(VALUE_SETS.icd10)}`;

    it("finds by code and by name, without regard to accents, page by page", async () => {
      const { contains } = await expand(`${icd}&filter=${encodeURIComponent("tang huyet ap")}`);
      expect(contains[0]).toMatchObject({ code: "I10" });
      expect((await expand(`${icd}&filter=E119`)).contains).toMatchObject([{ code: "E11.9" }]);
      const all = await expand(`${icd}&count=3`);
      expect(all.contains).toHaveLength(3);
      const next = await expand(`${icd}&count=3&offset=2`);
      expect(next.contains[0]).toEqual(all.contains[2]);
      expect(next.total).toBe(all.total);
      expect((await expand(`${icd}&filter=khongcogi`)).total).toBe(0);
      const hospitals = await expand(`url=${encodeURIComponent(VALUE_SETS.receivingHospital)}`);
      expect(hospitals.total).toBe(demoPolicy().receivingHospitals?.length);
    });

    it("is refused for an unknown set, an unknown parameter, a bad count, and to who may not read", async () => {
      const { doctor, receptionist, officer, it: technician } = desks();
      const problem = async (query: string) => (await doctor.get(`/ValueSet/$expand?${query}`)).problem;
      expect(await problem("url=https%3A%2F%2Fx.example")).toBe("value-set-unknown");
      expect(await problem("")).toBe("value-set-unknown");
      expect(await problem(`${icd}&property=x`)).toBe("search-parameter-unknown");
      expect(await problem(`${icd}&count=-1`)).toBe("search-value-invalid");
      for (const reader of [doctor, officer, technician])
        expect((await reader.get(`/ValueSet/$expand?${icd}&count=1`)).status).toBe(200);
      expect((await receptionist.get(`/ValueSet/$expand?${icd}`)).problem).toBe("not-permitted");
    });
  });
};
