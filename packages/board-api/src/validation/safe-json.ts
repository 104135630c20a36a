import { BoardError } from "../outcome/outcome.ts";

const DEEPEST = 40;
const MOST_VALUES = 200_000;
const RESERVED = new Set(["__proto__", "constructor", "prototype"]);
// Control characters other than tab, line feed and carriage return; lone surrogates, which PostgreSQL's jsonb refuses.
const UNSAFE_TEXT = /(?![\t\n\r])[\p{Cc}\p{Surrogate}]/u;

const isSafeText = (text: string): boolean => !UNSAFE_TEXT.test(text);

/**
 * Refuses JSON that no honest client sends: nested beyond 40 levels, prototype keys, control characters, numbers that
 * are not finite. Walks without recursion.
 * @throws BoardError `unsafe-content`
 */
export const assertSafeJson = (json: unknown): void => {
  const stack: { value: unknown; depth: number }[] = [{ value: json, depth: 0 }];
  let seen = 0;
  for (let item = stack.pop(); item; item = stack.pop()) {
    const { value, depth } = item;
    seen += 1;
    if (depth > DEEPEST || seen > MOST_VALUES) throw new BoardError("unsafe-content");
    if (typeof value === "string" && !isSafeText(value)) throw new BoardError("unsafe-content");
    if (typeof value === "number" && !Number.isFinite(value)) throw new BoardError("unsafe-content");
    if (typeof value !== "object" || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (RESERVED.has(key) || !isSafeText(key)) throw new BoardError("unsafe-content");
      stack.push({ value: inner, depth: depth + 1 });
    }
  }
};

/** @throws BoardError `request-invalid` for an address with control characters or broken escapes */
export const assertSafeAddress = (address: string): void => {
  let decoded: string;
  try {
    decoded = decodeURIComponent(address.replaceAll("+", " "));
  } catch {
    throw new BoardError("request-invalid");
  }
  if (!isSafeText(decoded) || /[\t\n\r]/.test(decoded)) throw new BoardError("request-invalid");
};
