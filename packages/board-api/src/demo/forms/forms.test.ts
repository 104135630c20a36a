import { createHash } from "node:crypto";
import { canonicalOf, formsFor, referralSigners } from "@cadre-care/domain";
import { FORM_ITEMS, FORM_URLS, formDefinition, linkIdsOf, type Questionnaire } from "@cadre-care/fhir";
import { checkResource } from "@cadre-care/fhir/testing";
import { compileForm, readQuestionnaire } from "@cadre-care/forms";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { demoPolicy } from "../demo-data.ts";
import { PERSONAL_QUESTION_IDS } from "./exam-history.ts";
import { demoForms, demoValueSets } from "./forms.ts";

/**
 * What each issued version was. Where a hash differs, an issued form was changed: a board that has issued it keeps the old
 * one. Give the form another version instead, and add a line. Those of versions that are built no more stay: nothing else
 * may ever have their names.
 */
const ISSUED: Readonly<Record<string, string>> = {
  "kham-suc-khoe-dinh-ky-tt32-2023.1": "abcc3f58d1d9655c",
  "kham-suc-khoe-dinh-ky-tt25-2026.1": "3cb97dbef9cb29b2",
  "kham-suc-khoe-can-bo-tt32-2023.1-mau.1": "1bcb055741071deb",
  "kham-suc-khoe-can-bo-tt25-2026.1-mau.1": "057a3a952d13d34c",
  "theo-doi-tang-huyet-ap-1": "f8066206e8f5691c",
  "theo-doi-benh-mach-vanh-1": "eb54ce99ba6a9dc1",
  "theo-doi-dai-thao-duong-1": "b68895e6d1f48551",
  "theo-doi-copd-1": "dcdb667ab3f58abd",
  "phieu-chuyen-co-so-tt01-2025.1": "9203f95dd04365b6",
  "phieu-chuyen-co-so-tt01-2025.2": "873dc6857c195ec4",
  "kham-suc-khoe-dinh-ky-tt32-2023.2": "b4d8b3eb31a27d42",
  "kham-suc-khoe-dinh-ky-tt25-2026.2": "ca7d2190ea2d058d",
  "kham-suc-khoe-can-bo-tt32-2023.2-mau.1": "7a38269e90a9eeb4",
  "kham-suc-khoe-can-bo-tt25-2026.2-mau.1": "9a2fc73408bfa46c",
  "phieu-chuyen-co-so-tt01-2025.3": "c9ac1a6fffa5493c",
  "phieu-chuyen-co-so-tt01-2025.4": "4085df6afa6eae94",
};

const policy = demoPolicy();
const forms = demoForms(policy);
const definitions = forms.map(formDefinition);
const named = forms.map((form) => [canonicalOf(form), form] as const);

interface Seen {
  readonly linkId: string;
  readonly type: string;
  readonly text: string;
  readonly prefix?: string | undefined;
  readonly item?: unknown[] | undefined;
  readonly code?: { readonly system: string; readonly code: string }[] | undefined;
  readonly _text?: unknown;
}
const seen: z.ZodType<Seen> = z.looseObject({
  linkId: z.string(),
  type: z.string(),
  text: z.string(),
  prefix: z.string().optional(),
  item: z.array(z.unknown()).optional(),
  code: z.array(z.object({ system: z.string(), code: z.string() })).optional(),
});
const itemsOf = (holder: { readonly item?: readonly unknown[] | undefined }): readonly Seen[] =>
  (holder.item ?? []).flatMap((item) => {
    const read = seen.parse(item);
    return [read, ...itemsOf(read)];
  });
const form = (url: string, day: string): Questionnaire => {
  const [found] = formsFor(
    definitions.filter((one) => one.url === url),
    day,
  );
  if (!found) throw new Error(`no ${url} on ${day}`);
  return found.questionnaire;
};
const children = (questionnaire: Questionnaire, linkId: string): readonly string[] => {
  const found = itemsOf(questionnaire).find((item) => item.linkId === linkId);
  return itemsOf(found ?? {}).map((item) => item.linkId);
};
const order = (questionnaire: Questionnaire, ids: readonly string[]): readonly string[] => {
  const all = itemsOf(questionnaire).map((item) => item.linkId);
  expect(ids.filter((id) => !all.includes(id))).toEqual([]);
  return ids.toSorted((one, other) => all.indexOf(one) - all.indexOf(other));
};

