import { expect, it } from "vitest";
import { Topic } from "./topic.ts";

const broken = (): never => {
  throw new Error("gone");
};

it("is heard by every listener though one of them throws, and says so afterwards", () => {
  const topic = new Topic("a");
  const heard: string[] = [];
  topic.subscribe((value) => heard.push(`first ${value}`));
  topic.subscribe((value) => (value === "a" ? undefined : broken()));
  topic.subscribe((value) => heard.push(`last ${value}`));
  expect(() => topic.set("b")).toThrow("gone");
  expect(heard).toEqual(["first a", "last a", "first b", "last b"]);
});

it("keeps no listener that throws at the present value", () => {
  const topic = new Topic("a");
  expect(() => topic.subscribe(broken)).toThrow("gone");
  expect(() => topic.set("b")).not.toThrow();
});
