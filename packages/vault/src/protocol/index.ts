export { isActivity } from "./activity.ts";
export { type CallMessage, callMessage } from "./call-message.ts";
export { type CareCommand, careCommands } from "./care-commands.ts";
export { type Channel, GuardedEndpoint } from "./guarded-endpoint.ts";
export { statedIdentity, statedUrgency } from "./stated-patient.ts";
