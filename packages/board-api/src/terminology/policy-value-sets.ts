import { type LocalizedText, type Policy, policySchema } from "@cadre-care/domain";
import { CODE_SYSTEMS, VALUE_SETS } from "@cadre-care/fhir";
import type { Queryable } from "../database/database.ts";
import { libraryJson } from "../policy/policy-in-force.ts";
import { POLICY_KEY } from "../repository/keys.ts";
import type { ResourceRow } from "../repository/stored-resource.ts";
import type { KnownValueSet } from "./value-sets.ts";

const ofPolicy = (
  url: string,
  title: string,
  system: string,
  entries: readonly { readonly code: string; readonly text: LocalizedText }[],
  lastUpdated: string | undefined,
): KnownValueSet => ({
  resource: {
    resourceType: "ValueSet",
    url,
    title,
    status: "active",
    ...(lastUpdated === undefined ? {} : { meta: { lastUpdated } }),
  },
  concepts: entries.map(({ code, text }) => ({ system, code, display: text.vi, designation: text.en })),
});

/** Value sets that follow from the policy: receiving hospitals, and the classes of cadres where it has any. */
export const policyValueSets = (
  policy: Policy | undefined,
  lastUpdated?: string,
): readonly KnownValueSet[] => {
  const { receivingHospitals = [], cadreClasses = [] } = policy ?? {};
  return [
    ofPolicy(
      VALUE_SETS.receivingHospital,
      "Cơ sở khám bệnh, chữa bệnh nhận người bệnh chuyển đến",
      CODE_SYSTEMS.hospital,
      receivingHospitals.map(({ id, name }) => ({ code: id, text: name })),
      lastUpdated,
    ),
    ...(cadreClasses.length === 0
      ? []
      : [
          ofPolicy(
            VALUE_SETS.cadreClass,
            "Phân loại sức khỏe cán bộ theo quy định của đơn vị quản lý",
            CODE_SYSTEMS.cadreClass,
            cadreClasses.map(({ code, label }) => ({ code, text: label })),
            lastUpdated,
          ),
        ]),
  ];
};

/** The policy as it stands in this transaction, together with its time. */
const policyNow = async (
  database: Queryable,
): Promise<{ readonly policy?: Policy; readonly lastUpdated?: string }> => {
  const [row] = await database.query<ResourceRow>("SELECT * FROM resource WHERE business_key = $1", [
    POLICY_KEY,
  ]);
  return row
    ? { policy: policySchema.parse(libraryJson(row.content)), lastUpdated: row.last_updated.toISOString() }
    : {};
};

/** Value sets that follow from the policy as it stands in this transaction. */
export const policyValueSetsNow = async (database: Queryable): Promise<readonly KnownValueSet[]> => {
  const { policy, lastUpdated } = await policyNow(database);
  return policyValueSets(policy, lastUpdated);
};
