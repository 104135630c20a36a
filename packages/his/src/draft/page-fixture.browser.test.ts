import { foldName } from "@cadre-care/domain";
import fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import type { ListPage } from "../profile/page-schema.ts";
import { draftPages } from "./draft-page.ts";
import { lookAtPage } from "./look-at-page.ts";
import { checkedPage } from "./page-draft.ts";
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

const shownAgain = (html: string): void => {
  document.body.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
};
const says = (html: string): readonly string[] => {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const walk = parsed.createTreeWalker(parsed.body, NodeFilter.SHOW_TEXT);
  const said: string[] = [];
  while (walk.nextNode() !== null) said.push(foldName(walk.currentNode.nodeValue ?? ""));
  return said;
};
const linked = (part: object, rows: string): ListPage => {
  document.body.innerHTML = `<table id="ds"><thead><tr><th>Họ và tên</th></tr></thead><tbody>${rows}</tbody></table>`;
  const made = checkedPage({
    id: "list",
    kind: "list",
    recognise: [{ selector: "#ds" }],
    root: "#ds",
    rows: { selector: "tbody > tr", count: { min: 0, max: 100 } },
    gutter: { at: "edge", edge: "left", inset: 0, width: 16 },
    fields: {
      identifiers: [
        { kind: "his-code", parts: [{ from: "attribute", attribute: "href", selector: "a[href]", ...part }] },
      ],
    },
  });
  if (made?.kind !== "list") throw new Error("no page");
  return made;
};

it.each([
  ["a uuid", "0c0b6a52-7d4e-4a55-9d0a-1b2c3d4e5f60", { match: { pattern: "[0-9a-f]{8}-[0-9a-f-]{27}" } }],
  ["a group", "2600017", { match: { pattern: "/bn/(\\d+)", group: 1 } }],
  ["a group after anything", "2600017", { match: { pattern: ".*bn/(\\d+).*", group: 1 } }],
])("an attribute keeps only what a part takes from it, made synthetic: %s", (_case, code, part) => {
  const link = `/bn/${code}?ten=Nguyễn+Văn+An&ns=04/06/61`;
  const page = linked(
    part,
    `<tr><td><a href="${link}">x</a></td></tr><tr><td><b href="${link}">y</b></td></tr>`,
  );
  const html = pageFixture(document, [page]);
  for (const secret of [code, "Nguyễn", "04/06/61"]) expect(html).not.toContain(secret);
  expect(html).not.toContain("ten=");
  shownAgain(html);
  const [first] = lookAtPage(document, page).subjects;
  expect(first?.identity.identifiers[0]?.value).toMatch(/^[0-9a-f-]{7,}$/);
});

it("a word that many systems label with is a label only where one stands", () => {
  document.body.innerHTML = `<p>Khoa</p><ul><li>Tươi<li>Tuyền</ul><table><thead><tr><th>Khoa<th>SĐT <select><option>Phòng<option>Bác sĩ</select></tr></thead>
    <tr><td>Họ<td>Vợ</tr></table><label>Giới tính<input></label><dl><dt>Điện thoại<dd>Khoa</dl>`;
  const said = says(pageFixture(document, []));
  expect(said.filter((text) => text === "khoa")).toHaveLength(1);
  expect(said).toEqual(expect.arrayContaining(["gioi tinh", "dien thoai"]));
  for (const word of ["tuoi", "tuyen", "phong", "bac si"]) expect(said).not.toContain(word);
});

it("no label stands in a place that is read, and nothing that a header's filter offers is kept", () => {
  const base = linked({}, `<tr><td><label>Khoa</label><b>Tươi</b></td></tr>`);
  const filter = "<th>Họ và tên <select><option>Võ Đăng Khoa</option></select></th>";
  document.querySelector("thead tr")?.setHTMLUnsafe(filter);
  const page = checkedPage({
    ...base,
    columns: { headers: "th", cells: ":scope > td", count: { min: 1, max: 1 } },
    fields: { identifiers: [], name: { parts: [{ from: "text", header: "Họ và tên Võ Đăng Khoa" }] } },
  });
  if (page === undefined) throw new Error("no page");
  const said = says(pageFixture(document, [page]));
  expect(said).toContain("ho va ten");
  for (const word of ["vo dang khoa", "khoa", "tuoi"]) expect(said).not.toContain(word);
});

it("what a style sheet hid stays hidden, and what labels and ids tie together stays tied", () => {
  document.body.innerHTML = `<style>.away { display: none; } .unseen { visibility: hidden; }</style>
    <p class="away">x</p><p class="unseen">y</p><label for="o-ten">z</label><input id="o-ten">`;
  shownAgain(pageFixture(document, []));
  const [away, unseen] = document.querySelectorAll("p");
  expect([away, unseen].map((one) => one?.checkVisibility({ visibilityProperty: true }))).toEqual([
    false,
    false,
  ]);
  expect(document.querySelector("label")?.control).toBe(document.querySelector("input"));
});

const TAGS = ["p", "td", "a", "label", "th", "option", "span", "button", "li", "dt", "his-name"];
const ATTRIBUTES = [
  ...["class", "id", "name", "for", "href", "onclick", "data-id", "data-label", "data-field", "title", "alt"],
  ...["aria-label", "placeholder", "style", "role", "type", "scope", "value", "aria-describedby", "tabindex"],
  ...["colspan", "aria-rowindex", "hidden", "selected", "ng-model", "src", "col-id"],
];
const secret = fc.oneof(
  fc.constantFrom(
    "Nguyễn Văn An",
    "Đặng Thị Hồng Nhung",
    "Vừ Mí Dình",
    "LÒ THỊ PÓM",
    "26-01-1977 07:15",
    "04/06/1961 07:15",
  ),
  fc.stringMatching(/^\d{10,12}$/),
);
const written = fc.tuple(
  secret,
  fc.constantFrom(
    (text: string) => text,
    (text: string) => foldName(text).replaceAll(" ", "-"),
    (text: string) => `bn_${foldName(text).replaceAll(" ", "_")}`,
    (text: string) => `/bn?ten=${text.replaceAll(" ", "+")}`,
    (text: string) => `javascript:mo('${text}')`,
    (text: string) => `ds ${foldName(text).replaceAll(" ", "")} bn`,
  ),
);

it("nothing that a page says anywhere is in its fixture, but what the selectors of the profile say", () => {
  const element = fc.record({
    tag: fc.constantFrom(...TAGS),
    text: written,
    attributes: fc.dictionary(fc.constantFrom(...ATTRIBUTES), written, { minKeys: 1, maxKeys: 6 }),
  });
  const compact = (text: string): string => foldName(text).replaceAll(" ", "");
  const page = linked({}, "");
  fc.assert(
    fc.property(fc.array(element, { minLength: 1, maxLength: 6 }), (elements) => {
      const box = document.createElement("table");
      box.id = "ds";
      for (const { tag, text, attributes } of elements) {
        const made = box.appendChild(document.createElement(tag));
        made.textContent = text[1](text[0]);
        for (const [name, [value, write]] of Object.entries(attributes))
          made.setAttribute(name, write(value));
      }
      document.body.replaceChildren(box);
      const html = pageFixture(document, [page]);
      expect(html).toContain('id="ds"');
      const said = compact(html);
      for (const { text, attributes } of elements)
        for (const [value] of [text, ...Object.values(attributes)])
          expect(said).not.toContain(compact(value));
    }),
    { numRuns: 150 },
  );
});
