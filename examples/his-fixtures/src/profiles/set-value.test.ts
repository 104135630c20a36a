import { expect, it } from "vitest";
import { setValue } from "./set-value.ts";

const page = { id: "list", fields: { identifiers: [{ kind: "cccd" }, { kind: "bhyt" }] } };

it.each([
  ["/id", "rows", { ...page, id: "rows" }],
  [
    "/fields/identifiers/1/kind",
    "cmnd",
    { ...page, fields: { identifiers: [{ kind: "cccd" }, { kind: "cmnd" }] } },
  ],
  ["/fields/identifiers/0", null, { ...page, fields: { identifiers: [{ kind: "bhyt" }] } }],
  [
    "/fields/identifiers/-",
    { kind: "cmnd" },
    { ...page, fields: { identifiers: [...page.fields.identifiers, { kind: "cmnd" }] } },
  ],
  ["/fields", null, { id: "list" }],
  ["/columns/count/max", 9, { ...page, columns: { count: { max: 9 } } }],
  ["/a~1b~0c", 1, { ...page, "a/b~c": 1 }],
])("%s becomes %j", (pointer, value, changed) => {
  const before = structuredClone(page);
  expect(setValue(page, pointer, value)).toEqual(changed);
  expect(page).toEqual(before);
});

it("is refused where there is no such place", () => {
  for (const pointer of ["/id/name", "/fields/identifiers/3", "/fields/identifiers/kind"])
    expect(() => setValue(page, pointer, 1), pointer).toThrow(RangeError);
});
