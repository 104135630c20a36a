import type { Reception } from "@cadre-care/example-portal-common";

/** The group that goes first by law, where there is one. */
export const Priority = ({ of: { priority, emergency } }: { of: Reception }) =>
  priority === "" ? null : <span className={emergency ? "tag urgent" : "tag"}>{priority}</span>;