describe.each(named)("%s", (_canonical, questionnaire) => {
  it("passes all judges, with every linkId once", () => {
    expect(checkResource(questionnaire)).toEqual([]);
  });

  it("is a form that the engine finds nothing wrong with", () => {
    const read = readQuestionnaire(questionnaire);
    if (!read.ok) throw new Error(read.problem.code);
    expect(compileForm(read.value).dependencies.problems).toEqual([]);
  });

  it("speaks Vietnamese with its marks, and English", () => {
    for (const { text, _text, linkId } of itemsOf(questionnaire)) {
      expect([linkId, text]).toEqual([linkId, text.normalize("NFC")]);
      expect([linkId, JSON.stringify(_text)]).toEqual([linkId, expect.stringMatching(/"lang".*"en"/)]);
    }
  });

  it("says in which linkIds conditions are met", () => {
    const linkIds = new Set(itemsOf(questionnaire).map((item) => item.linkId));
    const text = JSON.stringify(questionnaire);
    const mentioned = [
      ...text.matchAll(/"question":"([^"]+)"/g),
      ...text.matchAll(/linkId = '([^']+)'/g),
    ].map(([, linkId = ""]) => linkId);
    expect(mentioned.filter((linkId) => !linkIds.has(linkId))).toEqual([]);
  });
});

it.each(named)(
  "%s has an id of its own version, which R4 allows",
  (_canonical, { id = "", version = "" }) => {
    expect(id).toMatch(/^[A-Za-z0-9.-]{1,64}$/);
    expect(id.toLowerCase().endsWith(`-${version.toLowerCase()}`)).toBe(true);
  },
);

it("an issued version is what it was", () => {
  const hash = (one: Questionnaire) =>
    createHash("sha256").update(JSON.stringify(one)).digest("hex").slice(0, 16);
  expect(ISSUED).toMatchObject(Object.fromEntries(forms.map((one) => [one.id ?? "", hash(one)])));
});

describe("the version follows the day of the event", () => {
  it.each([
    [FORM_URLS.periodicExam, "2026-06-30", "TT32-2023.2"],
    [FORM_URLS.periodicExam, "2026-07-01", "TT25-2026.2"],
    [FORM_URLS.cadreExam, "2026-06-30", "TT32-2023.2-mau.1"],
    [FORM_URLS.cadreExam, "2026-07-01", "TT25-2026.2-mau.1"],
    [FORM_URLS.referral, "2026-05-31", "TT01-2025.3"],
    [FORM_URLS.referral, "2026-06-01", "TT01-2025.4"],
  ])("%s on %s", (url, day, version) => {
    expect(form(url, day).version).toBe(version);
  });
});

describe("the adult periodic exam", () => {
  const now = form(FORM_URLS.periodicExam, "2026-11-22");
  const before = form(FORM_URLS.periodicExam, "2026-06-30");

  it("has the parts of the form in their order", () => {
    expect((now.item ?? []).map(({ linkId }) => linkId)).toEqual([
      "hanh-chinh",
      "tien-su-gia-dinh",
      "tien-su-ban-than",
      "the-luc",
      "lam-sang",
      "can-lam-sang",
      "ket-luan",
    ]);
    expect(children(now, "ban-than")).toEqual(PERSONAL_QUESTION_IDS);
    expect(PERSONAL_QUESTION_IDS).toHaveLength(22);
  });

  it("orders the specialties as each circular does", () => {
    const specialties = [
      "noi-khoa",
      "ngoai-khoa",
      "da-lieu",
      "san-phu-khoa",
      "mat",
      "tai-mui-hong",
      "rang-ham-mat",
    ];
    const ids = specialties.map((id) => `kham-${id}`);
    expect(order(now, ids)).toEqual(ids);
    expect(order(before, ids)).toEqual(
      ["noi-khoa", "ngoai-khoa", "san-phu-khoa", "mat", "tai-mui-hong", "rang-ham-mat", "da-lieu"].map(
        (id) => `kham-${id}`,
      ),
    );
  });

  it("asks for a class in 15 places and for one overall", () => {
    expect(linkIdsOf(now, FORM_ITEMS.specialtyClass)).toHaveLength(15);
    expect(linkIdsOf(now, FORM_ITEMS.overallClass)).toEqual(["phan-loai-suc-khoe"]);
    expect(linkIdsOf(now, FORM_ITEMS.specialtyDoctor)).toHaveLength(7);
  });
});

