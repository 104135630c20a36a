import { randomUUID } from "node:crypto";
import { CODE_SYSTEMS } from "@cadre-care/fhir";
import { createLocalJWKSet, decodeJwt, type JWK, jwtVerify } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { SECOND_FACTOR, secondFactorCode } from "../auth/second-factor.ts";
import { demoAccounts } from "../demo/demo-data.ts";
import type { Desk } from "./desk.ts";
import { deskWithSecondFactor, signInTwice } from "./second-factor-desk.ts";
import { SignInRefused, signIn } from "./sign-in.ts";
import type { Subject } from "./suite.ts";
import { TestMachine } from "./test-machine.ts";

const commandsSchema = z.object({ commands: z.array(z.string()) });
const subtypes = z.object({ subtype: z.array(z.object({ code: z.string() })) });

/** Machines at the board: enrolment, their own tokens, escrow, signed commands. Not part of FHIR (docs/vault-states.md). */
export const devicesContract = ({ desks }: Subject): void => {
  describe("machines", () => {
    let it2: Desk;
    let receptionist: Desk;
    let subject = "";
    const url = () => desks().url;
    const issuer = () => `${url()}/oidc`;
    const acts = async (): Promise<string[]> =>
      (await desks().officer.all(`/AuditEvent?_tag=${CODE_SYSTEMS.tag}|security&_count=500`)).map(
        (event) => subtypes.parse(event).subtype[0]?.code ?? "",
      );
    const enrolled = async (): Promise<TestMachine> => {
      const machine = await TestMachine.make(url());
      const answer = await machine.enrol(it2);
      if (answer.status !== 200) throw new Error(answer.text);
      return machine;
    };
    const command = async (machine: TestMachine, kind: string): Promise<void> => {
      const answer = await machine.post(`/devices/${machine.id}/commands`, it2, { kind });
      if (answer.status !== 200) throw new Error(answer.text);
    };
    const waiting = async (desk: Desk): Promise<string[]> =>
      commandsSchema.parse((await desk.send("GET", `${url()}/commands`)).json).commands;

    beforeAll(async () => {
      it2 = await deskWithSecondFactor(url(), "cntt");
      const tokens = await signInTwice(url(), "letan");
      receptionist = await deskWithSecondFactor(url(), "letan2");
      subject = String(decodeJwt(receptionist.token ?? "").sub);
      expect(decodeJwt(tokens.id_token ?? "")).toMatchObject({
        acr: SECOND_FACTOR,
        amr: ["pwd", "otp"],
      });
    });

    it("asks for the code, and takes no wrong one and none twice", async () => {
      const secret = demoAccounts().find(({ login }) => login === "bacsi")?.secondFactor ?? "";
      const refused = async (code: string): Promise<string> => {
        const answer = await signIn(
          url(),
          "bacsi",
          "bacsi-mau-2026",
          { acr_values: SECOND_FACTOR },
          code,
        ).catch((error: unknown) => error);
        if (!(answer instanceof SignInRefused)) throw new Error("signed in");
        return answer.page;
      };
      expect(await refused("12345")).toContain('name="code"');
      expect(await refused(secondFactorCode("A".repeat(32)))).toContain("mã xác thực không đúng");
      // The clock may tick on: a step ahead is taken, and is spent after that.
      const ahead = secondFactorCode(secret, Date.now() + 30_000);
      await signIn(url(), "bacsi", "bacsi-mau-2026", { acr_values: SECOND_FACTOR }, ahead);
      expect(await refused(ahead)).toContain("mã xác thực không đúng");
    });

    it("enrols for IT with the second factor alone, of its own hospital, with a proof of the key", async () => {
      const machine = await TestMachine.make(url());
      expect((await machine.enrol(desks().it)).problem).toBe("second-factor-required");
      expect((await machine.enrol(receptionist)).problem).toBe("not-permitted");
      expect((await machine.enrol(it2, { site: "bv-khu-vuc" })).problem).toBe("not-permitted");
      const other = await TestMachine.make(url());
      expect((await machine.enrol(it2, { proof: await other.proof("/devices") })).problem).toBe(
        "device-unproven",
      );
      expect((await machine.token()).status).toBe(401);
      expect((await machine.enrol(it2)).status).toBe(200);
      const { scope } = await machine.desk();
      expect(scope.split(" ").sort()).toEqual(["system/AuditEvent.c", "system/Flag.rs", "system/Patient.rs"]);
    });

    it("gives a machine the device's rights and no others, until it is revoked", async () => {
      const machine = await enrolled();
      const { desk } = await machine.desk();
      expect((await desk.get("/Flag?_count=1")).status).toBe(200);
      expect((await desk.get("/AuditEvent?_count=1")).status).toBe(403);
      const [patient] = (await desk.get("/Patient?_count=1")).bundle.entry;
      expect((await desk.put(`/Patient/${patient?.resource?.id}`, patient?.resource, '"1"')).status).toBe(
        403,
      );
      expect((await machine.post(`/devices/${machine.id}/revoke`, it2, {})).status).toBe(200);
      expect((await machine.token()).status).toBe(401);
      expect((await desk.send("GET", `${url()}/commands`)).problem).toBe("device-unproven");
    });

    it("opens escrow for the user of it, here, with the second factor, and writes it down", async () => {
      const machine = await enrolled();
      const content = {
        version: 1,
        kind: "user",
        device: machine.id,
        issuer: issuer(),
        subject,
        keys: { k: 1 },
      };
      const jwe = await machine.sealForBoard(content);
      const before = (await acts()).filter((act) => act === "escrow-opened").length;
      expect((await machine.unwrap(receptionist, jwe)).opened).toEqual(content);
      expect((await acts()).filter((act) => act === "escrow-opened")).toHaveLength(before + 1);
      const problemOf = async (desk: Desk, sealed: string, changes = {}) =>
        (await machine.unwrap(desk, sealed, changes)).answer.problem;
      expect(await problemOf(desks().second, jwe)).toBe("second-factor-required");
      expect(await problemOf(it2, jwe)).toBe("escrow-not-yours");
      const foreign = await machine.sealForBoard({ ...content, subject: "somebody-else" });
      expect(await problemOf(receptionist, foreign)).toBe("escrow-not-yours");
      const elsewhere = await machine.sealForBoard({ ...content, device: randomUUID() });
      expect(await problemOf(receptionist, elsewhere)).toBe("escrow-not-yours");
      const away = await deskWithSecondFactor(url(), "letan3");
      const shared = await machine.sealForBoard({ version: 1, kind: "device", device: machine.id, keys: {} });
      expect(await problemOf(away, shared)).toBe("escrow-not-yours");
      expect((await machine.unwrap(receptionist, shared)).answer.status).toBe(200);
      expect(await problemOf(receptionist, jwe, { proof: await machine.proof("/devices") })).toBe(
        "device-unproven",
      );
      const id = randomUUID();
      const once = await machine.proof("/escrow/unwrap", { id });
      expect((await machine.unwrap(receptionist, jwe, { proof: once })).answer.status).toBe(200);
      expect(await problemOf(receptionist, jwe, { proof: once })).toBe("device-unproven");
      expect(await problemOf(receptionist, `${jwe.slice(0, -4)}AAAA`)).toBe("escrow-unreadable");
      expect(await acts()).toContain("escrow-refused");
    });

    it("signs commands for one machine, hands them out until they are acknowledged, and once only", async () => {
      const machine = await enrolled();
      const other = await enrolled();
      await command(machine, "wipe");
      await command(machine, "sync");
      const { desk } = await machine.desk();
      const signed = await waiting(desk);
      expect(await waiting((await other.desk()).desk)).toEqual([]);
      const keys = createLocalJWKSet({
        keys: z.array(z.custom<JWK>()).parse((await machine.boardKeys()).commands),
      });
      const read = await Promise.all(signed.map((one) => jwtVerify(one, keys, { audience: machine.id })));
      expect(read.map(({ payload }) => payload.kind)).toEqual(["wipe", "sync"]);
      const [wipe] = read;
      const path = `/commands/${wipe?.payload.jti}/acknowledgement`;
      expect((await machine.post(path, (await other.desk()).desk, { outcome: "done" })).status).toBe(404);
      expect((await machine.post(path, desk, { outcome: "done" })).status).toBe(200);
      expect((await machine.post(path, desk, { outcome: "refused" })).status).toBe(200);
      expect(await waiting(desk)).toEqual(signed.slice(1));
      const history = await it2.send("GET", `${url()}/devices/${machine.id}/commands`);
      expect(JSON.stringify(history.json)).toContain('"outcome":"done"');
      expect(await acts()).toContain("command-acknowledged");
    });

    it("takes commands from IT and officers only, with the second factor, for their own hospital", async () => {
      const machine = await enrolled();
      const path = `/devices/${machine.id}/commands`;
      expect((await machine.post(path, desks().it, { kind: "lock" })).problem).toBe("second-factor-required");
      expect((await machine.post(path, receptionist, { kind: "lock" })).problem).toBe("not-permitted");
      expect((await machine.post(path, it2, { kind: "explode" })).problem).toBe("request-invalid");
      expect((await machine.post(`/devices/${randomUUID()}/commands`, it2, { kind: "lock" })).status).toBe(
        404,
      );
    });
  });
};
