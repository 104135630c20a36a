import { FIXTURES_PORT, startFixtures } from "./index.ts";

const { url } = await startFixtures(FIXTURES_PORT);
console.log(`Trang HIS mẫu · example HIS pages: ${url}/?language=vi&dates=dd/MM/yyyy&encoding=utf-8`);