describe("the cadre exam", () => {
  it("adds to the periodic exam and takes nothing away", () => {
    for (const day of ["2026-06-30", "2026-11-22"]) {
      const cadre = new Set(itemsOf(form(FORM_URLS.cadreExam, day)).map(({ linkId }) => linkId));
      const base = itemsOf(form(FORM_URLS.periodicExam, day)).map(({ linkId }) => linkId);
      expect(base.filter((linkId) => !cadre.has(linkId))).toEqual([]);
      expect(cadre.size).toBeGreaterThan(base.length);
    }
  });

  it("asks for a cadre class only where the policy has classes", () => {
    const withClasses = demoForms({
      ...policy,
      cadreClasses: [{ code: "A", label: { vi: "Loại A (mẫu)", en: "Class A (sample)" } }],
    });
    const asked = (list: readonly Questionnaire[]) =>
      list.flatMap((one) => linkIdsOf(one, FORM_ITEMS.cadreClass));
    expect(asked(forms)).toEqual([]);
    expect(asked(withClasses)).toHaveLength(2);
    expect(withClasses.flatMap(checkResource)).toEqual([]);
  });
});

describe("the referral", () => {
  const referral = form(FORM_URLS.referral, "2026-11-22");
  const options = z.object({
    answerOption: z.array(z.object({ valueCoding: z.object({ code: z.string(), display: z.string() }) })),
  });

  it("has the fields of the annex in their order, with no numbers but those of the reasons", () => {
    expect(itemsOf(referral).flatMap(({ prefix }) => prefix ?? [])).toEqual([]);
    const fields = ["kinh-gui", "ho-ten", "ngay-sinh", "dia-chi", "dan-toc", "quoc-tich", "nghe-nghiep"];
    const rest = ["so-the-bhyt", "da-kham", "tom-tat", "ly-do", "huong-dieu-tri", "chuyen-hoi", "mot-nam"];
    const inOrder = [...fields, ...rest, "phuong-tien", "ho-tong", "ngay-ky", "nguoi-hanh-nghe"];
    expect(order(referral, inOrder)).toEqual(inOrder);
  });

  it("knows three reasons, none of which is being a cadre", () => {
    const [linkId] = linkIdsOf(referral, FORM_ITEMS.referralReason);
    const item = itemsOf(referral).find((one) => one.linkId === linkId);
    expect(options.parse(item).answerOption.map(({ valueCoding }) => valueCoding.code)).toEqual([
      "1a",
      "1b",
      "2",
    ]);
    for (const { valueCoding } of options.parse(item).answerOption) {
      expect(valueCoding.display.startsWith(`${valueCoding.code}. `)).toBe(true);
      expect(valueCoding.display).not.toMatch(/cán bộ/i);
    }
  });

  it("speaks of two signatures from 2026-06-01 on", () => {
    for (const day of ["2026-05-31", "2026-06-01"]) {
      const note = itemsOf(form(FORM_URLS.referral, day)).find(({ linkId }) => linkId === "ghi-chu-ky");
      expect(note?.text.includes("hai chữ ký số")).toBe(referralSigners(day).length === 2);
    }
  });
});

describe("value sets", () => {
  it.each(demoValueSets().map((one) => [one.url, one] as const))("%s passes all judges", (_url, valueSet) => {
    expect(checkResource(valueSet)).toEqual([]);
  });
});
