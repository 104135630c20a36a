import type { StatedIdentity } from "@cadre-care/domain";

/** One outpatient of today, as this hospital's own service answers `/api/receptions`. */
export interface Reception {
  readonly id: string;
  readonly ticket: number;
  /** Mã bệnh nhân. */
  readonly code: string;
  readonly name: string;
  /** dd/MM/yyyy, or the year alone. */
  readonly birth: string;
  readonly sex: string;
  readonly payer: string;
  readonly insurance: string;
  readonly address: string;
  readonly room: string;
  readonly complaint: string;
  readonly status: string;
  readonly arrivedAt: string;
  /** Nhóm ưu tiên; empty for most. */
  readonly priority: string;
  /** Who this is, in the words of `statePatient`. */
  readonly identity: StatedIdentity;
  readonly emergency: boolean;
}
