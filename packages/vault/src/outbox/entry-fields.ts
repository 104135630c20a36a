import type { LocalizedText, OutboxFieldView, Policy } from "@cadre-care/domain";
import { FIELD_LABELS } from "./entry-field-messages.ts";
import { leavesOf, valueAt, withValueAt } from "./json-path.ts";
import type { OutboxBody } from "./outbox-body.ts";

type Choices = NonNullable<OutboxFieldView["choices"]>;

/** One value of an entry, and the places in its bundle where it stands. `place`: `<index of the entry>.<path>`. */
export interface EntryField {
  readonly id: string;
  readonly label: LocalizedText;
  readonly input: OutboxFieldView["input"];
  readonly places: readonly string[];
  readonly choices?: Choices;
}

const PROVENANCE_TIMES = ["occurredDateTime", "recorded"];

const namedChoices = (items: readonly { id: string; label: LocalizedText }[]): Choices =>
  items.map(({ id, label }) => ({ value: id, label }));

/** Where the Provenance of an entry says when it happened. */
const timesOf = (body: OutboxBody): readonly string[] =>
  body.bundle.entry.flatMap(({ request }, index) =>
    request.url === "Provenance" ? PROVENANCE_TIMES.map((name) => `${index}.${name}`) : [],
  );

/** Texts that a person wrote: answers of a form, reasons and notes of a referral. */
const textField = ([path, _]: readonly [string, string], body: OutboxBody): EntryField[] => {
  const answer = /^(.*item\.\d+)\.answer\.\d+\.value(String|Decimal|Integer|Date|DateTime)$/.exec(path);
  const resource = body.bundle.entry[0]?.resource;
  if (answer) {
    const name = valueAt(resource, `${answer[1]}.text`) ?? valueAt(resource, `${answer[1]}.linkId`);
    const label = { vi: String(name), en: String(name) };
    return [{ id: path, label, input: "text", places: [`0.${path}`] }];
  }
  const reason = /^reasonCode\.\d+\.text$/.test(path);
  if (!reason && !/^note\.\d+\.text$/.test(path)) return [];
  const label = reason ? FIELD_LABELS.reason : FIELD_LABELS.note;
  return [{ id: path, label, input: "text", places: [`0.${path}`] }];
};

/** What of an entry a person can read and correct. Everything else stays as it was accepted. */
export const fieldsOf = (body: OutboxBody, policy: Policy | undefined): readonly EntryField[] => {
  const at = (places: readonly string[]): EntryField => ({
    id: "at",
    label: FIELD_LABELS.at,
    input: "moment",
    places: [...places, ...timesOf(body)],
  });
  switch (body.kind) {
    case "check-in":
      return [
        {
          id: "process",
          label: FIELD_LABELS.process,
          input: policy ? "choice" : "none",
          places: ["0.type.0.coding.0.code"],
          ...(policy ? { choices: namedChoices(policy.processes) } : {}),
        },
        at(["0.period.start", "0.statusHistory.0.period.start"]),
      ];
    case "visit-step":
      return [
        {
          id: "step",
          label: FIELD_LABELS.step,
          input: policy ? "choice" : "none",
          places: ["0.code.coding.0.code"],
          ...(policy ? { choices: namedChoices(policy.steps) } : {}),
        },
        {
          id: "room",
          label: FIELD_LABELS.room,
          input: policy ? "choice" : "none",
          places: ["0.location.identifier.value"],
          ...(policy ? { choices: namedChoices(policy.rooms) } : {}),
        },
        at(["0.executionPeriod.start", "0.executionPeriod.end"]),
      ];
    case "response":
    case "referral":
      return [
        ...leavesOf(body.bundle.entry[0]?.resource).flatMap((leaf) => textField(leaf, body)),
        { ...at([]), input: "none" },
      ];
    case "audit":
      return [{ ...at(["0.recorded"]), input: "none" }];
    default:
      return [{ ...at([]), input: "none" }];
  }
};

const resourcesOf = (body: OutboxBody): readonly unknown[] =>
  body.bundle.entry.map(({ resource }) => resource);

export const fieldValue = (body: OutboxBody, field: EntryField): string | undefined => {
  for (const place of field.places) {
    const value = valueAt(resourcesOf(body), place);
    if (value !== undefined) return String(value);
  }
  return undefined;
};

/** The body with another value of a field, in every place where it stands. */
export const withFieldValue = (body: OutboxBody, field: EntryField, value: string): OutboxBody => ({
  ...body,
  ...(field.id === "at" && body.amend ? { amend: { ...body.amend, at: value } } : {}),
  bundle: {
    ...body.bundle,
    entry: body.bundle.entry.map((entry, index) => ({
      ...entry,
      resource: field.places
        .filter((place) => place.startsWith(`${index}.`))
        .map((place) => place.slice(place.indexOf(".") + 1))
        .reduce(
          (resource, path) => withValueAt(resource, path, typed(resource, path, value)),
          entry.resource,
        ),
    })),
  },
});

/** A number stays a number. */
const typed = (resource: unknown, path: string, value: string): unknown =>
  typeof valueAt(resource, path) === "number" ? Number(value) : value;

/** Whether a value can stand there. */
export const isValidFor = (body: OutboxBody, field: EntryField, value: string): boolean => {
  if (field.input === "choice") return (field.choices ?? []).some((choice) => choice.value === value);
  if (field.input === "moment")
    return (
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
      !Number.isNaN(Date.parse(value))
    );
  const before = field.places.map((place) => valueAt(resourcesOf(body), place));
  const isNumber = before.some((one) => typeof one === "number");
  return field.input === "text" && value.trim() !== "" && (!isNumber || Number.isFinite(Number(value)));
};

/** Elements that say nothing to a person who compares two versions. */
const TECHNICAL =
  /^(id|meta|identifier|resourceType|implicitRules|language)(\.|$)|(^|\.)(reference|system|url|div)$/;

/** A resource as two columns are compared: every value that a person can read, by path. */
export const comparedFields = (resource: unknown): readonly OutboxFieldView[] =>
  leavesOf(resource)
    .filter(([path]) => !TECHNICAL.test(path))
    .slice(0, 60)
    .map(([path, value]) => ({ id: path, label: labelOf(path), value, input: "none" as const }));

const labelOf = (path: string): LocalizedText => {
  if (path === "status") return FIELD_LABELS.status;
  const name = path.replaceAll(/\.(\d+)/g, "[$1]");
  return { vi: name, en: name };
};
