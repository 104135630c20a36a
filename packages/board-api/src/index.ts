export { type DemoAccount, demoAccounts, demoPolicy } from "./demo/demo-data.ts";
export { CLIENT_ID } from "./oidc/issuer.ts";
export { type Board, type BoardOptions, startBoard } from "./start-board.ts";
