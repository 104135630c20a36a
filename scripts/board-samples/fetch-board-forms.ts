import type { BrowserCommand } from "vitest/node";
import { z } from "zod";

const fetcher = z.object({ boardForms: z.function({ input: [], output: z.unknown() }) });

/** The test server's command `boardForms`: loads the board's sources as the server loads everything, when a test asks. */
export const fetchBoardForms: BrowserCommand<[]> = async ({ project }) => {
  const module = await project.vite.ssrLoadModule("/scripts/board-samples/board-forms.ts");
  return fetcher.parse(module).boardForms();
};
