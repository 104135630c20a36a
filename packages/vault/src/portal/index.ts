import "./without-eval.ts";

export { type ConnectOptions, connectVault } from "./connect-vault.ts";
export { PortalCareService } from "./portal-care-service.ts";
export type { VaultProblemCode } from "./problem-codes.ts";
export type { PortalOptions } from "./to-worker.ts";
