/** Where a page applies, as a profile states it. */
export interface ProposedWhere {
  readonly path: string;
  readonly frame: "top" | "nested";
  readonly hash?: string;
}

/** A piece of an address that names one patient or one visit: digits, a uuid, a long mixture of both. */
const NAMES_ONE = /^(?:\d+|[0-9a-f-]{16,}|(?=.*\d)[\w-]*\d{3,}[\w-]*)$/iu;
/** The same beside other words of the piece, as in `2600017.aspx`. */
const NAMES_ONE_INSIDE = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{3,}/giu;

/** A piece without what names one patient, one visit or one session: what follows `;` is never the page's own. */
const generalPiece = (piece: string): string => {
  const [name = "", ...parameters] = piece.split(/;|%3b/iu);
  const general = NAMES_ONE.test(name) ? "*" : name.replace(NAMES_ONE_INSIDE, "*");
  return parameters.length === 0 || general.endsWith("*") ? general : `${general}*`;
};

/** A profile holds no longer pattern; what is cut off its end may be anything. */
const LONGEST = 300;

const general = (path: string): string => {
  const glob = path.split("/").map(generalPiece).join("/");
  return glob.length > LONGEST ? `${glob.slice(0, LONGEST - 1)}*` : glob;
};

/**
 * Where a page applies, from the address at which it was seen: the same path, without what names one patient. The part
 * after # counts only where it is a route, as in `#/reception`. No query counts, neither the address's nor the route's: IT
 * adds what tells pages apart. The page's own address always fits.
 */
export const proposeWhere = (
  address: { readonly pathname: string; readonly hash: string },
  nested: boolean,
): ProposedWhere => ({
  path: general(address.pathname),
  frame: nested ? "nested" : "top",
  ...(/^#!?\//u.test(address.hash) && { hash: general(address.hash.replace(/\?.*$/su, "")) }),
});
