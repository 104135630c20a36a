import type { FormDelivery, OutboxView, SubmittedForm } from "@cadre-care/domain";

/** How far a submitted form is now: what the outbox says of its entry, which leaves it when the board has it. */
export const deliveryOf = (submitted: SubmittedForm, outbox: OutboxView | undefined): FormDelivery => {
  if (outbox === undefined) return submitted.delivery;
  const entry = outbox.entries.find(({ id }) => id === submitted.entry);
  if (entry === undefined) {
    const arrived = outbox.receipts?.some(({ id }) => id === submitted.entry) === true;
    return arrived ? "delivered" : submitted.delivery;
  }
  if (entry.state === "parked" || entry.state === "quarantined") return "parked";
  return entry.state === "sending" ? "sending" : "saved";
};
