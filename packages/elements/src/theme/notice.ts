import { html, nothing, type TemplateResult } from "lit";

/** How much a notice asks for. Never by colour alone: each has an icon and a word too. */
export type Tone = "plain" | "accent" | "good" | "caution" | "urgent";

/** A block that says one thing, with what to do about it below. */
export const notice = (
  tone: Tone,
  icon: TemplateResult,
  title: string,
  body: string | TemplateResult | typeof nothing = nothing,
  actions: TemplateResult | typeof nothing = nothing,
): TemplateResult => html`
  <div class="notice ${tone}" part="notice">
    ${icon}
    <div>
      <strong>${title}</strong>
      ${body === nothing ? nothing : html`<div class="said">${body}</div>`}
      ${actions === nothing ? nothing : html`<div class="row">${actions}</div>`}
    </div>
  </div>
`;
