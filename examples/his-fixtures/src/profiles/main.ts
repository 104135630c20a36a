import { writeFile } from "node:fs/promises";
import { correctionsIn, nameOf, PROFILED, profileIn } from "./profile-files.ts";
import { ProfileMaker } from "./profile-maker.ts";

/** Writes every `site-profile.json` anew, or only those of the folders that are named. */
const named = process.argv.slice(2);
const maker = await ProfileMaker.start();
try {
  for (const { start, folders } of PROFILED) {
    const wanted = folders.filter((folder) => named.length === 0 || named.includes(nameOf(folder)));
    if (wanted.length === 0) continue;
    const his = await start();
    try {
      for (const folder of wanted) {
        const profile = await maker.make(his.url, await correctionsIn(folder));
        await writeFile(profileIn(folder), `${JSON.stringify(profile, null, 2)}\n`);
        process.stdout.write(`${profile.id}\n`);
      }
    } finally {
      await his.stop();
    }
  }
} finally {
  await maker.stop();
}
