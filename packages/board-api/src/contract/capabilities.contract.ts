import { validateResource } from "@medplum/core";
import type { CapabilityStatement } from "@medplum/fhirtypes";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Desk } from "./desk.ts";
import type { Subject } from "./suite.ts";

const statement = z.object({
  rest: z.array(
    z.object({
      interaction: z.array(z.object({ code: z.string() })),
      resource: z.array(
        z.object({
          type: z.string(),
          interaction: z.array(z.object({ code: z.string() })),
          searchParam: z.array(z.object({ name: z.string(), type: z.string() })).optional(),
          searchInclude: z.array(z.string()).optional(),
        }),
      ),
    }),
  ),
});

const SAMPLE: Readonly<Record<string, string>> = {
  token: "system%7Ccode",
  reference: "Patient/x",
  uri: "https%3A%2F%2Fx.example",
  date: "gt2026-01-01",
};

const isStatement = (json: unknown): json is CapabilityStatement =>
  z.object({ resourceType: z.literal("CapabilityStatement") }).safeParse(json).success;

/** The CapabilityStatement claims nothing that is not so, and hides nothing. */
export const capabilitiesContract = ({ desks }: Subject): void => {
  const read = async () => {
    const answer = await desks().nobody.get("/metadata");
    const [rest] = statement.parse(answer.json).rest;
    if (!rest || !isStatement(answer.json)) throw new Error("no statement");
    return { rest, json: answer.json };
  };
  const everyDesk = (): readonly Desk[] => {
    const { receptionist, doctor, officer, it: technician } = desks();
    return [receptionist, doctor, officer, technician];
  };

  describe("CapabilityStatement", () => {
    it("is valid R4 and needs no sign-in", async () => {
      expect(validateResource((await read()).json)).toEqual([]);
    });

    it("every search parameter and include that it names works for somebody, and an unnamed one for nobody", async () => {
      const { rest } = await read();
      for (const { type, searchParam, searchInclude } of rest.resource) {
        const queries = [
          ...(searchParam ?? []).map((one) => `${one.name}=${SAMPLE[one.type]}`),
          ...(searchInclude ?? []).map((one) => `_include=${one}`),
        ];
        const desk = await firstAllowed(everyDesk(), `/${type}?_count=0`);
        for (const query of queries)
          expect([type, query, (await desk.get(`/${type}?${query}&_count=1`)).status]).toEqual([
            type,
            query,
            200,
          ]);
        expect((await desk.get(`/${type}?no-such-parameter=x`)).problem).toBe("search-parameter-unknown");
      }
    });

    it("every interaction that it names is open to some role, every other to none", async () => {
      const { rest } = await read();
      const id = "no-such-id";
      const calls: Readonly<Record<string, readonly [string, string]>> = {
        create: ["POST", ""],
        read: ["GET", `/${id}`],
        vread: ["GET", `/${id}/_history/1`],
        "history-instance": ["GET", `/${id}/_history`],
        update: ["PUT", `/${id}`],
        "search-type": ["GET", "?_count=0"],
        delete: ["DELETE", `/${id}`],
        patch: ["PATCH", `/${id}`],
        "history-type": ["GET", "/_history"],
      };
      for (const { type, interaction } of rest.resource) {
        const claimed = new Set(interaction.map((one) => one.code));
        for (const [code, [method, rest_]] of Object.entries(calls)) {
          const statuses: number[] = [];
          for (const desk of everyDesk()) {
            const body = method === "GET" || method === "DELETE" ? undefined : { resourceType: type, id };
            statuses.push(
              (await desk.send(method, `/${type}${rest_}`, body, { "if-match": 'W/"1"' })).status,
            );
          }
          const isOpen = statuses.some(
            (status) =>
              ![403, 404, 405].includes(status) ||
              (status === 404 && ["read", "vread", "history-instance", "update"].includes(code)),
          );
          expect([type, code, isOpen]).toEqual([type, code, claimed.has(code)]);
        }
      }
    });
  });
};

const firstAllowed = async (desks: readonly Desk[], path: string): Promise<Desk> => {
  for (const desk of desks) if ((await desk.get(path)).status === 200) return desk;
  throw new Error(`${path}: nobody may`);
};
