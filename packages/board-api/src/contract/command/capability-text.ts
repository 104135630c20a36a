import type { LocalizedText } from "@cadre-care/domain";

export interface CapabilityText {
  readonly title: LocalizedText;
  /** What stops working in the product where it does not hold. */
  readonly without: LocalizedText;
  /** What can be set, at the server, when packing or in the client; absent where nothing can. */
  readonly instead?: LocalizedText;
}
