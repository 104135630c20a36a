import { documentLibrary, LIBRARY_URLS } from "@cadre-care/fhir";
import type { SiteProfile } from "@cadre-care/his";

/** The profile's file. */
export const profileText = (profile: SiteProfile): string => `${JSON.stringify(profile, null, 2)}\n`;

/** The profile as the `Library` that a board keeps (docs/fhir-profile.md). Not signed: the board signs what it takes in. */
export const libraryText = (profile: SiteProfile): string =>
  `${JSON.stringify(
    documentLibrary(
      LIBRARY_URLS.siteProfile,
      { version: profile.version, site: profile.site, content: profile },
      profile.name.vi,
    ),
    null,
    2,
  )}\n`;

/** Offers a text as a file to keep. */
export const saveFile = (name: string, kind: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: kind }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the blob once the click was handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
