import type { SessionView } from "@cadre-care/domain";
import { html, nothing, type TemplateResult } from "lit";
import { wordFor } from "../language/catalogue.ts";
import { iconNobody } from "../theme/icons.ts";
import type { SessionTexts } from "./session.messages.ts";

/** Who is at work here, by name and role. */
export const whoIsAtWork = ({ user }: SessionView, text: SessionTexts): TemplateResult => html`
  <div class="row who">
    ${iconNobody()}
    <div>
      <strong>${user?.name ?? text.openTitle}</strong>
      ${user === undefined ? nothing : html`<span class="soft">${wordFor(text.roles, user.role)}</span>`}
    </div>
  </div>
`;
