import type { StatedIdentity } from "@cadre-care/domain";
import { describe, expect, it } from "vitest";
import type { MatchAnswer } from "../directory/match.ts";
import { AnswerMemory } from "./answer-memory.ts";

const who = (value: string): StatedIdentity => ({ identifiers: [{ kind: "his-code", value }] });
const nobody: MatchAnswer = { outcome: { state: "not-managed" } };

const start = (answer: MatchAnswer = nobody) => {
  let now = 1_000;
  const asked: (string | undefined)[][] = [];
  const memory = new AnswerMemory(() => now);
  const ask = (values: readonly string[], site = "a") =>
    memory.answers(site, values.map(who), async (unknown) => {
      asked.push(unknown.map(({ identifiers }) => identifiers[0]?.value));
      return unknown.map(() => answer);
    });
  return {
    memory,
    asked,
    ask,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
};

describe("answers that are remembered", () => {
  it("are not looked up again, whatever they say", async () => {
    const { ask, asked } = start();
    await ask(["1", "2"]);
    expect(await ask(["2", "3", "1"])).toEqual([nobody, nobody, nobody]);
    await ask(["1", "3"]);
    expect(asked).toEqual([["1", "2"], ["3"]]);
  });

  it("count for one site, a minute, and until something changed", async () => {
    const { ask, asked, pass, memory } = start();
    await ask(["1"]);
    await ask(["1"], "b");
    pass(59_000);
    await ask(["1"]);
    pass(2_000);
    await ask(["1"]);
    memory.clear();
    await ask(["1"]);
    expect(asked).toHaveLength(4);
  });

  it("are no refusals and nothing damaged", async () => {
    for (const flaw of [{ refused: true }, { damaged: true }] as const) {
      const { ask, asked } = start({ outcome: { state: "not-enough", reason: "no-identifier" }, ...flaw });
      await ask(["1"]);
      expect(await ask(["1"])).toHaveLength(1);
      expect(asked).toHaveLength(2);
    }
  });

  it("do not outlive a change that came while they were looked up", async () => {
    const memory = new AnswerMemory(() => 1_000);
    let looked = 0;
    await memory.answers("a", [who("1")], async () => {
      looked += 1;
      memory.clear();
      return [nobody];
    });
    await memory.answers("a", [who("1")], async () => {
      looked += 1;
      return [nobody];
    });
    expect(looked).toBe(2);
  });

  it("say nothing while locked", async () => {
    const memory = new AnswerMemory(() => 1_000);
    expect(await memory.answers("a", [who("1")], async () => null)).toBeNull();
  });
});
