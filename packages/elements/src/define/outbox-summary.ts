import { CadreOutboxSummary } from "../outbox-summary/outbox-summary.ts";
import { define } from "./define.ts";

define("cadre-outbox-summary", CadreOutboxSummary);
