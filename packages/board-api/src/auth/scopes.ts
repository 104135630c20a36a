import { type BoardInteraction, INTERACTIONS } from "../definitions/interactions.ts";

const SCOPE = /^(?:user|system)\/(\*|[A-Z][A-Za-z]+)\.(c?r?u?d?s?)$/;

/** SMART App Launch 2 scopes, as one question: may this be done with that type? */
export interface Scopes {
  allows(type: string, interaction: BoardInteraction): boolean;
}

export const parseScopes = (scopes: readonly string[]): Scopes => {
  const granted = new Map<string, string>();
  for (const scope of scopes) {
    const [, type, letters] = SCOPE.exec(scope) ?? [];
    if (type !== undefined && letters !== undefined) granted.set(type, (granted.get(type) ?? "") + letters);
  }
  return {
    allows: (type, interaction) =>
      [type, "*"].some((name) => granted.get(name)?.includes(INTERACTIONS[interaction]) ?? false),
  };
};

export const bothAllow = (one: Scopes, other: Scopes): Scopes => ({
  allows: (type, interaction) => one.allows(type, interaction) && other.allows(type, interaction),
});
