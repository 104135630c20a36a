import {
  LIBRARY_URLS,
  librarySchema,
  questionnaireSchema,
  readForms,
  VALUE_SETS,
  verifyDocument,
} from "@cadre-care/fhir";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../database/database.ts";
import { openPglite } from "../database/pglite-database.ts";
import { demoPolicy } from "../demo/demo-data.ts";
import { healthClassValueSet } from "../demo/forms/health-class.ts";
import { policyResource } from "../demo/organisation-resources.ts";
import { issueForms, prepareDatabase } from "../demo/seed.ts";
import { publicKeySet } from "../documents/document-keys.ts";
import { DocumentSigner } from "../documents/document-signer.ts";
import { insertRows, readRow, updateRow } from "../repository/resource-rows.ts";
import { publishForms } from "./publish-forms.ts";

const options = { seed: 1, people: 1, referenceDate: "2026-11-26", siteProfiles: [] };

/** Ends a start that hangs; nothing is measured by it. */
const SLOW_MACHINE = 600_000;

describe("the documents of forms and value sets", () => {
  let database: Database;
  beforeAll(async () => {
    database = await openPglite(undefined);
    await prepareDatabase(database, options);
  }, SLOW_MACHINE);
  afterAll(() => database.close());

  const row = async (id: string) => {
    const found = await readRow(database, "Library", id);
    if (!found) throw new Error(id);
    return found;
  };
  const publish = async () => {
    const { documents } = await prepareDatabase(database, options);
    return documents;
  };
  const hospitals = async () => {
    const keys = publicKeySet(await publish()).keys;
    const document = await verifyDocument(
      librarySchema.parse((await row("forms")).content),
      LIBRARY_URLS.forms,
      keys,
    );
    const read = document.ok ? readForms(document.value.content) : document;
    if (!read.ok) throw new Error(read.problem.code);
    const set = read.value.valueSets.find(({ url }) => url === VALUE_SETS.receivingHospital);
    return {
      codes: set?.expansion?.contains?.map(({ code }) => code),
      urls: read.value.valueSets.map(({ url }) => url),
    };
  };
  const amendPolicy = async (change: Partial<ReturnType<typeof demoPolicy>>) => {
    const documents = await publish();
    const signer = new DocumentSigner(documents);
    await database.transaction(async (transaction) => {
      const before = await readRow(transaction, "Library", "policy");
      const resource = policyResource({ ...demoPolicy(), ...change });
      await updateRow(transaction, resource, String(before?.version), new Date());
      await publishForms(transaction, signer);
    });
  };

  const versions = async () =>
    (await Promise.all(["forms", "terminology"].map(row))).map(({ version }) => version);

  it("are not issued again by a restart, nor by a policy that says the same of them", async () => {
    const before = await versions();
    await publish();
    await amendPolicy({ statutoryAge: 80 });
    expect(await versions()).toEqual(before);
  });

  it("follow the policy: its hospitals, and classes of cadres only where it has any", async () => {
    const terminology = (await row("terminology")).version;
    const { version } = await row("forms");
    expect((await hospitals()).urls).not.toContain(VALUE_SETS.cadreClass);
    const name = { vi: "Bệnh viện khác (mẫu)", en: "Another hospital (sample)" };
    await amendPolicy({
      receivingHospitals: [{ id: "bv-khac", name }],
      cadreClasses: [{ code: "A", label: { vi: "Loại A (mẫu)", en: "Class A (sample)" } }],
    });
    expect(await hospitals()).toMatchObject({ codes: ["bv-khac"] });
    expect((await hospitals()).urls).toContain(VALUE_SETS.cadreClass);
    expect((await row("forms")).version).toBe(version + 1);
    expect((await row("terminology")).version).toBe(terminology);
  });

  it("keep an issued form as it was issued, whatever the builders say by now", async () => {
    const changed = await database.query<{ id: string }>(
      `UPDATE resource SET content = jsonb_set(content::jsonb, '{title}', '"Bản đã phát hành"')::json
       WHERE type = 'Questionnaire' AND id = 'theo-doi-copd-1' RETURNING id`,
    );
    expect(changed).toHaveLength(1);
    await publish();
    expect((await readRow(database, "Questionnaire", "theo-doi-copd-1"))?.content.title).toBe(
      "Bản đã phát hành",
    );
  });

  describe("issue of a form", () => {
    const url = "https://example.org/Questionnaire/mau";
    const issued = async () =>
      database.query<{ id: string; version: string }>(
        `SELECT id, content->>'version' AS version FROM resource
         WHERE type = 'Questionnaire' AND content->>'url' = $1 ORDER BY version`,
        [url],
      );
    const form = (id: string, version: string) => ({
      ...questionnaireSchema.parse({
        resourceType: "Questionnaire",
        status: "active",
        title: "Mẫu",
        url,
        version,
      }),
      id,
    });

    it("passes over a version that is there under another id, and issues the next one", async () => {
      await database.transaction((transaction) =>
        insertRows(transaction, [form("cua-cntt", "1")], new Date()),
      );
      await issueForms(database, [form("mau-1", "1"), form("mau-2", "2")]);
      await issueForms(database, [form("mau-1", "1"), form("mau-2", "2")]);
      expect(await issued()).toEqual([
        { id: "cua-cntt", version: "1" },
        { id: "mau-2", version: "2" },
      ]);
    });

    it("meets a board whose value set moved to another address", async () => {
      const set = (address: string) => ({
        ...healthClassValueSet,
        id: "da-chuyen",
        url: `https://example.org/ValueSet/${address}`,
      });
      await issueForms(database, [set("cu")]);
      await issueForms(database, [set("moi")]);
      expect((await readRow(database, "ValueSet", "da-chuyen"))?.content.url).toMatch(/cu$/);
    });
  });
});
