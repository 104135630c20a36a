import type { DirectoryEntry } from "@cadre-care/domain";
import { cccdCode } from "@cadre-care/domain/synthetic";
import { demoDirectory } from "@cadre-care/example-his-common";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually } from "./harness/index.ts";
import { faultInBackground } from "./support/background-faults.ts";
import { type CarelessBoard, carelessBoard } from "./support/bad-policy.ts";
import { brokenProfile } from "./support/bad-profile.ts";
import { BoardReader } from "./support/board-reader.ts";
import { browsersUnderTest } from "./support/browsers.ts";
import { jqgridDriver as driver } from "./support/jqgrid-driver.ts";
import { bannerText } from "./support/panel.ts";
import { clickDeep, SECRET, seesText, shownText, signInFirstTime } from "./support/receptionist.ts";
import { pasteScan, scanFieldText, viewOfTab, wedge } from "./support/scanner.ts";
import { OFFICER, RECEPTIONIST, ROSTER_READY, startWorkday, type Workday } from "./support/workday.ts";

const YEAR = 365 * 86_400_000;

const people = demoDirectory().filter(
  ({ birthDate, identifiers }) =>
    birthDate.day !== undefined && birthDate.year > 1955 && identifiers.some(({ kind }) => kind === "cccd"),
);
const personAt = (place: number): DirectoryEntry => {
  const person = people[place];
  if (person === undefined) throw new Error("the directory is too small");
  return person;
};

