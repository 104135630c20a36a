import type { SessionUser, SessionView } from "@cadre-care/domain";
import { html, nothing, type TemplateResult } from "lit";
import { iconLocked } from "../theme/icons.ts";
import { notice } from "../theme/notice.ts";
import { secretField } from "./secret-field.ts";
import type { SessionTexts } from "./session.messages.ts";
import { userChoice } from "./user-choice.ts";
import { whoIsAtWork } from "./who.ts";

/** Who would unlock: the chosen user, otherwise whoever used the machine last. */
export interface Unlocking {
  readonly user: SessionUser | undefined;
  /** Named to the service only where it is not the present user. */
  readonly other: string | undefined;
  /** Milliseconds until the next secret is tried; 0 or less: now. */
  readonly waitMilliseconds: number;
}

export const unlocking = (session: SessionView, chosen: string | undefined, now: number): Unlocking => {
  const users = session.users ?? [];
  const user = users.find(({ id }) => id === chosen) ?? users.find(({ current }) => current);
  const other = user !== undefined && !user.current ? user.id : undefined;
  const left = session.retryAt === undefined || other !== undefined ? 0 : Date.parse(session.retryAt) - now;
  return { user, other, waitMilliseconds: left };
};

export interface LockedScreen {
  readonly text: SessionTexts;
  readonly session: SessionView;
  readonly who: Unlocking;
  /** How long to wait, in words; undefined when there is nothing to wait for. */
  readonly wait: string | undefined;
  readonly secret: string;
  readonly visible: boolean;
  readonly busy: boolean;
  readonly choose: (user: string) => void;
  readonly input: (secret: string) => void;
  readonly enter: (event: Event) => void;
  readonly reveal: TemplateResult;
  readonly actions: TemplateResult;
  /** For whoever cannot type the secret: forgotten, or somebody else. */
  readonly otherWays: TemplateResult;
}

/** Data is here, keys are not: who unlocks, with what, and the other ways in. */
export const lockedScreen = (screen: LockedScreen): TemplateResult => {
  const { text, session, who } = screen;
  const users = session.users ?? [];
  const stranded = session.device !== undefined && session.recoverable === undefined;
  return html`
    ${session.user === undefined || who.other !== undefined ? nothing : whoIsAtWork(session, text)}
    ${
      who.user?.closed
        ? notice("urgent", iconLocked(), text.closedTitle, text.closedHow)
        : notice("plain", iconLocked(), text.lockedTitle, text.lockedHow)
    }
    ${users.length > 1 ? userChoice({ text, users, chosen: who.user?.id, choose: screen.choose }) : nothing}
    ${secretField({
      id: "secret",
      label: text.secret,
      value: screen.secret,
      visible: screen.visible,
      wrong: undefined,
      disabled: screen.busy,
      input: screen.input,
      enter: screen.enter,
    })}
    ${screen.wait === undefined ? nothing : html`<p class="wrong number" role="timer" part="wait">${text.wait(screen.wait)}</p>`}
    ${screen.reveal}
    <div class="row">${screen.actions}</div>
    <div class="row">${screen.otherWays}</div>
    ${session.recoverable ? html`<p class="soft">${text.forgotHow}</p>` : nothing}
    ${stranded ? html`<p class="soft">${text.forgotNotEnrolled}</p>` : nothing}
  `;
};
