import { z } from "zod";

/** `docs/figures.json`: one run a command, the last one. */
export const figuresSchema = z.object({
  runs: z.array(
    z.object({
      command: z.string().min(1),
      /** ISO date of the run. */
      date: z.iso.date(),
      /** What kind of machine: processors, memory, and whether it was quiet. */
      machine: z.string().min(1),
      measured: z.array(
        z.object({
          kind: z.enum(["figure", "ratio"]),
          name: z.string().min(1),
          value: z.number(),
          unit: z.string(),
        }),
      ),
    }),
  ),
});
export type Figures = z.infer<typeof figuresSchema>;
export type Run = Figures["runs"][number];

/** The runs with a new one in the place of that of the same command. */
export const withRun = ({ runs }: Figures, run: Run): Figures => ({
  runs: [...runs.filter(({ command }) => command !== run.command), run].sort((one, other) =>
    one.command.localeCompare(other.command, "en"),
  ),
});
