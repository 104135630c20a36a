import { type Result, success } from "@cadre-care/domain";
import { exportJWK, generateKeyPair } from "jose";
import { z } from "zod";
import { publicKeySchema } from "../keys/open-keys.ts";
import { SealBrokenError } from "../keys/seal-broken-error.ts";
import { unwrapWith, WRAPPING } from "../keys/wrap.ts";
import type { DeviceFacts } from "../session/present-session.ts";
import type { SignedIn } from "../sign-in/tokens.ts";
import type { BoardDoor } from "./board-door.ts";
import type { DeviceKey } from "./device-key.ts";
import { deviceProblems } from "./device-problems.ts";
import type { DeviceTokens } from "./device-tokens.ts";

const LONGEST_NAME = 80;
const enrolledSchema = z.object({ clientId: z.string(), name: z.string(), site: z.string() });
const unwrappedSchema = z.object({ jwe: z.string() });

export interface MachineAtBoardOptions {
  readonly door: BoardDoor;
  readonly key: DeviceKey;
  readonly tokens: DeviceTokens;
  /** Code of the hospital in the board's policy. */
  readonly site: string;
  /** This build pins the board's keys. */
  readonly supported: boolean;
  /** Signs in with the second factor. */
  readonly signIn: () => Promise<Result<SignedIn>>;
  readonly revoke: (refreshToken: string) => Promise<void>;
  /** Epoch milliseconds by the board's clock. */
  readonly clock: () => number;
}

/** This machine in the board's eyes: taken in by IT, and the place where keys from escrow may be opened. */
export class MachineAtBoard {
  readonly #options: MachineAtBoardOptions;

  constructor(options: MachineAtBoardOptions) {
    this.#options = options;
  }

  get facts(): DeviceFacts {
    const { key, supported } = this.#options;
    if (!supported) return { state: "unsupported" };
    if (!key.enrolment) return { state: "not-enrolled" };
    return { state: key.refused ? "refused" : "enrolled", name: key.enrolment.name };
  }

  /** IT signs in at this machine with the second factor; that is the approval. IT's tokens are given up at once. */
  async enrol(name: string): Promise<Result<null>> {
    const { door, key, tokens, site, supported, clock } = this.#options;
    if (!supported) return deviceProblems.refuse("enrol-unsupported");
    const shown = name.normalize("NFC").trim();
    if (shown === "" || shown.length > LONGEST_NAME) return deviceProblems.refuse("enrol-name");
    const signedIn = await this.#options.signIn();
    if (!signedIn.ok) return signedIn;
    const { user, tokens: granted } = signedIn.value;
    try {
      if (user.role !== "it") return deviceProblems.refuse("enrol-it-only");
      const body = {
        id: key.id,
        name: shown,
        site,
        publicKey: key.publicKey,
        proof: await key.proof(door.address("/devices"), clock()),
      };
      const answer = await door.post("/devices", granted.accessToken, body, enrolledSchema);
      if (!answer.ok) return answer;
      await key.enrolled(answer.value);
      tokens.forget();
      return success(null);
    } finally {
      if (granted.refreshToken !== undefined) await this.#options.revoke(granted.refreshToken);
    }
  }

  /** What the board unwraps for this user on this machine; it travels sealed for a key pair made for this one answer. */
  async unwrap(jwe: string, accessToken: string): Promise<Result<unknown>> {
    const { door, key, clock } = this.#options;
    if (!key.enrolment) return deviceProblems.refuse("device-not-enrolled");
    const recipient = await generateKeyPair(WRAPPING, { crv: "P-256", extractable: false });
    if (!(recipient.privateKey instanceof CryptoKey) || !(recipient.publicKey instanceof CryptoKey))
      throw new TypeError("no Web Crypto");
    const body = {
      device: key.id,
      jwe,
      recipient: publicKeySchema.parse(await exportJWK(recipient.publicKey)),
      proof: await key.proof(door.address("/escrow/unwrap"), clock()),
    };
    const answer = await door.post("/escrow/unwrap", accessToken, body, unwrappedSchema);
    if (!answer.ok) return answer;
    try {
      return success(await unwrapWith(recipient.privateKey, answer.value.jwe));
    } catch (cause) {
      if (cause instanceof SealBrokenError) return deviceProblems.refuse("board-refused");
      throw cause;
    }
  }
}
