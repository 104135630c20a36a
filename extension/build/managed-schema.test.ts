import { describe, expect, it } from "vitest";
import { managedStorageSchema } from "../src/background/managed-settings.ts";
import { MANAGED_SCHEMA_FILE, managedSchema } from "./managed-schema.ts";
import { manifestOf } from "./manifest.ts";

const options = {
  profiles: [],
  board: "https://board.example",
  boardKeys: [],
  out: "out",
  key: "key.pem",
  geckoId: "site@cadre-care.example",
  version: "1.0.0",
};

describe("the schema of managed storage", () => {
  it("has the keys that are read, and each is one text", () => {
    const { type, properties } = managedSchema();
    expect(type).toBe("object");
    expect(Object.keys(properties)).toEqual(Object.keys(managedStorageSchema.shape));
    for (const property of Object.values(properties)) expect(property.type).toBe("string");
  });

  it("limits nothing: what Chromium leaves out, nobody would hear of", () => {
    const words = Object.values(managedSchema().properties).flatMap((property) => Object.keys(property));
    expect(new Set(words)).toEqual(new Set(["type", "title", "description"]));
    expect(Object.keys(managedSchema())).toEqual(["type", "properties"]);
  });

  it("is named in Chromium's manifest, and Firefox has none", () => {
    const pinned = { key: "k", id: "i" };
    expect(manifestOf("chromium", options, pinned).storage).toEqual({ managed_schema: MANAGED_SCHEMA_FILE });
    expect(manifestOf("firefox", options, pinned)).not.toHaveProperty("storage");
  });
});
