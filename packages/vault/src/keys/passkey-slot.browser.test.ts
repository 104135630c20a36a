import { describe, expect, it } from "vitest";
import { Clinic } from "../testing/clinic.ts";
import { person } from "../testing/people.ts";
import { codeOf, value } from "../testing/until.ts";
import { randomBytes, toBase64url } from "./base64url.ts";
import { MemoryKeyStore } from "./open-key-store.ts";

const SECRET = "246810";

describe("a security key's slot", () => {
  it("opens without the typed secret, after a restart too; another key's output does not", async () => {
    const clinic = new Clinic([{ ...person(1), tier: "nhom-1" }]);
    const first = await clinic.atWork();
    const passkey = {
      credential: toBase64url(randomBytes(16)),
      salt: toBase64url(randomBytes(32)),
      output: toBase64url(randomBytes(32)),
    };
    expect(codeOf(await first.session.addPasskey("sai-ma-roi", passkey))).toBe("secret-wrong");
    value(await first.session.addPasskey(SECRET, passkey));
    const keys = JSON.parse(JSON.stringify(await clinic.openKeys.read()));
    await first.close();
    clinic.openKeys = new MemoryKeyStore();
    const vault = await clinic.open();
    const { output, ...known } = passkey;
    expect(vault.session.view().users?.[0]?.passkey).toEqual(known);
    expect(codeOf(await vault.session.unlockWithPasskey(toBase64url(randomBytes(32))))).toBe("passkey-wrong");
    value(await vault.session.unlockWithPasskey(output));
    expect(vault.session.view().state).toBe("open");
    const after = JSON.parse(JSON.stringify(await clinic.openKeys.read()));
    expect([after.device, after.drafts]).toEqual([keys.device, keys.drafts]);
    value(await vault.session.lock());
    value(await vault.session.unlock(SECRET));
  });
});
