import type { DirectoryEntry, Policy } from "@cadre-care/domain";
import { generateProvince } from "@cadre-care/domain/synthetic";
import { type Author, type Questionnaire, rosterResources, type ValueSet } from "@cadre-care/fhir";
import { hashPassword } from "../auth/accounts.ts";
import type { Database, Queryable } from "../database/database.ts";
import { createSchema, exclusively } from "../database/schema.ts";
import { type DocumentKeys, documentKeys } from "../documents/document-keys.ts";
import { DocumentSigner } from "../documents/document-signer.ts";
import { publishForms } from "../forms/publish-forms.ts";
import { businessKeyOf } from "../repository/keys.ts";
import { databaseNow, insertRows } from "../repository/resource-rows.ts";
import { type StoredResource, storedResourceSchema } from "../repository/stored-resource.ts";
import { type DemoAccount, demoAccounts, demoPolicy } from "./demo-data.ts";
import { demoForms, demoValueSets } from "./forms/forms.ts";
import {
  organisationResources,
  policyResource,
  practitionerId,
  practitionerResources,
} from "./organisation-resources.ts";
import { pastExams } from "./past-exams/past-exams.ts";
import { publishSiteProfiles } from "./publish-site-profiles.ts";
import { stableId } from "./stable-id.ts";

export interface SeedOptions {
  readonly seed: number;
  readonly people: number;
  /** yyyy-MM-dd that exam rounds and cards are reckoned from. */
  readonly referenceDate: string;
  /** Paths of site profiles, JSON. */
  readonly siteProfiles: readonly string[];
}

const RESOURCES_A_STATEMENT = 1500;

const seedAccounts = async (transaction: Queryable, accounts: readonly DemoAccount[]): Promise<void> => {
  for (const account of accounts)
    await transaction.query(
      `INSERT INTO account (login, subject, password, name, role, site, practitioner)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        account.login,
        stableId("account", account.login),
        await hashPassword(account.password),
        account.name,
        account.role,
        account.site ?? null,
        practitionerId(account.login),
      ],
    );
};

/** Databases that were filled before there was a second factor get it too; one that somebody set stays. */
const seedSecondFactors = async (transaction: Queryable, accounts: readonly DemoAccount[]): Promise<void> => {
  for (const { login, secondFactor } of accounts)
    await transaction.query(
      "UPDATE account SET second_factor = $2 WHERE login = $1 AND second_factor IS NULL",
      [login, secondFactor],
    );
};

/** The resources of a synthetic province, person by person. */
export const rosterOf = (people: readonly DirectoryEntry[]): readonly StoredResource[] => {
  const unit = { reference: `Organization/${demoPolicy().unit.id}` };
  return people.flatMap((entry) => {
    const { patient, flag, episode } = rosterResources(entry, {
      unit,
      flagId: stableId("flag", entry.personId),
      episodeId: stableId("episode", entry.personId),
    });
    return [patient, flag, episode].map((resource) => storedResourceSchema.parse(resource));
  });
};

/** Whether a form's url and version, or a value set's url, are on the board already, under whatever id. */
const isIssued = async (transaction: Queryable, resource: StoredResource): Promise<boolean> => {
  const found = await transaction.query(
    "SELECT 1 FROM resource WHERE business_key = $1 OR (type = $2 AND id = $3)",
    [businessKeyOf(resource), resource.resourceType, resource.id],
  );
  return found.length > 0;
};

/** Issues the given forms and value sets. What has been issued stays as it is, whatever the builders say now. */
export const issueForms = async (
  transaction: Queryable,
  resources: readonly (Questionnaire | ValueSet)[],
): Promise<void> => {
  for (const resource of resources.map((one) => storedResourceSchema.parse(one)))
    if (!(await isIssued(transaction, resource)))
      await insertRows(transaction, [resource], await databaseNow(transaction));
};

const demoIssue = (policy: Policy): readonly (Questionnaire | ValueSet)[] => [
  ...demoForms(policy),
  ...demoValueSets(),
];

/** The demo's doctor, who wrote the exams of earlier rounds. */
const examiner = (accounts: readonly DemoAccount[]): Author => {
  const doctor = accounts.find(({ role }) => role === "doctor");
  return {
    reference: `Practitioner/${practitionerId(doctor?.login ?? "")}`,
    name: doctor?.name ?? "",
  };
};

const fill = async (transaction: Queryable, options: SeedOptions): Promise<boolean> => {
  const done = await transaction.query("SELECT 1 FROM board_fact WHERE name = 'seeded'");
  if (done.length > 0) {
    await seedSecondFactors(transaction, demoAccounts());
    await publishSiteProfiles(transaction, options.siteProfiles);
    await issueForms(transaction, demoIssue(demoPolicy()));
    return false;
  }
  const policy = demoPolicy();
  const accounts = demoAccounts();
  const now = await databaseNow(transaction);
  await seedAccounts(transaction, accounts);
  await seedSecondFactors(transaction, accounts);
  await insertRows(
    transaction,
    [...organisationResources(policy), ...practitionerResources(accounts), policyResource(policy)],
    now,
  );
  await publishSiteProfiles(transaction, options.siteProfiles);
  await issueForms(transaction, demoIssue(policy));
  const people = generateProvince(options);
  const examined = pastExams({ ...options, people, forms: demoForms(policy), author: examiner(accounts) });
  for (const resources of [rosterOf(people), examined])
    for (let start = 0; start < resources.length; start += RESOURCES_A_STATEMENT)
      await insertRows(
        transaction,
        resources.slice(start, start + RESOURCES_A_STATEMENT),
        await databaseNow(transaction),
      );
  await transaction.query("INSERT INTO board_fact (name, value) VALUES ('seeded', $1::jsonb)", [
    JSON.stringify({ seed: options.seed, people: options.people }),
  ]);
  return true;
};

export interface PreparedDatabase {
  /** It was empty, and was filled now. */
  readonly filled: boolean;
  readonly documents: DocumentKeys;
}

/**
 * Fills an empty database with the demo, in one transaction; one that has been filled keeps its people, accounts and policy.
 * Several processes may start at once. Its documents are signed with the key in use.
 */
export const prepareDatabase = async (database: Database, options: SeedOptions): Promise<PreparedDatabase> =>
  database.transaction(async (transaction) => {
    await exclusively(transaction);
    await createSchema(transaction);
    const documents = await documentKeys(transaction);
    const filled = await fill(transaction, options);
    const signer = new DocumentSigner(documents);
    await publishForms(transaction, signer);
    await signer.signStored(transaction);
    return { filled, documents };
  });
