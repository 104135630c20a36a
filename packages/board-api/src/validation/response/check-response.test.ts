import {
  CODE_SYSTEMS,
  FORM_URLS,
  type Questionnaire,
  questionnaireSchema,
  VALUE_SETS,
} from "@cadre-care/fhir";
import { type Answers, filledForm } from "@cadre-care/forms/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { demoPolicy } from "../../demo/demo-data.ts";
import { demoForms, demoValueSets } from "../../demo/forms/forms.ts";
import { policyValueSets } from "../../terminology/policy-value-sets.ts";
import { expanded, type KnownValueSet, knownValueSet } from "../../terminology/value-sets.ts";
import { type KnownCodes, responseComplaints } from "./check-response.ts";

const policy = demoPolicy();
const known: readonly KnownValueSet[] = [
  ...demoValueSets().flatMap((one) => knownValueSet(one) ?? []),
  ...policyValueSets(policy),
];
const codes: KnownCodes = new Map(
  known.map(({ resource, concepts }) => [
    resource.url,
    new Set(concepts.map(({ system, code }) => `${system}|${code}`)),
  ]),
);
const forms = demoForms(policy);
const form = (url: string, version: string): Questionnaire => {
  const found = forms.find((one) => one.url === url && one.version === version);
  if (!found) throw new Error(`${url}|${version}`);
  return found;
};
const measures: Answers = {
  "chieu-cao": { valueDecimal: 165 },
  "can-nang": { valueDecimal: 60.5 },
  mach: { valueInteger: 72 },
  "huyet-ap-tam-thu": { valueInteger: 120 },
  "huyet-ap-tam-truong": { valueInteger: 80 },
};
const fill = async (questionnaire: Questionnaire, answers: Answers) => {
  const state = await filledForm(
    questionnaire,
    known.map((one) => expanded(one)),
    answers,
  );
  return JSON.parse(JSON.stringify(state.toResponse("completed")));
};
const found = (questionnaire: unknown, response: unknown): readonly string[] =>
  responseComplaints(questionnaire, response, codes).map(({ code, expression }) => {
    const linkId = /linkId = '([^']+)'/.exec(expression ?? "")?.[1];
    return linkId === undefined ? code : `${code} ${linkId}`;
  });

describe("a form filled by the engine", () => {
  it.each(forms.map((one) => [`${one.url}|${one.version}`, one] as const))(
    "%s has no complaint",
    async (_name, one) => {
      const has = (linkId: string) => JSON.stringify(one).includes(`"linkId":"${linkId}"`);
      const answers = Object.fromEntries(Object.entries(measures).filter(([linkId]) => has(linkId)));
      const more: Answers =
        has("duong-mau") && one.url === FORM_URLS.diabetes ? { "duong-mau": { valueDecimal: 6.1 } } : {};
      const diagnosis: Answers =
        one.url === FORM_URLS.referral
          ? {
              "chan-doan": {
                valueCoding: { system: CODE_SYSTEMS.icd10, code: "I10", display: "Tăng huyết áp" },
              },
            }
          : {};
      const response = await fill(one, { ...answers, ...more, ...diagnosis });
      expect(found(one, response)).toEqual([]);
    },
  );
});

