/** What a view may watch besides the topics of CareService. */
export interface ExtensionTopics {
  /** The person of the page's list whose details were asked for in popup or panel; none: the page's patient. */
  selection: { readonly subject: string | null };
  /** Whether the docked frame of a page is on screen; before that it asks for nothing. */
  dock: { readonly open: boolean };
}
