import { signIn } from "../../src/sign-in/sign-in.ts";

declare global {
  var authorise: (url: string) => Promise<string>;
}

/** The account that `authorise` signs in: its access token, and who it is at the board. */
export const account = async (board: string): Promise<{ token: string; author: string }> => {
  const answer = await signIn({
    board,
    clientId: "cadre-care-extension",
    redirectUri: `${location.origin}/back`,
    authorise: (url) => globalThis.authorise(url),
    fetch: (...request) => fetch(...request),
    now: Date.now,
  });
  if (!answer.ok) throw new Error(answer.problem.code);
  return { token: answer.value.tokens.accessToken, author: answer.value.user.fhirUser };
};
