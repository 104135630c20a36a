import type { FhirJson, OpenedForm } from "@cadre-care/domain";

/** What an opened form tells FHIRPath of its person, who fills it in, and the encounter: names of SDC's launchContext. */
export const launchContextOf = ({
  person,
  subject,
  author,
  visit,
  eventDate,
}: Pick<OpenedForm, "person" | "subject" | "author" | "visit" | "eventDate">): Readonly<
  Record<string, FhirJson>
> => ({
  patient: {
    resourceType: "Patient",
    id: subject,
    name: [{ text: person.name }],
    birthDate: person.birthDate,
    gender: person.sex,
  },
  ...(author === undefined ? {} : { user: { resourceType: "Practitioner", name: [{ text: author.name }] } }),
  ...(visit === undefined
    ? {}
    : { encounter: { resourceType: "Encounter", id: visit, period: { start: eventDate } } }),
});
