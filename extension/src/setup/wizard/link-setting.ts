import { checkedPage, type ProfilePage } from "@cadre-care/his/draft";

type Identifier = ProfilePage["fields"]["identifiers"][number];
type Part = Identifier["parts"][number];

const isLink = (part: Part): boolean => part.from === "attribute" && part.match !== undefined;

/** The part of the HIS's own code that stands in an attribute, such as a link's address. */
export const linkedCode = ({ fields }: ProfilePage): Part | undefined =>
  fields.identifiers.find(({ kind }) => kind === "his-code")?.parts.find(isLink);

/** The page with another pattern for it. */
export const withLinkPattern = (page: ProfilePage, pattern: string): ProfilePage | undefined =>
  checkedPage({
    ...page,
    fields: {
      ...page.fields,
      identifiers: page.fields.identifiers.map((field) =>
        field.kind === "his-code"
          ? {
              ...field,
              parts: field.parts.map((part) => (isLink(part) ? { ...part, match: { pattern } } : part)),
            }
          : field,
      ),
    },
  });
