import { useEffect, useState } from "react";
import { useNavigate, useParams } from "react-router";
import { type ReceptionDetails, readReception } from "./reception.ts";

const Field = ({ label, children, name }: { label: string; name: string; children: string }) => (
  <div className="field" data-field={name}>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

/** One patient. The neighbours in the queue open in place, without a change of address, as this HIS has always done. */
export const PatientPage = () => {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  const [shown, setShown] = useState(id);
  const [patient, setPatient] = useState<ReceptionDetails | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => setShown(id), [id]);
  useEffect(() => {
    let wanted = true;
    setFailed(false);
    readReception(shown).then(
      (details) => wanted && setPatient(details),
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
    };
  }, [shown]);

  return (
    <>
      <header className="bar">
        <button type="button" className="back" onClick={() => navigate(-1)}>
          ‹ Danh sách
        </button>
        <h1>Hồ sơ tiếp đón</h1>
        <button
          type="button"
          className="previous"
          disabled={!patient?.previous}
          onClick={() => patient?.previous && setShown(patient.previous)}
        >
          Bệnh nhân trước
        </button>
        <button
          type="button"
          className="next"
          disabled={!patient?.next}
          onClick={() => patient?.next && setShown(patient.next)}
        >
          Bệnh nhân sau
        </button>
        <button type="button" className="primary">
          In phiếu khám
        </button>
      </header>
      {failed ? <p className="empty">Không mở được hồ sơ này.</p> : null}
      {patient === null ? null : (
        <section className="patient">
          <div className="patient-head" data-reception={patient.id}>
            <h2>{patient.name}</h2>
            <p>
              <span className="patient-birth">{patient.birth}</span> ·{" "}
              <span className="patient-sex">{patient.sex}</span> · Mã BN{" "}
              <span className="patient-code">{patient.code}</span>
              {patient.priority === "" ? null : <span className="tag">{patient.priority}</span>}
            </p>
          </div>
          <div className="cards">
            <dl className="card">
              <h3>Hành chính</h3>
              <Field name="identity" label="CCCD/CMND">
                {patient.identity}
              </Field>
              <Field name="insurance" label="Mã thẻ BHYT">
                {patient.insurance}
              </Field>
              <Field name="phone" label="Số điện thoại">
                {patient.phone}
              </Field>
              <Field name="address" label="Địa chỉ">
                {patient.address}
              </Field>
              <Field name="occupation" label="Nghề nghiệp">
                {patient.occupation}
              </Field>
            </dl>
            <dl className="card">
              <h3>Lượt khám hôm nay</h3>
              <Field name="ticket" label="Số thứ tự">
                {String(patient.ticket)}
              </Field>
              <Field name="payer" label="Đối tượng">
                {patient.payer}
              </Field>
              <Field name="room" label="Phòng khám">
                {patient.room}
              </Field>
              <Field name="doctor" label="Bác sĩ">
                {patient.doctor}
              </Field>
              <Field name="arrived" label="Giờ đến">
                {patient.arrivedAt}
              </Field>
              <Field name="status" label="Trạng thái">
                {patient.status}
              </Field>
              <Field name="complaint" label="Lý do khám">
                {patient.complaint}
              </Field>
            </dl>
          </div>
        </section>
      )}
    </>
  );
};
