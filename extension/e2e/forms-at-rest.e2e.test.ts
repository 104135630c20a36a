import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { searchDisk } from "./harness/disk-search.ts";
import { browsersUnderTest } from "./support/browsers.ts";
import { CANARIES, plantCanaries } from "./support/canaries.ts";
import { openExam, openManagedPatient, resumeExam, submitForm } from "./support/exam-desk.ts";
import { FormTypist } from "./support/form-typist.ts";
import { jqgridDriver } from "./support/jqgrid-driver.ts";
import { seesText, unlock } from "./support/receptionist.ts";
import { DOCTOR, startWorkday, type Workday } from "./support/workday.ts";

/** Words that no HIS, browser or form has of its own. */
const WRITTEN = "Ghi chú riêng 8417 của phiếu";
const FIRST = "Lời dặn riêng 5926 của phiếu";

describe.each(browsersUnderTest())("what is written in a form is not readable on the disk, %s", (kind) => {
  let workday: Workday;
  let code = "";

  const search = () => searchDisk(workday.profileDir, [WRITTEN, FIRST, ...Object.values(CANARIES)]);
  const ours = async () => (await search()).findings.filter(({ text }) => text === WRITTEN || text === FIRST);

  beforeAll(async () => {
    workday = await startWorkday(kind, { account: DOCTOR });
  }, 300_000);
  afterAll(() => workday?.end());

  it("as a draft, after SIGKILL, while planted canaries are found", { timeout: 300_000 }, async () => {
    const { page, panel } = await openManagedPatient(workday, jqgridDriver);
    code = await jqgridDriver.shownPatient(page);
    await openExam(panel);
    const typist = new FormTypist(panel, { words: WRITTEN });
    await typist.type(FIRST);
    await typist.press("Enter");
    await typist.fill(30);
    await seesText(panel, "Đã lưu trên máy này");
    await plantCanaries(workday.session, workday.profileDir, workday.demo.hisUrls.react);
    await workday.session.kill();
    const found = await search();
    const texts = new Set(found.findings.map(({ text }) => text));
    expect(Object.values(CANARIES).filter((canary) => !texts.has(canary))).toEqual([]);
    expect([...texts].filter((text) => text === WRITTEN || text === FIRST)).toEqual([]);
  });

  it("as an entry that waits, after an orderly end", { timeout: 300_000 }, async () => {
    await workday.relaunch();
    await (await unlock(workday.session)).close();
    const panel = await resumeExam(workday, jqgridDriver, code);
    workday.faults.inject({ kind: "down" });
    const typist = new FormTypist(panel, { words: WRITTEN });
    expect(await typist.fill()).toBe(true);
    await submitForm(panel, typist);
    await seesText(panel, "đang chờ gửi");
    await workday.session.close();
    expect(await ours()).toEqual([]);
  });
});
