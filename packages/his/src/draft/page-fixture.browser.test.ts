import { afterEach, expect, it } from "vitest";
import { draftPages } from "./draft-page.ts";
import { lookAtPage } from "./look-at-page.ts";
import { pageFixture } from "./page-fixture.ts";

afterEach(() => document.body.replaceChildren());

const NAMES = ["Nguyễn Văn An", "Trần Thị Hoà", "Bùi Quốc Hùng", "Lê Mai", "Võ Đăng Khoa"];
const CARDS = NAMES.map((_name, row) => `0030500000${row}1`);
const secrets = [
  ...NAMES,
  ...CARDS,
  "0912345678",
  "Đái tháo đường",
  "2600017",
  "Phòng 12 nhà A3",
  "pass-word",
];

const page = (): string => `<script>steal()</script><img src="/photo/2600017.jpg" alt="Lê Mai">
  <h1>Danh sách ${NAMES[0]}</h1><p title="Phòng 12 nhà A3">0912345678</p>
  <table id="ds"><thead><tr><th>Họ và tên</th><th>Ngày sinh</th><th>Giới tính</th><th>CCCD</th><th>Chẩn đoán</th></tr></thead><tbody>
  ${NAMES.map(
    (name, row) =>
      `<tr class="bn" id="bn-2600017-${row}" onclick="open('${name}')"><td><a href="/bn/${CARDS[row]}">${name}</a></td><td>1${row + 3}/03/195${row}</td>
      <td>${row % 2 ? "Nam" : "Nữ"}</td><td>${CARDS[row]}</td><td>Đái tháo đường</td></tr>`,
  ).join("")}</tbody></table>
  <input value="Đái tháo đường"><input type="password" value="pass-word"><textarea>0912345678</textarea>`;

it("a page for tests says nothing of what the page said, and reads as the page does", () => {
  document.body.innerHTML = page();
  const { list } = draftPages(document);
  if (list?.page === undefined) throw new Error("nothing drafted");
  const before = lookAtPage(document, list.page);
  const html = pageFixture(document, [list.page]);
  for (const secret of secrets) expect(html).not.toContain(secret);
  expect(html).not.toMatch(/<script|onclick|<img|href/);

  const fixture = new DOMParser().parseFromString(html, "text/html");
  document.body.replaceChildren(...fixture.body.childNodes);
  const after = lookAtPage(document, list.page);
  expect(after.problems).toEqual([]);
  expect(after.count).toBe(before.count);
  for (const [row, { identity }] of after.subjects.entries()) {
    expect(Object.keys(identity).sort()).toEqual(Object.keys(before.subjects[row]?.identity ?? {}).sort());
    expect(identity.identifiers[0]?.value).toMatch(/^003\d{9}$/);
    expect(NAMES).not.toContain(identity.name);
  }
});

it("a shadow root of the page stands in the fixture as an open one", () => {
  const host = document.createElement("his-card");
  document.body.append(host);
  host.attachShadow({ mode: "open" }).innerHTML = "<p>Võ Đăng Khoa</p>";
  const html = pageFixture(document, []);
  expect(html).toMatch(/<his-card><template shadowrootmode="open"><p>/);
  expect(html).not.toContain("Khoa");
});
