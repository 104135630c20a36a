/** Said to an open wizard when somebody clicked in the toolbar: the address of that tab may be known now. */
export const TOOLBAR_CLICK = "setup-toolbar-click";
