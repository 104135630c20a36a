import { profilesAt } from "../site-build.ts";
import { PageSession } from "./page-session.ts";

for (const profile of profilesAt(location.origin)) new PageSession(profile).start();
