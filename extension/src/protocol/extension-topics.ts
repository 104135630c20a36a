/** What a view may watch besides the topics of CareService. */
export interface ExtensionTopics {
  /** The person of the page's list whose details were asked for in popup or panel; none: the page's patient. */
  selection: { readonly subject: string | null };
}
