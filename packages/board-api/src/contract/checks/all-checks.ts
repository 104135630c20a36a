import { amendmentInHistory, oldVersionRefused, oneOfManyAmendments, rolledBack } from "./amendments.ts";
import { auditWriteOnly, handOverFound, refusedTier, signInAsked } from "./audit.ts";
import {
  createdOnceAmongMany,
  createdOnceByIdentifier,
  createdOnceByTag,
  keptSinceCreated,
} from "./create-once.ts";
import { formsSigned, keysPublished, policySigned, terminologySigned } from "./documents.ts";
import type { Ground } from "./ground.ts";
import { capabilitiesStated, originsAllowed, waitStated } from "./http-checks.ts";
import { refusedInFhir } from "./outcomes.ts";
import { personsRead, rosterRead } from "./roster.ts";
import { earlierValuesRead, visitsRead } from "./searches.ts";
import { identityStated, pkceInsistedOn, refreshed, signInStated } from "./sign-in-checks.ts";
import { siteLinksShared, siteLinkUnique } from "./site-links.ts";
import { oneOpenVisit } from "./visits.ts";

/**
 * `always`: the product does not do its work, or not safely, without it. `when-asked`: needed where it is used (a portal,
 * an extension's own origin). `advisory`: the client does without, in the way that the report states.
 */
export type Need = "always" | "when-asked" | "advisory";

export interface Check {
  readonly id: string;
  readonly need: Need;
  /** Resolves when it holds. @throws DoesNotHold, NotAsked */
  readonly run: (ground: Ground) => Promise<unknown>;
}

const check = <Id extends string>(id: Id, need: Need, run: Check["run"]) => ({ id, need, run });

/** What the contract suite asks of any server, in this order: what only reads, what writes, what uses up a limit. */
export const CHECKS = [
  check("capability-statement", "advisory", capabilitiesStated),
  check("sign-in-discovery", "always", signInStated),
  check("pkce", "always", pkceInsistedOn),
  check("sign-in-required", "always", signInAsked),
  check("identity", "always", identityStated),
  check("board-keys", "advisory", keysPublished),
  check("policy", "always", policySigned),
  check("forms", "always", formsSigned),
  check("terminology", "advisory", terminologySigned),
  check("roster", "always", rosterRead),
  check("persons", "always", personsRead),
  check("outcomes", "always", refusedInFhir),
  check("create-by-identifier", "always", createdOnceByIdentifier),
  check("create-by-tag", "always", createdOnceByTag),
  check("create-at-once", "always", createdOnceAmongMany),
  check("create-after-amendment", "always", keptSinceCreated),
  check("all-or-nothing", "always", rolledBack),
  check("if-match", "always", oldVersionRefused),
  check("amendments-at-once", "always", oneOfManyAmendments),
  check("history", "always", amendmentInHistory),
  check("visits", "always", visitsRead),
  check("one-open-visit", "always", oneOpenVisit),
  check("site-links", "advisory", siteLinksShared),
  check("one-site-link", "advisory", siteLinkUnique),
  check("earlier-values", "always", earlierValuesRead),
  check("audit-write-only", "always", auditWriteOnly),
  check("hand-over", "always", handOverFound),
  check("refused-tier", "always", refusedTier),
  check("origins", "when-asked", originsAllowed),
  check("refresh", "always", refreshed),
  check("retry-after", "advisory", waitStated),
] as const;

export type CheckId = (typeof CHECKS)[number]["id"];
