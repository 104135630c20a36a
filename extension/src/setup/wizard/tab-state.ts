/**
 * The tab that the wizard is about. `unknown`: its address is not known, so not even which permission to ask for.
 * `unreadable`: no extension may read it. `ask`: the user has not allowed its origin yet.
 */
export type TabState =
  | { readonly kind: "unknown" }
  | { readonly kind: "unreadable" }
  | { readonly kind: "ask"; readonly origin: string }
  | { readonly kind: "ready"; readonly origin: string };
