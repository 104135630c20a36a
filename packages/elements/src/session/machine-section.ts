import type { SessionView } from "@cadre-care/domain";
import { html, type TemplateResult } from "lit";
import { iconDone, iconWarning } from "../theme/icons.ts";
import { iconInfo } from "../theme/icons-of-care.ts";
import { notice } from "../theme/notice.ts";

export interface MachineSection {
  readonly text: {
    readonly machineTitle: string;
    readonly machineEnrolled: string;
    readonly machineNone: string;
    readonly machineNoneHow: string;
    readonly machineRefused: string;
    readonly machineRefusedHow: string;
    readonly machineName: string;
    readonly machineNameHow: string;
    readonly enrol: string;
    readonly enrolling: string;
  };
  readonly device: NonNullable<SessionView["device"]>;
  readonly name: string;
  readonly busy: boolean;
  readonly enrolling: boolean;
  readonly input: (name: string) => void;
  readonly enrol: (event: MouseEvent) => void;
}

/** How this machine stands with the board, and where IT takes it in. */
export const machineSection = (section: MachineSection): TemplateResult => {
  const { text, device } = section;
  const input = (event: Event): void => {
    if (event.target instanceof HTMLInputElement) section.input(event.target.value);
  };
  if (device.state === "enrolled")
    return html`
      <h2>${text.machineTitle}</h2>
      ${notice("plain", iconDone(), text.machineEnrolled, device.name)}
    `;
  return html`
    <h2>${text.machineTitle}</h2>
    ${
      device.state === "refused"
        ? notice("urgent", iconWarning(), text.machineRefused, text.machineRefusedHow)
        : notice("plain", iconInfo(), text.machineNone, text.machineNoneHow)
    }
    <div class="field">
      <label for="machine">${text.machineName}</label>
      <input
        id="machine"
        type="text"
        maxlength="80"
        autocomplete="off"
        aria-describedby="machine-hint"
        ?disabled=${section.busy}
        .value=${section.name}
        @input=${input}
      />
      <p class="hint" id="machine-hint">${text.machineNameHow}</p>
    </div>
    <div class="row">
      <button type="button" part="enrol" aria-disabled=${section.busy ? "true" : "false"} @click=${section.enrol}>
        ${section.enrolling ? text.enrolling : text.enrol}
      </button>
    </div>
  `;
};
