import { useVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef } from "react";
import { useNavigate } from "react-router";
import type { Reception, SortColumn } from "./reception.ts";

const ROW_HEIGHT = 40;
const OVERSCAN = 4;

const COLUMNS: { label: string; sort?: SortColumn }[] = [
  { label: "" },
  { label: "STT", sort: "ticket" },
  { label: "Mã bệnh nhân", sort: "code" },
  { label: "Họ và tên", sort: "name" },
  { label: "Ngày sinh", sort: "birthSort" },
  { label: "Giới" },
  { label: "Mã thẻ BHYT" },
  { label: "CCCD/CMND" },
  { label: "Ưu tiên" },
  { label: "Phòng khám", sort: "room" },
  { label: "Giờ đến", sort: "arrivedAt" },
  { label: "Trạng thái", sort: "status" },
];

let scrollTop = 0;

interface Props {
  rows: Reception[];
  view: { column: SortColumn; descending: boolean };
  onSort(column: SortColumn): void;
}

/** A virtual list whose row elements are recycled: an element belongs to a slot, never to a person. */
export const ReceptionTable = ({ rows, view, onSort }: Props) => {
  const scroller = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    initialOffset: scrollTop,
  });
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    element.scrollTop = scrollTop;
    return () => {
      scrollTop = element.scrollTop;
    };
  }, []);
  const items = virtual.getVirtualItems();
  const slots = useRef(1);
  slots.current = Math.max(slots.current, items.length);
  const slotOf = (index: number) => index % slots.current;
  // Elements keep their place in the document; only what they show and where they stand changes.
  const inSlotOrder = [...items].sort((a, b) => slotOf(a.index) - slotOf(b.index));
  return (
    <div className="grid-scroller" ref={scroller}>
      <table className="grid" aria-label="Danh sách tiếp đón" aria-rowcount={rows.length}>
        <thead>
          <tr className="grid-head">
            {COLUMNS.map(({ label, sort }) => (
              <th
                key={label}
                scope="col"
                aria-sort={view.column === sort ? (view.descending ? "descending" : "ascending") : undefined}
              >
                {sort === undefined ? (
                  label
                ) : (
                  <button type="button" onClick={() => onSort(sort)}>
                    {label}
                  </button>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="grid-body" style={{ height: virtual.getTotalSize() }}>
          {inSlotOrder.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            const open = () => navigate(`/patients/${row.id}`);
            return (
              <tr
                key={slotOf(item.index)}
                className={row.priority === "Cấp cứu" ? "grid-row urgent" : "grid-row"}
                tabIndex={0}
                data-id={row.id}
                style={{ transform: `translateY(${item.start}px)`, height: item.size }}
                onDoubleClick={open}
                onKeyDown={(event) => (event.key === "Enter" ? open() : undefined)}
              >
                <td />
                <td>{row.ticket}</td>
                <td>{row.code}</td>
                <td>
                  <a
                    href={`/patients/${row.id}`}
                    onClick={(event) => {
                      event.preventDefault();
                      open();
                    }}
                  >
                    {row.name}
                  </a>
                </td>
                <td>{row.birth}</td>
                <td>{row.sex}</td>
                <td>{row.insurance}</td>
                <td>{row.identity}</td>
                <td>{row.priority === "" ? null : <span className="tag">{row.priority}</span>}</td>
                <td>{row.room}</td>
                <td>{row.arrivedAt}</td>
                <td>{row.status}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
};
