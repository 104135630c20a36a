import type { CareService } from "@cadre-care/domain";
import type { Reception } from "@cadre-care/example-portal-common";
import { CadreCareProvider } from "@cadre-care/portal/react/care-provider";
import { type ReactNode, useEffect, useState } from "react";
import board from "./board.json";

/** Connects the page to the board, and says whose page it is. */
export const Care = ({ patient, children }: { patient: Reception | undefined; children: ReactNode }) => {
  const [service, setService] = useState<CareService>();
  useEffect(() => {
    service?.statePatient(patient?.identity ?? null, { emergency: patient?.emergency ?? false });
  }, [service, patient]);
  return (
    <CadreCareProvider {...board} onCadreCareConnected={(event) => setService(event.service)}>
      {children}
    </CadreCareProvider>
  );
};