describe("what is wrong is named by its linkId", () => {
  const exam = form(FORM_URLS.periodicExam, "TT25-2026.2");
  const itemSchema: z.ZodType<Item> = z.lazy(() =>
    z.looseObject({
      linkId: z.string(),
      answer: z.array(z.looseObject({})).optional(),
      item: z.array(itemSchema).optional(),
    }),
  );
  interface Item {
    linkId: string;
    answer?: Record<string, unknown>[] | undefined;
    item?: Item[] | undefined;
  }
  const responseSchema = z.object({ item: z.array(itemSchema) });
  let good: z.infer<typeof responseSchema>;
  beforeAll(async () => {
    good = responseSchema.parse(
      await fill(exam, {
        ...measures,
        "gioi-tinh": {
          valueCoding: { system: "http://hl7.org/fhir/administrative-gender", code: "female", display: "Nữ" },
        },
      }),
    );
  });

  const withItem = (linkId: string, change: (item: Item, siblings: Item[]) => void) => {
    const copy = structuredClone(good);
    const walk = (items: Item[]): boolean =>
      items.some((item) => {
        const isMeant = item.linkId === linkId;
        if (isMeant) change(item, items);
        return isMeant || walk(item.item ?? []);
      });
    expect(walk(copy.item)).toBe(true);
    return found(exam, copy);
  };
  const without = (linkId: string) =>
    withItem(linkId, (item, siblings) => {
      siblings.splice(siblings.indexOf(item), 1);
    });

  it("nothing at all", () => expect(found(exam, good)).toEqual([]));
  it.each(["ho-ten", "ban-than-tim", "mach", "pl-tuan-hoan", "bs-mat", "pl-san-phu-khoa"])(
    "%s is missing",
    (id) => {
      expect(without(id)).toEqual([`answer-missing ${id}`]);
    },
  );
  it("a whole section is missing", () => {
    expect(without("the-luc")).toEqual(
      ["chieu-cao", "can-nang", "mach", "huyet-ap-tam-thu", "huyet-ap-tam-truong", "pl-the-luc"].map(
        (id) => `answer-missing ${id}`,
      ),
    );
  });
  it("gynaecology is not missed in a man, nor in a woman who declined it", () => {
    const dropped = ["pl-san-phu-khoa", "bs-san-phu-khoa"].map((id) => `answer-missing ${id}`);
    expect(without("kham-san-phu-khoa")).toEqual(dropped);
    const man = withItem("gioi-tinh", (item) => {
      item.answer = [{ valueCoding: { system: "http://hl7.org/fhir/administrative-gender", code: "male" } }];
    });
    expect(man).toEqual([]);
    const declined = withItem("kham-san-phu-khoa", (item) => {
      item.item = [{ linkId: "tu-choi-san-phu-khoa", answer: [{ valueBoolean: true }] }];
    });
    expect(declined).toEqual([]);
  });
  it("a question that another answer makes appear", () => {
    const asked = withItem("ban-than-khac", (item) => {
      item.answer = [{ valueBoolean: true }];
    });
    expect(asked).toEqual(["answer-missing ban-than-ghi-ro"]);
  });
  it("an item that the form does not have, one twice, two answers to one question", () => {
    expect(withItem("mach", (item) => Object.assign(item, { linkId: "mach-lung" }))).toEqual([
      "response-invalid",
      "answer-missing mach",
    ]);
    const twice = withItem("mach", (item, siblings) => {
      siblings.push(structuredClone(item));
    });
    expect(new Set(twice)).toEqual(new Set(["response-invalid mach"]));
    expect(withItem("mach", (item) => item.answer?.push({ valueInteger: 80 }))).toEqual([
      "response-invalid mach",
    ]);
  });
  it("an answer of another kind, too long, or with a code that is not offered", () => {
    const answered = (linkId: string, answer: Record<string, unknown>) =>
      withItem(linkId, (item) => {
        item.answer = [answer];
      });
    expect(answered("mach", { valueDecimal: 72.5 })).toEqual(["response-invalid mach"]);
    expect(answered("ho-ten", { valueString: "x".repeat(256) })).toEqual(["response-invalid ho-ten"]);
    expect(answered("pl-mat", { valueCoding: { system: CODE_SYSTEMS.healthClass, code: "VI" } })).toEqual([
      "code-unknown pl-mat",
    ]);
    expect(answered("pl-mat", { valueCoding: { code: "I" } })).toEqual(["code-unknown pl-mat"]);
    expect(answered("gioi-tinh", { valueCoding: { system: "urn:x", code: "male" } })).toContain(
      "code-unknown gioi-tinh",
    );
    expect(codes.has(VALUE_SETS.healthClass)).toBe(true);
  });
  it("an open choice takes words and any code of its systems, since lists change while a machine is offline", () => {
    const diagnosed = (answer: Record<string, unknown>) =>
      withItem("ket-luan", (item) => {
        item.item?.push({ linkId: "benh-tat", item: [{ linkId: "chan-doan", answer: [answer] }] });
      });
    expect(diagnosed({ valueString: "Theo dõi thêm" })).toEqual([]);
    expect(diagnosed({ valueCoding: { system: CODE_SYSTEMS.icd10, code: "X99" } })).toEqual([]);
    expect(diagnosed({ valueCoding: { system: "urn:x", code: "I10" } })).toEqual(["code-unknown chan-doan"]);
  });
  it("a question that depends on a reference, or on a code without system", () => {
    const missing = (answer: object, given: object) => {
      const type = "valueReference" in given ? "reference" : "choice";
      const condition = { question: "x", operator: "=", ...answer };
      const asked = { linkId: "y", type: "string", text: "y", required: true, enableWhen: [condition] };
      const item = [{ linkId: "x", type, text: "x" }, asked];
      return found({ ...exam, item }, { item: [{ linkId: "x", answer: [given] }] });
    };
    const doctor = { reference: "Practitioner/a" };
    const shown = ["answer-missing y"];
    expect(missing({ answerReference: doctor }, { valueReference: { ...doctor, display: "A" } })).toEqual(
      shown,
    );
    expect(missing({ answerReference: doctor }, { valueReference: { reference: "Practitioner/b" } })).toEqual(
      [],
    );
    expect(missing({ answerCoding: { code: "a" } }, { valueCoding: { system: "urn:x", code: "a" } })).toEqual(
      shown,
    );
    expect(
      missing({ answerCoding: { code: "a" } }, { valueCoding: { system: "urn:x", display: "a" } }),
    ).toEqual([]);
  });
  it("a choice between what is no code takes one of its options, of their kind", () => {
    const person = (id: string) => ({ valueReference: { reference: `Practitioner/${id}` } });
    const asked = (type: "choice" | "open-choice", options: readonly object[], answer: object) =>
      found(
        { ...exam, item: [{ linkId: "x", type, text: "x", answerOption: options }] },
        { item: [{ linkId: "x", answer: [answer] }] },
      );
    for (const [options, other] of [
      [[{ valueInteger: 1 }, { valueInteger: 2, initialSelected: true }], { valueInteger: 3 }],
      [[{ valueDate: "2026-01-01" }, { valueDate: "2026-01-02" }], { valueDate: "2026-01-03" }],
      [[{ valueTime: "08:00:00" }, { valueTime: "09:00:00" }], { valueTime: "10:00:00" }],
      [[{ valueString: "Sáng" }, { valueString: "Chiều" }], { valueString: "Tối" }],
      [[person("a"), { valueReference: { ...person("b").valueReference, display: "B" } }], person("c")],
      [[{ valueCoding: { code: "a" } }, { valueString: "b" }], { valueCoding: { code: "b" } }],
    ] as const) {
      for (const { initialSelected: _selected, ...option } of options.map((one) => Object(one)))
        expect([option, asked("choice", options, option)]).toEqual([option, []]);
      const code = "valueCoding" in other ? "code-unknown x" : "response-invalid x";
      expect([other, asked("choice", options, other)]).toEqual([other, [code]]);
    }
    const numbers = [{ valueInteger: 1 }];
    expect(asked("choice", numbers, { valueString: "1" })).toEqual(["response-invalid x"]);
    expect(asked("choice", numbers, { valueCoding: { code: "1" } })).toEqual(["response-invalid x"]);
    expect(asked("open-choice", numbers, { valueString: "Nhiều" })).toEqual([]);
    expect(asked("open-choice", numbers, { valueInteger: 2 })).toEqual(["response-invalid x"]);
  });
  it("a group that is answered, and a form that was never asked for", () => {
    expect(withItem("the-luc", (item) => Object.assign(item, { answer: [{ valueString: "x" }] }))).toEqual([
      "response-invalid the-luc",
    ]);
    expect(found(questionnaireSchema.parse({ ...exam, item: [] }), good)).toEqual(["response-invalid"]);
  });
});
