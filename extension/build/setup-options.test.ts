import { describe, expect, it } from "vitest";
import { z } from "zod";
import { PackError } from "./pack-error.ts";
import { setupManifestOf } from "./setup-manifest.ts";
import { asksForSetup, readSetupOptions } from "./setup-options.ts";

const policySchema = z.object({ content_security_policy: z.object({ extension_pages: z.string() }) });
const pagesPolicyOf = (manifest: unknown): readonly string[] =>
  policySchema.parse(manifest).content_security_policy.extension_pages.split("; ");

const options = readSetupOptions(["--setup", "--out", "somewhere"], "1.2.3");

describe("the setup build", () => {
  it("is asked for by a flag of its own", () => {
    expect(asksForSetup(["--out", "x", "--setup"])).toBe(true);
    expect(asksForSetup(["--profile", "x"])).toBe(false);
  });

  it("has a key and an id that no site build has", () => {
    expect(options).toEqual({
      out: "somewhere",
      key: "somewhere/setup-key.pem",
      geckoId: "setup@cadre-care.example",
      version: "1.2.3",
    });
  });

  it.each([
    ["a profile", ["--profile", "a.json"]],
    ["a board", ["--board", "https://board.example"]],
  ])("is refused together with %s", (_what, more) => {
    expect(() => readSetupOptions(["--setup", "--out", "x", ...more], "1")).toThrow(PackError);
  });

  it("needs a folder", () => expect(() => readSetupOptions(["--setup"], "1")).toThrow(PackError));

  it.each(["chromium", "firefox"] as const)(
    "may read nothing in %s before it was allowed, and has no network",
    (browser) => {
      const manifest = setupManifestOf(browser, options, { key: "k", id: "i" });
      expect(manifest).not.toHaveProperty("host_permissions");
      expect(manifest).not.toHaveProperty("content_scripts");
      const policy = pagesPolicyOf(manifest);
      expect(policy).toContain("default-src 'none'");
      expect(policy.filter((rule) => rule.startsWith("connect-src"))).toEqual([]);
      expect(manifest.optional_host_permissions).toEqual(["http://*/*", "https://*/*"]);
      expect(manifest.permissions).not.toContain("tabs");
    },
  );
});
