import { demoPolicy } from "../demo/demo-data.ts";
import type { Ground } from "./checks/ground.ts";
import { AT, author, nextDay, nextPerson, PROCESS, SITE } from "./samples.ts";
import { CLIENT, REDIRECT_URI } from "./sign-in.ts";
import type { Subject } from "./suite.ts";

/** The reference board's demo, as the checks ask any board: reception at two desks, and a board officer. */
export const groundOf = ({ desks, documentKeys }: Subject): Ground => {
  const { url, receptionist, second, officer, nobody } = desks();
  return {
    url,
    ...{ desk: receptionist, second, office: officer, nobody },
    ...{ author: author("letan"), secondAuthor: author("letan2") },
    ...{ site: SITE, process: PROCESS, step: "da-kham", at: AT, nextPerson, nextDay },
    policy: demoPolicy(),
    documentKeys: documentKeys().keys,
    signIn: {
      ...{ clientId: CLIENT, redirectUri: REDIRECT_URI, refreshToken: undefined, idToken: undefined },
      renewed: () => undefined,
    },
    ...{ origins: [], burst: 0, waits: [] },
  };
};
