import { CadreOutboxStatus } from "@cadre-care/elements/react/outbox-status";
import { CadreRosterStatus } from "@cadre-care/elements/react/roster-status";
import { CadreSession } from "@cadre-care/elements/react/session";
import type { Reception } from "@cadre-care/example-portal-common";
import { useEffect, useState } from "react";
import { Care } from "./care.tsx";
import { PatientPage } from "./patient-page.tsx";
import { ReceptionList } from "./reception-list.tsx";

const readReceptions = async (): Promise<readonly Reception[]> => (await fetch("/api/receptions")).json();

const idInAddress = () => location.hash.replace(/^#\/?/, "");

/** The hospital's portal: today's patients, or the one whose id the address names. */
export const Portal = () => {
  const [receptions, setReceptions] = useState<readonly Reception[]>([]);
  const [id, setId] = useState(idInAddress);
  useEffect(() => {
    void readReceptions().then(setReceptions);
    const follow = () => setId(idInAddress());
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  const patient = receptions.find((reception) => reception.id === id);
  return (
    <Care patient={patient}>
      <header className="top">
        <a className="brand" href="#/">
          Bệnh viện đa khoa tỉnh
        </a>
        <span className="unit">Khám bệnh ngoại trú</span>
      </header>
      <div className="layout">
        <main>
          {patient === undefined ? (
            <ReceptionList receptions={receptions} />
          ) : (
            <PatientPage key={patient.id} patient={patient} />
          )}
        </main>
        <aside className="desk" aria-label="Chăm sóc cán bộ">
          <h2>Chăm sóc cán bộ</h2>
          <CadreSession />
          <CadreOutboxStatus mode="compact" />
          <CadreRosterStatus />
        </aside>
      </div>
    </Care>
  );
};
