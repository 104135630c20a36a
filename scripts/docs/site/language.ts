export type Language = "vi" | "en";
export type Said = Readonly<Record<Language, string>>;
export const LANGUAGES: readonly Language[] = ["vi", "en"];
export const otherLanguage = (language: Language): Language => (language === "vi" ? "en" : "vi");
