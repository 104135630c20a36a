import { CLIENT, discover } from "../sign-in.ts";

/** Ends a sign-in that was made for a run. Best effort: a refresh token that nobody keeps is good for nothing. */
export const signOut = async (board: string, refreshToken: string | undefined): Promise<void> => {
  if (refreshToken === undefined) return;
  try {
    const { revocation_endpoint } = await discover(board);
    if (revocation_endpoint === undefined) return;
    const body = new URLSearchParams({ client_id: CLIENT, token: refreshToken });
    await fetch(revocation_endpoint, { method: "POST", body });
  } catch {
    // It ends by itself.
  }
};
