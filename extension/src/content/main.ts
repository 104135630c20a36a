import { openShadowRootsWith } from "@cadre-care/his/page";
import { profilesAt } from "../site-build.ts";
import { PageSession } from "./page-session.ts";
import { openShadowRoot } from "./shadow-opener.ts";

openShadowRootsWith(openShadowRoot);
for (const profile of profilesAt(location.origin)) new PageSession(profile).start();
