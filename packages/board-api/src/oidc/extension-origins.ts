/**
 * Where the token endpoint's caller may come from besides the configured origins. A browser extension with host
 * permission reads answers whatever CORS says, but it does send its origin. Chromium's is known from the return address
 * (`https://<id>.chromiumapp.org/`); Firefox draws its own at random for every machine. The endpoint needs no cookie, and
 * a code is worth nothing without its PKCE verifier.
 */
export const isExtensionOrigin = (origin: string, redirectUris: readonly string[]): boolean => {
  if (/^moz-extension:\/\/[0-9a-f-]{36}$/.test(origin))
    return redirectUris.some((uri) => new URL(uri).hostname.endsWith(".extensions.allizom.org"));
  const chromium = /^chrome-extension:\/\/([a-p]{32})$/.exec(origin)?.[1];
  return chromium !== undefined && redirectUris.includes(`https://${chromium}.chromiumapp.org/`);
};