/** One working day in which everything goes wrong in turn: each says what to do, and nothing is lost. */
describe.each(browsersUnderTest())("bad input has a clear answer and loses nothing, %s", (kind) => {
  const profile = brokenProfile();
  let workday: Workday;
  let careless: CarelessBoard;
  let popup: Page;
  let panel: Page;
  let his: Page;

  beforeAll(async () => {
    careless = await carelessBoard();
    workday = await startWorkday(kind, {
      profiles: { react: profile.file },
      boardKeys: [careless.key],
      signedIn: false,
    });
  });
  afterAll(async () => {
    await workday?.end();
    profile.remove();
  });

  const fault = (what: Parameters<typeof faultInBackground>[2]) =>
    faultInBackground(workday.session, popup, what);
  const update = async (): Promise<void> => {
    await popup.bringToFront();
    await clickDeep(popup, ">>> [part=sync]");
  };
  const officer = () => BoardReader.signIn(workday.demo.boardUrl, workday.redirectUri, OFFICER);

  it("a roster page cut off: what arrived is here, it says so, and goes on from there", async () => {
    // A person counts as here when the last of their three resources is.
    const pages = () => workday.faults.seen("/fhir/EpisodeOfCare", "GET");
    workday.faults.inject(
      { kind: "truncated" },
      { when: ({ path }) => path.startsWith("/fhir/EpisodeOfCare") && pages().length > 0 },
    );
    popup = await signInFirstTime(workday.session, workday.demo.boardUrl, RECEPTIONIST);
    const shown = await seesText(popup, "bị ngắt giữa chừng");
    expect(shown).toContain("500 người");
    expect(shown).toContain("Bấm Cập nhật để tải tiếp");
    const before = pages();
    workday.faults.heal();
    await update();
    await seesText(popup, ROSTER_READY);
    const after = pages().slice(before.length);
    expect(after[0]?.path).toBe(before.at(-1)?.path);
    expect(after.map(({ path }) => path)).not.toContain(before[0]?.path);
  });

  it("a policy that fails validation: the last good one stays, popup and options say so", async () => {
    workday.faults.inject(
      { kind: "rewritten", rewrite: careless.withoutTiers },
      { when: ({ path }) => path.startsWith("/fhir/Library") && decodeURIComponent(path).includes("policy") },
    );
    await update();
    const said = "Cấu hình của đơn vị quản lý không hợp lệ nên chưa được dùng; bản trước đó vẫn có hiệu lực";
    await seesText(popup, said);
    const options = await workday.session.extensionPage("options/options.html");
    await seesText(options, said);
    await options.close();
    his = await workday.openHis(driver);
    panel = await viewOfTab(workday.session, "panel", workday.demo.hisUrls.jqgrid);
    await pasteScan(panel, cccdCode(personAt(0)));
    await seesText(panel, /Nhóm \d \(mẫu\)/);
    workday.faults.heal();
    await update();
    await eventually("the policy is good again", async () => !(await shownText(popup)).includes(said));
  });

  it("a malformed QR and a scan garbled by Telex: say what to do and keep what was typed", async () => {
    await popup.bringToFront();
    const cut = cccdCode(personAt(1)).slice(0, 24);
    await pasteScan(popup, cut);
    await seesText(popup, "Mã QR chưa được đọc hết. Hãy giữ thẻ phẳng rồi quét lại.");
    expect(await scanFieldText(popup)).toBe(cut);
    const garbled = "003090000001||NGUYEENX VAWN DDUWSC|01021990|Nam|XAX MAAUX|10052021";
    await wedge(popup, garbled);
    await seesText(popup, "Tắt bộ gõ tiếng Việt rồi quét lại.");
    expect(await scanFieldText(popup)).toBe(garbled);
  });

  it("a CCCD whose digits contradict the birth year: a warning, and the work goes on", async () => {
    await panel.bringToFront();
    const person = personAt(2);
    const { year, ...rest } = person.birthDate;
    await pasteScan(panel, cccdCode({ ...person, birthDate: { ...rest, year: year + 1 } }));
    await seesText(panel, "Năm sinh không khớp với số CCCD.");
    await seesText(panel, `Người bệnh ${person.name}`);
    await panel.waitForSelector(">>> [part=check-in]", { visible: true });
  });

  it("an unknown date format on the page: the reason why nothing can be said", async () => {
    await his.bringToFront();
    await driver.openPatient(his, (await driver.visibleRows(his))[0]?.code ?? "");
    const patient = his.frames().find((frame) => frame.url().includes("benh-nhan.html"));
    await patient?.evaluate(() => {
      for (const [name, value] of [
        ["txtNGAYSINH", "1961.06.04"],
        ["txtSO_CCCD", ""],
        ["txtMA_BHYT", ""],
      ]) {
        const field = document.querySelector<HTMLInputElement>(`#${name}`);
        if (field !== null) field.value = value ?? "";
      }
    });
    const why =
      "Trang này chưa đủ thông tin Không rõ cách ghi ngày sinh trên trang. Báo bộ phận công nghệ thông tin.";
    await eventually(why, async () => (await bannerText(workday.session, his)).startsWith(why));
    await driver.backToList(his);
  });

  it("a profile with a broken selector: says that it does not fit the page, and marks nobody", async () => {
    const address = workday.demo.hisUrls.react;
    const page = await workday.session.open(address);
    const view = await viewOfTab(workday.session, "panel", address);
    // Browsers draw nothing in a tab that nobody looks at, and what is not drawn is not read.
    await page.bringToFront();
    const shown = await seesText(
      view,
      "Trang HIS đã thay đổi, chưa đọc được. Không đánh dấu để tránh nhầm người.",
    );
    expect(shown).toContain("địa chỉ đúng nhưng nội dung trang không như đã khai");
    expect(shown).toContain("Hãy báo bộ phận CNTT kiểm tra hồ sơ trang");
    expect(await workday.session.extensionFrames(page)).toEqual([]);
    await view.close();
    await page.close();
  });

  it("a full disk: nothing is called saved, the same check-in goes through once there is space", async () => {
    await panel.bringToFront();
    await pasteScan(panel, cccdCode(personAt(3)));
    await seesText(panel, `Người bệnh ${personAt(3).name}`);
    await fault({ kind: "disk-full" });
    await clickDeep(panel, ">>> [part=check-in]");
    const full = await seesText(panel, "Ổ đĩa của máy này đã đầy nên chưa lưu được.");
    expect(full).not.toContain("Đã lưu trên máy này, sẽ tự gửi");
    expect(full).toContain(`Người bệnh ${personAt(3).name}`);
    await fault({ kind: "disk-free" });
    await clickDeep(panel, ">>> [part=check-in]");
    await seesText(panel, "Đơn vị quản lý đã nhận", 120_000);
    expect(await (await officer()).search("Encounter")).toHaveLength(1);
  });

  it("a clock set a year wrong: it says so, and what is recorded has the right time", async () => {
    await fault({ kind: "clock", milliseconds: -YEAR });
    await update();
    await panel.bringToFront();
    await seesText(panel, "Đồng hồ máy này lệch so với máy chủ. Báo bộ phận CNTT chỉnh lại giờ.");
    await pasteScan(panel, cccdCode(personAt(4)));
    await seesText(panel, `Người bệnh ${personAt(4).name}`);
    const from = Date.now();
    await clickDeep(panel, ">>> [part=check-in]");
    await seesText(panel, "Đơn vị quản lý đã nhận", 120_000);
    const reader = await officer();
    const times = (await reader.visitProvenances()).map(({ occurredDateTime }) =>
      Date.parse(String(occurredDateTime)),
    );
    expect(times).toHaveLength(2);
    // `Date` of an answer has whole seconds.
    expect(Math.max(...times)).toBeGreaterThanOrEqual(from - 5_000);
    expect(Math.max(...times)).toBeLessThanOrEqual(Date.now() + 5_000);
    await fault({ kind: "clock", milliseconds: 0 });
    await update();
    await eventually(
      "the clock is right again",
      async () => !(await shownText(panel)).includes("Đồng hồ máy này lệch"),
    );
  });

  it("a wrong code: a growing delay that says how long, and everything is there afterwards", async () => {
    await popup.bringToFront();
    // A clock that leaps a year ahead, as it does when it is set right, locks by itself.
    const lock = await popup.$(">>> [part=lock]");
    await lock?.click();
    await seesText(popup, "Nhập mã mở khóa");
    const attempt = async (secret: string): Promise<void> => {
      const field = await popup.waitForSelector(">>> input[type=password]", { visible: true });
      await field?.click({ count: 3 });
      await field?.type(secret);
      await popup.keyboard.press("Enter");
      await eventually("the code was tried", () =>
        field?.evaluate((element) => !element.isConnected || !element.matches(":disabled")),
      );
    };
    const secondsToWait = async (): Promise<number> => {
      const shown = await seesText(popup, /Thử lại sau \d+ giây/);
      return Number(/Thử lại sau (\d+) giây/.exec(shown)?.[1]);
    };
    const mayTryAgain = () =>
      eventually("it may be tried again", async () => !(await shownText(popup)).includes("Thử lại sau"));
    for (let slip = 1; slip <= 3; slip += 1) {
      await attempt(`sai lan ${slip}`);
      const shown = await seesText(popup, "Mã mở khóa không đúng. Hãy kiểm tra bộ gõ tiếng Việt");
      expect(shown).not.toContain("Thử lại sau");
    }
    await attempt("sai lan 4");
    const first = await secondsToWait();
    await mayTryAgain();
    await attempt("sai lan 5");
    expect(await secondsToWait()).toBeGreaterThan(first);
    await mayTryAgain();
    await attempt(SECRET);
    await seesText(popup, ROSTER_READY);
    await seesText(popup, "Không còn gì chờ gửi");
  });
});
