import type { DirectoryEntry } from "@cadre-care/domain";
import { bhytCode, cccdCode } from "@cadre-care/domain/synthetic";
import { demoDirectory } from "@cadre-care/example-his-common";
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "./harness/index.ts";
import { BoardReader } from "./support/board-reader.ts";
import { browsersUnderTest } from "./support/browsers.ts";
import { jqgridDriver as driver } from "./support/jqgrid-driver.ts";
import { openedPanel } from "./support/panel.ts";
import { clickDeep, seesText, shownText } from "./support/receptionist.ts";
import { pasteScan, scanFieldHasFocus, scanFieldText, viewOfTab, wedge } from "./support/scanner.ts";
import { dayAt, OFFICER, startWorkday, type Workday } from "./support/workday.ts";

const numberOf = ({ identifiers }: DirectoryEntry, kind: string): string =>
  identifiers.find((identifier) => identifier.kind === kind)?.value ?? "";

/** Managed people with every paper, whose names nobody else in the directory has. */
const people = demoDirectory().filter(
  (entry, _, all) =>
    entry.birthDate.day !== undefined &&
    entry.birthDate.year > 1955 &&
    entry.card !== undefined &&
    entry.medicalBook.number !== undefined &&
    numberOf(entry, "bhyt") !== "" &&
    numberOf(entry, "cccd").slice(4, 6) === String(entry.birthDate.year).slice(2) &&
    all.filter(({ name }) => name === entry.name).length === 1,
);
const personAt = (place: number): DirectoryEntry => {
  const person = people[place];
  if (person === undefined) throw new Error("the directory is too small");
  return person;
};
const day = dayAt(driver);
/** Somebody on the list whom the directory does not know, with a CCCD of their own. */
const stranger = (() => {
  const place = day.expected.findIndex(
    ({ expectedOutcome }, index) =>
      expectedOutcome === "not-managed" &&
      day.patients[index]?.priority === undefined &&
      /^\d{12}$/.test(day.patients[index]?.identityNumber ?? ""),
  );
  const found = day.patients[place];
  if (found === undefined) throw new Error("no stranger today");
  return found;
})();

