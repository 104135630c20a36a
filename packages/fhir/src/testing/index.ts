export { checkResource } from "./check-resource.ts";
