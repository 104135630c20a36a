import type { StatedIdentity } from "@cadre-care/domain";
import type { PatientStatement } from "@cadre-care/vault";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BANNER_LANES } from "../protocol/banner-lanes.ts";
import { JoinedPatient, type StatedPart } from "./joined-patient.ts";

interface Told extends PatientStatement {
  readonly identity: StatedIdentity | null;
  readonly emergency: boolean;
}

/** A tab that keeps all that it was told. */
const tab = () => {
  const told: Told[] = [];
  const patient = new JoinedPatient({
    statePatient: async (identity, { emergency }, statement) => {
      told.push({ identity, emergency, ...statement });
      return { ok: true, value: { subject: "" } };
    },
  });
  return { told, patient, last: () => told.at(-1) };
};

const joins = { parts: ["p header"], key: "his-code" } as const;
const code = (person: number) => ({ kind: "his-code" as const, value: `BN${person}` });
const cccd = (person: number) => ({ kind: "cccd" as const, value: `00306100000${person}` });
const part = (person: number | null, settled = true): StatedPart => ({
  settled,
  identity: person === null ? null : { identifiers: [code(person)], name: `Trần ${"ABCDEFGH"[person]}` },
  urgency: { emergency: person === 3 },
  problems: [],
});
const content = (person: number | null, generation: number, settled = true) => ({
  ...part(person, settled),
  identity: person === null ? null : { identifiers: [code(person), cccd(person)] },
  urgency: { emergency: false },
  generation,
  reading: `body/${generation}`,
  facts: [{ item: "person-phone" as const, text: "0" }],
});
const [body, header, other] = [{ is: "body" }, { is: "header" }, { is: "other" }];

describe("the patient of a tab", () => {
  it("is what the document with the banner says, and grows when a part says the same code", () => {
    const { patient, last } = tab();
    patient.speak(body, joins, content(1, 4));
    expect(last()?.identity).toEqual({ identifiers: [code(1), cccd(1)] });
    const { generation } = last() ?? {};
    patient.statePart(header, "p header", part(1));
    expect(last()).toMatchObject({
      generation,
      identity: { identifiers: [code(1), cccd(1)], name: "Trần B" },
    });
  });

  it("is never joined with a part of another, and says that the frames differ", () => {
    const { patient, last } = tab();
    patient.statePart(header, "p header", part(3));
    patient.speak(body, joins, content(1, 1));
    expect(last()?.identity?.name).toBeUndefined();
    expect(last()?.emergency).toBe(false);
    expect(last()?.problems?.map(({ code: problem }) => problem)).toEqual(["frames-differ"]);
    expect(last()).toMatchObject({ contradictory: false, teaches: false });
    patient.speak(body, joins, content(3, 2));
    expect(last()).toMatchObject({
      emergency: true,
      identity: { name: "Trần D" },
      problems: [],
      teaches: true,
    });
  });

  it.each<[string, Partial<StatedIdentity>]>([
    ["number", { identifiers: [code(3), cccd(1)] }],
    ["name", { name: "Lê E" }],
    ["birth date", { birthDate: { year: 1962 } }],
  ])("is contradictory while a part has another %s beside the same code", (_what, said) => {
    const { patient, last } = tab();
    const identity = { ...content(3, 1).identity, identifiers: [code(3), cccd(3)] };
    const full = { ...identity, name: "Trần D", birthDate: { year: 1961 } };
    patient.speak(body, joins, { ...content(3, 1), identity: full });
    expect(last()).toMatchObject({ contradictory: false, teaches: true });
    patient.statePart(header, "p header", { ...part(3), identity: { ...full, ...said } });
    expect(last()).toMatchObject({ contradictory: true, teaches: false, facts: [], identity: full });
    // It is the same patient, whatever else is unclear.
    expect(last()?.emergency).toBe(true);
    patient.statePart(header, "p header", part(3));
    expect(last()).toMatchObject({ contradictory: false, teaches: true, facts: [{ item: "person-phone" }] });
  });

  it("is being read while a part is, and says nothing for forms meanwhile", () => {
    const { patient, last } = tab();
    patient.speak(body, joins, content(1, 1));
    patient.statePart(header, "p header", part(1, false));
    expect(last()).toMatchObject({ settled: false, facts: [] });
    patient.statePart(header, "p header", part(1));
    expect(last()).toMatchObject({ settled: true, facts: [{ item: "person-phone" }] });
  });

  it.each([
    ["its page is not shown", (patient: JoinedPatient) => patient.forgetPart(header, "p header")],
    ["its document leaves", (patient: JoinedPatient) => patient.leave(header)],
    ["it shows nobody", (patient: JoinedPatient) => patient.statePart(header, "p header", part(null))],
    [
      "a second document states it",
      (patient: JoinedPatient) => patient.statePart(other, "p header", part(1)),
    ],
  ])("drops a part at once when %s", (_what, act) => {
    const { patient, last } = tab();
    patient.speak(body, joins, content(1, 1));
    patient.statePart(header, "p header", part(1));
    act(patient);
    expect(last()?.identity).toEqual({ identifiers: [code(1), cccd(1)] });
  });

  it("is not told again for a part that changes nothing, or that nobody joins", () => {
    const { patient, told } = tab();
    patient.speak(body, joins, content(1, 1));
    patient.statePart(header, "p header", part(1));
    const times = told.length;
    patient.statePart(header, "p header", part(1));
    patient.statePart(header, "q header", part(1));
    patient.leave(other);
    expect(told).toHaveLength(times);
    patient.silence(body);
    expect(told.at(-1)).toMatchObject({ identity: null, settled: true });
    patient.statePart(header, "p header", part(2));
    expect(told).toHaveLength(times + 1);
  });

  it("is one person at every moment, however the frames change one after the other", () => {
    const person = fc.option(fc.integer({ min: 1, max: 4 }));
    const step = fc.oneof(
      fc.record({ type: fc.constant("body" as const), person, settled: fc.boolean() }),
      fc.record({
        type: fc.constant("header" as const),
        person,
        settled: fc.boolean(),
        from: fc.constantFrom(header, other),
      }),
      fc.record({ type: fc.constantFrom("silence" as const, "gone" as const, "leave" as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { patient, told } = tab();
        let generation = 0;
        let shown: number | null = null;
        for (const act of steps) {
          if (act.type === "body") {
            generation += 1;
            shown = act.person;
            patient.speak(body, joins, content(act.person, generation, act.settled));
            expect((told.at(-1)?.generation ?? -1) % BANNER_LANES).toBe(generation % BANNER_LANES);
          } else if (act.type === "header")
            patient.statePart(act.from, "p header", part(act.person, act.settled));
          else if (act.type === "gone") patient.forgetPart(header, "p header");
          else if (act.type === "leave") patient.leave(header);
          else {
            shown = null;
            patient.silence(body);
          }
          const identity = told.at(-1)?.identity ?? null;
          const people = [
            ...(identity?.identifiers ?? []).map(({ value }) => Number(value.slice(-1))),
            ...(identity?.name === undefined ? [] : ["ABCDEFGH".indexOf(identity.name.slice(-1))]),
          ];
          // The banner stands in the content's document: whoever is told is whom that document shows.
          expect(new Set(people)).toEqual(new Set(shown === null ? [] : [shown]));
        }
        const generations = told.map((statement) => statement.generation);
        expect([...generations].sort((a, b) => a - b)).toEqual(generations);
      }),
    );
  });
});
