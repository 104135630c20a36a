import "@cadre-care/elements/define/all";
import "@cadre-care/portal/define/care-provider";
import type { CareService } from "@cadre-care/domain";
import type { Reception } from "@cadre-care/example-portal-common";
import { type ReactNode, useEffect, useState } from "react";
import board from "./board.json";

/** Connects the page to the board, and says whose page it is. */
export const Care = ({ patient, children }: { patient: Reception | undefined; children: ReactNode }) => {
  const [service, setService] = useState<CareService>();
  useEffect(() => {
    service?.statePatient(patient?.identity ?? null, { emergency: patient?.emergency ?? false });
  }, [service, patient]);
  return (
    <cadre-care-provider {...board} oncadre-care-connected={(event) => setService(event.service)}>
      {children}
    </cadre-care-provider>
  );
};
