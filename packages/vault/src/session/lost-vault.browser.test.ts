import { deleteDB } from "idb";
import { beforeEach, describe, expect, it } from "vitest";
import { MemoryKeyStore } from "../keys/open-key-store.ts";
import type { Vault, VaultMarker } from "../service/vault.ts";
import { Clinic } from "../testing/clinic.ts";
import { person } from "../testing/people.ts";
import { value } from "../testing/until.ts";

const people = [{ ...person(1), tier: "nhom-1" }];

let clinic: Clinic;
let isSet: boolean;
const marker: VaultMarker = {
  isSet: async () => isSet,
  set: async () => {
    isSet = true;
  },
};
beforeEach(() => {
  clinic = new Clinic(people);
  isSet = false;
});

/** The browser was closed and started again. `before`: what it does in between. */
const restart = async (vault: Vault, before: () => Promise<void> = async () => undefined): Promise<Vault> => {
  await vault.close();
  clinic.openKeys = new MemoryKeyStore();
  await before();
  return clinic.open({ marker });
};
const view = (vault: Vault) => vault.session.view();

describe("a vault that the browser has deleted", () => {
  it("is said to be gone until there is another", async () => {
    const first = await clinic.atWork({ marker });
    const vault = await restart(first, () => deleteDB(clinic.databaseName));
    expect(view(vault)).toMatchObject({ state: "new", lost: true });
    // Nor does it end by looking again.
    const again = await restart(vault);
    expect(view(again)).toMatchObject({ state: "new", lost: true });
    value(await again.session.signIn());
    value(await again.session.createSecret("246810"));
    value(await again.session.signOut());
    expect(view(again)).toMatchObject({ state: "new" });
    expect(view(again).lost).toBeUndefined();
    const later = await restart(again);
    expect(view(later).lost).toBeUndefined();
    await later.close();
  });

  it("is none where nobody ever had keys, though the board was asked who is there", async () => {
    const first = await clinic.open({ marker });
    value(await first.session.signIn());
    const vault = await restart(first, () => deleteDB(clinic.databaseName));
    expect(view(vault).state).toBe("new");
    expect(view(vault).lost).toBeUndefined();
    await vault.close();
  });

  it("is known of as well where it was made before there were markers", async () => {
    const first = await clinic.atWork();
    expect(isSet).toBe(false);
    const known = await restart(first);
    expect(view(known).state).toBe("locked");
    const vault = await restart(known, () => deleteDB(clinic.databaseName));
    expect(view(vault)).toMatchObject({ state: "new", lost: true });
    await vault.close();
  });
});
