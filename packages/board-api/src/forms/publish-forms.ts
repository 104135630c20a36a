import { createHash } from "node:crypto";
import {
  documentLibrary,
  type FormsCollection,
  formsCollection,
  LIBRARY_URLS,
  type Questionnaire,
  questionnaireSchema,
} from "@cadre-care/fhir";
import type { Queryable } from "../database/database.ts";
import type { DocumentSigner } from "../documents/document-signer.ts";
import { databaseNow, insertRows, readRow, updateRow } from "../repository/resource-rows.ts";
import {
  type ResourceRow,
  type StoredResource,
  storedResourceSchema,
} from "../repository/stored-resource.ts";
import { policyValueSetsNow } from "../terminology/policy-value-sets.ts";
import {
  expanded,
  type KnownValueSet,
  LARGEST_WITH_FORMS,
  storedValueSets,
} from "../terminology/value-sets.ts";

/** Any 64-bit number, the same in every process of ours: one composes at a time. */
const COMPOSING_LOCK = 7_203_311_453;

const DOCUMENTS = [
  { id: "forms", url: LIBRARY_URLS.forms, title: "Biểu mẫu" },
  { id: "terminology", url: LIBRARY_URLS.terminology, title: "Bộ mã" },
] as const;

/** Whether storing this resource changes what the forms document or the terminology document must say. */
export const concernsForms = (resource: StoredResource): boolean =>
  resource.resourceType === "Questionnaire" ||
  resource.resourceType === "ValueSet" ||
  (resource.resourceType === "Library" && resource.url === LIBRARY_URLS.policy);

const questionnaires = async (database: Queryable): Promise<readonly Questionnaire[]> => {
  const rows = await database.query<ResourceRow>(
    "SELECT * FROM resource WHERE type = 'Questionnaire' ORDER BY business_key COLLATE \"C\"",
  );
  return rows.map(({ content }) => {
    const { meta: _meta, ...form } = questionnaireSchema.parse(content);
    return form;
  });
};

const collections = async (database: Queryable): Promise<readonly FormsCollection[]> => {
  const known = [...(await storedValueSets(database)), ...(await policyValueSetsNow(database))];
  const isLarge = ({ concepts }: KnownValueSet): boolean => concepts.length > LARGEST_WITH_FORMS;
  const small = known.filter((one) => !isLarge(one)).map((one) => expanded(one));
  return [
    formsCollection([...(await questionnaires(database)), ...small]),
    formsCollection(known.filter(isLarge).map((one) => expanded(one))),
  ];
};

/** The same for the same forms and codes, whenever they were expanded. */
const versionOf = (content: FormsCollection | undefined): string => {
  const said = JSON.stringify(content, (key, value: unknown) => (key === "timestamp" ? undefined : value));
  return createHash("sha256").update(said).digest("hex").slice(0, 16);
};

/**
 * Composes the signed documents `forms` and `terminology` anew from what is stored (docs/fhir-profile.md). What did not
 * change is not issued again.
 */
export const publishForms = async (transaction: Queryable, signer: DocumentSigner): Promise<void> => {
  await transaction.query("SELECT pg_advisory_xact_lock($1)", [COMPOSING_LOCK]);
  const contents = await collections(transaction);
  for (const [index, { id, url, title }] of DOCUMENTS.entries()) {
    const content = contents[index];
    const version = versionOf(content);
    const row = await readRow(transaction, "Library", id);
    if (row?.content.version === version) continue;
    const library = storedResourceSchema.parse({ ...documentLibrary(url, { version, content }, title), id });
    const signed = await signer.sign(transaction, library);
    const now = await databaseNow(transaction);
    if (row) await updateRow(transaction, signed, String(row.version), now);
    else await insertRows(transaction, [signed], now);
  }
};