describe.each(browsersUnderTest())("scanning, %s", (kind) => {
  let workday: Workday;
  let his: Page;
  let view: Page | undefined;

  beforeAll(async () => {
    workday = await startWorkday(kind);
    his = await workday.openHis(driver);
  });
  afterEach(async () => {
    await view?.close();
    view = undefined;
  });
  afterAll(() => workday?.end());

  const open = async (name: "popup" | "panel", address = workday.demo.hisUrls.jqgrid): Promise<Page> => {
    view = await viewOfTab(workday.session, name, address);
    return view;
  };
  const withoutHis = async (): Promise<Page> => {
    const address = `${workday.demo.boardUrl}/health`;
    await workday.session.open(address);
    return open("panel", address);
  };

  it("a receptionist without any HIS page works by scans alone, from the first key on", async () => {
    const panel = await withoutHis();
    const person = personAt(0);
    await eventually("the scan field has the focus", () => scanFieldHasFocus(panel));
    await wedge(panel, cccdCode(person));
    await panel.waitForSelector(">>> [part=check-in]", { visible: true });
    const shown = await seesText(panel, person.name);
    expect(shown).toContain("Người vừa quét");
    expect(shown).toContain("Đối chiếu với mã vừa quét");
    expect(await scanFieldText(panel)).toBe("");
    await clickDeep(panel, ">>> [part=check-in]");
    await seesText(panel, "Đơn vị quản lý đã nhận", 120_000);
    const officer = await BoardReader.signIn(workday.demo.boardUrl, workday.redirectUri, OFFICER);
    expect(await officer.search("Encounter")).toHaveLength(1);
    const views = await officer.search("AuditEvent", "subtype=read");
    expect(views.filter(({ source }) => JSON.stringify(source).includes("device"))).toHaveLength(1);
    await clickDeep(panel, ">>> [part=scan-done]");
    await eventually("nobody is scanned", async () => !(await shownText(panel)).includes("Người vừa quét"));
  });

  it("every paper of a managed person finds them, each in place of the one before", async () => {
    const panel = await open("panel");
    const papers: readonly ((person: DirectoryEntry) => string)[] = [
      (person) => cccdCode(person, 11),
      (person) => numberOf(person, "cccd"),
      bhytCode,
      (person) => `HC403${numberOf(person, "bhyt").slice(-10)}`,
      (person) => numberOf(person, "bhyt").slice(-10),
      (person) => (person.card?.number ?? "").toLowerCase(),
      (person) => person.medicalBook.number ?? "",
    ];
    for (const [index, paper] of papers.entries()) {
      const person = personAt(index + 1);
      await pasteScan(panel, paper(person));
      const who = await seesText(panel, `Người bệnh ${person.name} Ngày sinh`);
      expect(who).not.toContain(`Người bệnh ${personAt(index).name}`);
    }
  });

  it("says plainly what a scan does not tell", async () => {
    const panel = await open("panel");
    await pasteScan(panel, stranger.identityNumber);
    await seesText(panel, "Không có trong danh sách quản lý");
    await pasteScan(panel, "003000001");
    await seesText(panel, "Số CMND cần đi cùng ngày sinh");
    await pasteScan(panel, "UT-999999");
    await seesText(panel, "thẻ hoặc sổ có thể đã đổi số");
    await pasteScan(panel, cccdCode({ ...personAt(9), name: "Đỗ Văn Khác", birthDate: { year: 1999 } }));
    await seesText(panel, "Họ tên vừa quét khác với danh sách");
  });

  it("two people are called two, by name in the panel, and the page's own patient is recognised", async () => {
    await driver.openPatient(his, (await driver.visibleRows(his))[0]?.code ?? "");
    const panel = await open("panel");
    const other = personAt(10);
    await pasteScan(panel, cccdCode(other));
    // The person scanned before is another one than the page's too, and shows until this scan is read.
    await seesText(panel, `Vừa quét ${other.name}`);
    const shown = await seesText(panel, "Không phải người bệnh đang mở trên trang");
    const onPage = await driver.shownPatient(his);
    const patient = day.patients.find(({ code }) => code === onPage);
    expect(shown).toContain(`Vừa quét ${other.name}`);
    expect(shown.toLowerCase().normalize("NFC").replace(/\s+/g, " ")).toContain(
      `trên trang ${patient?.name.trim().toLowerCase().normalize("NFC").replace(/\s+/g, " ")}`,
    );
    await pasteScan(panel, patient?.identityNumber ?? "");
    await seesText(panel, "Đúng là người bệnh đang mở trên trang");
    await driver.backToList(his);
  });

  it("from the popup a scan opens the panel; what there is to say of a stranger is said there", async () => {
    const popup = await open("popup");
    await eventually("the scan field has the focus", () => scanFieldHasFocus(popup));
    await pasteScan(popup, stranger.identityNumber);
    await seesText(popup, "Không có trong danh sách quản lý");
    const person = personAt(11);
    await wedge(popup, cccdCode(person));
    const said = await seesText(popup, "Thuộc diện quản lý");
    // A real popup hangs over its tab; here it is a tab of its own, and the side panel shows with the other one.
    await his.bringToFront();
    const panel = await openedPanel(workday.session);
    await seesText(panel, `Người bệnh ${person.name}`);
    expect(said).not.toContain(person.name);
  });

  it("stays while the HIS loads its next page, and goes with the lock", async () => {
    const panel = await open("panel");
    const person = personAt(12);
    await pasteScan(panel, cccdCode(person));
    await seesText(panel, person.name);
    await his.reload({ waitUntil: "domcontentloaded" });
    await driver.listReady(his);
    const again = await seesText(panel, /Đã đọc \d+ dòng/);
    expect(again).toContain(`Người bệnh ${person.name}`);
    await clickDeep(panel, ">>> [part=check-in]");
    await seesText(panel, /Đã lưu trên máy này|Đang gửi|Đơn vị quản lý đã nhận/);
    await clickDeep(panel, ">>> [part=lock]");
    await seesText(panel, "Đang khóa");
    expect(await shownText(panel)).not.toContain(person.name);
  });
});
