import { CadreSession } from "../session/session.ts";
import { define } from "./define.ts";

define("cadre-session", CadreSession);

export type * from "../session/session.ts";
