import { afterEach, expect, it } from "vitest";
import { listPageInput } from "../testing/list-page.ts";
import { scriptedPort } from "../testing/scripted-port.ts";
import { PageDesk } from "./page-desk.ts";

let end = (): void => undefined;
afterEach(() => end());

const desk = () => {
  const { port, posted, say } = scriptedPort("setup-page");
  const host = { attribute: "", token: "", show: () => undefined, remove: () => undefined };
  const made = new PageDesk(port, host);
  end = () => made.end();
  const said = (): readonly unknown[] => posted.filter((one) => Reflect.get(Object(one), "said") !== "boxes");
  return { ask: say, said };
};

const page = listPageInput();

it.each([
  ["look", { do: "look", id: 7, page: {} }],
  ["point", { do: "point", id: 7, page: {}, target: "cccd" }],
])("%s: a page that no profile could hold is answered for", (_what, question) => {
  const { ask, said } = desk();
  ask(question);
  expect(said()).toEqual([{ said: "failed", id: 7 }]);
});

it("pointing that is stopped, or begun anew, is answered for", () => {
  const { ask, said } = desk();
  const ended = (id: number) => ({ said: "pointed", id, state: "ended", questions: [], occupied: false });
  ask({ do: "point", id: 1, page, target: "cccd" });
  ask({ do: "point", id: 2, page, target: "cccd" });
  expect(said()).toEqual([ended(1)]);
  ask({ do: "stop-pointing" });
  expect(said()).toEqual([ended(1), ended(2)]);
});
