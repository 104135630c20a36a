import { useCallback, useEffect, useMemo, useState } from "react";
import { found, type Reception, readReceptions, type SortColumn, sorted } from "./reception.ts";
import { ReceptionTable } from "./reception-table.tsx";

/** Search and order outlive a visit to a patient's page, as clerks expect. */
const remembered: { query: string; room: string; column: SortColumn; descending: boolean } = {
  query: "",
  room: "",
  column: "ticket",
  descending: false,
};

export const ReceptionPage = () => {
  const [all, setAll] = useState<Reception[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [view, setView] = useState(remembered);
  Object.assign(remembered, view);

  const load = useCallback(() => {
    setAll(null);
    setFailed(false);
    readReceptions().then(setAll, () => setFailed(true));
  }, []);
  useEffect(load, [load]);

  const rooms = useMemo(() => [...new Set(all?.map(({ room }) => room))].sort(), [all]);
  const rows = useMemo(
    () => sorted(found(all ?? [], view.query, view.room), view.column, view.descending),
    [all, view],
  );
  const sort = (column: SortColumn) =>
    setView({ ...view, column, descending: view.column === column && !view.descending });

  return (
    <>
      <header className="bar">
        <h1>Tiếp đón ngoại trú</h1>
        <input
          type="search"
          name="q"
          placeholder="Tìm theo họ tên, mã BN, số thẻ, CCCD"
          autoComplete="off"
          value={view.query}
          onChange={(event) => setView({ ...view, query: event.target.value })}
        />
        <select
          name="room"
          aria-label="Phòng khám"
          value={view.room}
          onChange={(event) => setView({ ...view, room: event.target.value })}
        >
          <option value="">Tất cả phòng khám</option>
          {rooms.map((room) => (
            <option key={room}>{room}</option>
          ))}
        </select>
        <button type="button" className="reload" onClick={load}>
          Tải lại
        </button>
        <button type="button" className="primary">
          Tiếp đón mới
        </button>
      </header>
      {failed ? <p className="empty">Không tải được danh sách. Bấm “Tải lại”.</p> : null}
      {all === null && !failed ? <p className="empty">Đang tải danh sách…</p> : null}
      {all === null ? null : <ReceptionTable rows={rows} view={view} onSort={sort} />}
      <footer className="foot">
        {rows.length} / {all?.length ?? 0} lượt tiếp đón hôm nay
      </footer>
    </>
  );
};
