import { expect, it } from "vitest";
import example from "../profile/example.json" with { type: "json" };
import { readSiteProfile } from "../profile/read-site-profile.ts";
import { READING_FAULTS } from "../read/reading-faults.ts";
import { type SiteFinding, UNRECOGNISED } from "./site-finding.ts";
import { siteProblem } from "./site-problems.ts";

const read = readSiteProfile(example);
if (!read.ok) throw new Error(read.problem.message.en);
const profile = read.value;
const [page] = profile.pages;
const said = (finding: SiteFinding): string => siteProblem(profile, finding).message.vi;
const at = (id: string, code: SiteFinding["code"]): SiteFinding => ({
  code,
  page: id,
  kind: "list",
  place: "fields.name",
  off: true,
});

it("what a finding says of a page of the profile names it; of none, the page as it stands", () => {
  const named = said(at(page?.id ?? "", "header-missing"));
  expect(named).toContain(`«${page?.id}», mục «Họ tên»: không có cột`);
  expect(named).toContain(`hồ sơ trang «${profile.id}»`);
  expect(said(UNRECOGNISED)).toMatch(/^Trang này: địa chỉ đúng/u);
  expect(said(at("somewhere", "header-missing"))).toMatch(/^Trang này: không có cột/u);
  expect(said({ ...UNRECOGNISED, code: "gave-up" })).toMatch(/^Trang liên tục gỡ phần hiển thị/u);
});

it.each(READING_FAULTS)("%s has words in both languages", (code) => {
  const { message } = siteProblem(profile, at(page?.id ?? "", code));
  for (const text of [message.vi, message.en]) expect(text).not.toMatch(/undefined|:\s*\./u);
  expect(message.vi).not.toBe(message.en);
});
