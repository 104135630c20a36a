import { describe, expect, it } from "vitest";
import { isExtensionOrigin } from "./extension-origins.ts";

const id = "abcdefghijklmnopabcdefghijklmnop";
const uuid = "5c3b1f0e-7d24-4a6b-9e15-0c2d8a4b6f31";
const both = [`https://${id}.chromiumapp.org/`, "https://0123456789.extensions.allizom.org/"];

describe("origins of the packed extension", () => {
  it("knows the Chromium extension by its id, and Firefox's by its scheme", () => {
    expect(isExtensionOrigin(`chrome-extension://${id}`, both)).toBe(true);
    expect(isExtensionOrigin(`moz-extension://${uuid}`, both)).toBe(true);
  });

  it.each([
    [`chrome-extension://${id.replace("a", "b")}`, both],
    [`moz-extension://${uuid}`, [`https://${id}.chromiumapp.org/`]],
    [`chrome-extension://${id}`, ["https://portal.example/"]],
    [`https://${id}.chromiumapp.org`, both],
    ["null", both],
    [`chrome-extension://${id}/x`, both],
  ])("refuses %s", (origin, uris) => {
    expect(isExtensionOrigin(origin, uris)).toBe(false);
  });
});
