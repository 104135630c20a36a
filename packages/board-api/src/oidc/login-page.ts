import { createHash } from "node:crypto";
import { loginTexts } from "./login-texts.ts";

export interface LoginPage {
  readonly action: string;
  readonly login: string;
  /** Also asks for the code of the second factor. */
  readonly secondFactor?: boolean;
  readonly problem?: keyof typeof loginTexts.problems;
  /** Code of OAuth that IT can look up. */
  readonly detail?: string;
  /** Origins that the form's redirects may lead to, for `form-action`. */
  readonly redirectOrigins: readonly string[];
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const STYLE = `:root{color-scheme:light dark;font-family:system-ui,"Be Vietnam Pro",sans-serif;line-height:1.5}
body{margin:0;display:grid;min-height:100vh;place-items:center;background:Canvas;color:CanvasText}
main{width:min(24rem,calc(100vw - 2rem));padding:1.5rem 0}
h1{font-size:1.35rem;margin:0 0 .25rem}p{margin:.25rem 0 1rem}[lang=en]{opacity:.75;font-size:.9em}
label{display:block;margin:.75rem 0 .25rem;font-weight:600}
input{box-sizing:border-box;width:100%;font:inherit;padding:.6rem;border:1px solid GrayText;border-radius:.375rem}
button{width:100%;margin-top:1.25rem;font:inherit;font-weight:600;padding:.7rem;border:0;border-radius:.375rem;background:#0b5394;color:#fff}
input:focus-visible,button:focus-visible{outline:3px solid #f1a33b;outline-offset:2px}
[role=alert]{border-left:4px solid #b3261e;padding:.5rem .75rem;margin:1rem 0}`;

const STYLE_HASH = `sha256-${createHash("sha256").update(STYLE).digest("base64")}`;

/** The board's own sign-in page: no script, keyboard order as read, both languages at once. */
export const loginPage = (page: LoginPage): string => {
  const { title, purpose, login, password, code, submit, problems } = loginTexts;
  const both = (text: { vi: string; en: string }): string =>
    `${escaped(text.vi)} <span lang="en">${escaped(text.en)}</span>`;
  const alert =
    page.problem === undefined
      ? ""
      : `<div role="alert" id="problem">${both(problems[page.problem])}${page.detail === undefined ? "" : ` <code>${escaped(page.detail)}</code>`}</div>`;
  // Reception machines are shared: without "off" a browser keeps what was typed in its session file, readable.
  const form =
    page.problem === "expired" || page.problem === "unusable"
      ? ""
      : `<form method="post" action="${escaped(page.action)}" autocomplete="off">
<label for="login">${both(login)}</label>
<input id="login" name="login" value="${escaped(page.login)}" autocomplete="off" autocapitalize="none" spellcheck="false" required maxlength="100" autofocus>
<label for="password">${both(password)}</label>
<input id="password" name="password" type="password" autocomplete="off" required maxlength="200">${
          page.secondFactor
            ? `
<label for="code">${both(code)}</label>
<input id="code" name="code" inputmode="numeric" autocomplete="off" required maxlength="10">`
            : ""
        }
<button type="submit">${both(submit)}</button>
</form>`;
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(title.vi)}</title><style>${STYLE}</style></head>
<body><main><h1>${both(title)}</h1><p>${both(purpose)}</p>${alert}${form}</main></body></html>`;
};

/** No scripts, nothing from elsewhere, no framing. `form-action` also covers the redirect back to the client. */
export const loginHeaders = (page: LoginPage): Record<string, string> => ({
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": `default-src 'none'; style-src '${STYLE_HASH}'; form-action ${["'self'", ...page.redirectOrigins].join(" ")}; frame-ancestors 'none'; base-uri 'none'`,
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
});
