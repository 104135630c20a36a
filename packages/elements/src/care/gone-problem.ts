import type { Problem } from "@cadre-care/domain";
import { careMessages } from "./care.messages.ts";

/** A service that went away, as a problem that a person can act on. */
export const goneProblem: Problem = {
  code: "service-gone",
  message: { vi: careMessages.vi.serviceGone, en: careMessages.en.serviceGone },
};
