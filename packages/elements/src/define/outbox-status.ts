import { CadreOutboxStatus } from "../outbox-status/outbox-status.ts";
import { define } from "./define.ts";

define("cadre-outbox-status", CadreOutboxStatus);

export type * from "../outbox-status/outbox-status.ts";
