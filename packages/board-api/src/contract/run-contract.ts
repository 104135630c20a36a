import { afterAll, beforeAll } from "vitest";
import { type Board, type BoardOptions, startBoard } from "../start-board.ts";
import { auditContract } from "./audit.contract.ts";
import { capabilitiesContract } from "./capabilities.contract.ts";
import { type Desks, REDIRECT_URI, signEverybodyIn } from "./desk.ts";
import { devicesContract } from "./devices.contract.ts";
import { earlierValuesContract } from "./earlier-values.contract.ts";
import { formResponsesContract } from "./form-responses.contract.ts";
import { formsContract } from "./forms.contract.ts";
import { handOverContract } from "./hand-over.contract.ts";
import { hostileContract } from "./hostile.contract.ts";
import { personsOfRecordsContract } from "./persons-of-records.contract.ts";
import { referralsContract } from "./referrals.contract.ts";
import { resourcesContract } from "./resources.contract.ts";
import { rolesContract } from "./roles.contract.ts";
import { PEOPLE, REFERENCE_DATE, SEED } from "./samples.ts";
import { secretTierContract } from "./secret-tier.contract.ts";
import { signInContract } from "./sign-in.contract.ts";
import { signedDocumentsContract } from "./signed-documents.contract.ts";
import { siteLinksContract } from "./site-links.contract.ts";
import { siteProblemsContract } from "./site-problems.contract.ts";
import { transactionsContract } from "./transactions.contract.ts";

export const contractOptions = {
  port: 0,
  seed: SEED,
  people: PEOPLE,
  referenceDate: REFERENCE_DATE,
  redirectUris: [REDIRECT_URI],
  requestsPerMinute: 100_000,
} satisfies BoardOptions;

/** Ends a start that hangs; nothing is measured by it. */
const SLOW_MACHINE = 600_000;

/** The contract suite against one board. */
export const runContract = (where: () => Promise<Partial<BoardOptions>>): void => {
  let board: Board | undefined;
  let everybody: Desks | undefined;
  beforeAll(async () => {
    board = await startBoard({ ...contractOptions, ...(await where()) });
    everybody = await signEverybodyIn(board.url);
  }, SLOW_MACHINE);
  afterAll(async () => {
    await board?.stop();
  });
  const subject = {
    desks: (): Desks => {
      if (!everybody) throw new Error("the board has not started");
      return everybody;
    },
    documentKeys: () => {
      if (!board) throw new Error("the board has not started");
      return board.documentKeys;
    },
  };
  resourcesContract(subject);
  transactionsContract(subject);
  rolesContract(subject);
  handOverContract(subject);
  siteLinksContract(subject);
  hostileContract(subject);
  auditContract(subject);
  siteProblemsContract(subject);
  capabilitiesContract(subject);
  signInContract(subject);
  secretTierContract(subject);
  signedDocumentsContract(subject);
  formsContract(subject);
  formResponsesContract(subject);
  referralsContract(subject);
  personsOfRecordsContract(subject);
  earlierValuesContract(subject);
  devicesContract(subject);
};
