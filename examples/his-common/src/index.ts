export * from "./people/demo-directory.ts";
export * from "./people/his-patient.ts";
export * from "./people/population.ts";
export { randomFrom, uuidFrom } from "./people/random.ts";
export * from "./server/his-server.ts";
