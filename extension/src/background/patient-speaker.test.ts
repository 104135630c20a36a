import { describe, expect, it } from "vitest";
import { BANNER_LANES } from "../protocol/banner-lanes.ts";
import { PatientSpeaker } from "./patient-speaker.ts";

describe("which document speaks for the patient", () => {
  it("gives generations that only rise, and keeps every document's lanes", () => {
    const speaker = new PatientSpeaker();
    const first = {};
    const second = {};
    const said = [
      speaker.generation(first, 0),
      speaker.generation(first, 5),
      speaker.generation(second, 0),
      speaker.generation(second, 3),
      speaker.generation(first, 6),
    ];
    expect([...said].sort((a, b) => a - b)).toEqual(said);
    expect(new Set(said).size).toBe(said.length);
    expect(said.map((generation) => generation % BANNER_LANES)).toEqual([0, 5, 0, 3, 6]);
  });

  it("lets only the speaking document fall silent, with a generation after all others", () => {
    const speaker = new PatientSpeaker();
    const first = {};
    const last = speaker.generation(first, 9);
    expect(speaker.silence({})).toBeUndefined();
    expect(speaker.silence(first)).toBeGreaterThan(last);
    expect(speaker.document).toBeUndefined();
  });
});
