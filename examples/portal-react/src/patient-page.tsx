import { CadreExamChecklist } from "@cadre-care/elements/react/exam-checklist";
import { CadrePriorityBanner } from "@cadre-care/elements/react/priority-banner";
import { CadreReferralForm } from "@cadre-care/elements/react/referral-form";
import { CadreVisitSteps } from "@cadre-care/elements/react/visit-steps";
import type { Reception } from "@cadre-care/example-portal-common";
import { useState } from "react";
import { Priority } from "./priority.tsx";

const DESKS = [
  ["reception", "Tiếp đón"],
  ["exam", "Khám sức khỏe"],
  ["referral", "Chuyển tuyến"],
] as const;
type Desk = (typeof DESKS)[number][0];

const FIELDS = [
  ["Số thẻ BHYT", "insurance"],
  ["Địa chỉ", "address"],
  ["Phòng khám", "room"],
  ["Lý do khám", "complaint"],
] as const;

/** One patient. A form is opened, which the board sees as a view, only when its desk is chosen. */
export const PatientPage = ({ patient }: { patient: Reception }) => {
  const [chosen, setDesk] = useState<Desk>("reception");
  // Emergency care first: no form of the board's is offered beside it.
  const desk = patient.emergency ? "reception" : chosen;
  return (
    <>
      <a className="back" href="#/">
        ‹ Người bệnh hôm nay
      </a>
      <h1>
        {patient.name} <Priority of={patient} />
      </h1>
      <p className="who">
        {patient.birth} · {patient.sex} · Mã người bệnh {patient.code}
      </p>
      <CadrePriorityBanner onCadreOpenPanel={() => setDesk("reception")} />
      <dl className="facts">
        {FIELDS.map(([label, field]) => (
          <div key={field}>
            <dt>{label}</dt>
            <dd>{patient[field] || "–"}</dd>
          </div>
        ))}
      </dl>
      {patient.emergency ? null : (
        <nav className="desks" aria-label="Công việc">
          {DESKS.map(([name, label]) => (
            <button
              key={name}
              type="button"
              aria-pressed={name === desk}
              data-desk={name}
              onClick={() => setDesk(name)}
            >
              {label}
            </button>
          ))}
        </nav>
      )}
      {desk === "reception" ? (
        <section className="card">
          <CadreVisitSteps />
          <CadrePriorityBanner mode="details" />
        </section>
      ) : desk === "exam" ? (
        <CadreExamChecklist />
      ) : (
        <CadreReferralForm />
      )}
    </>
  );
};
