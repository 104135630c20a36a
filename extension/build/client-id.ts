/** Under which name the extension, and what is run beside it, signs in at a board. */
export const CLIENT_ID = "cadre-care-extension";
