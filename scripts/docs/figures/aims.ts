import type { Said } from "../site/language.ts";

/** An aim that was set before anything was built. `most`: what a figure or ratio may be at most, in its own unit. */
export interface Aim {
  readonly name: string;
  readonly kind: "figure" | "ratio";
  readonly most: number;
  readonly says: Said;
}

const ratio = (name: string, most: number, vi: string, en: string): Aim => ({
  kind: "ratio",
  name,
  most,
  says: { vi, en },
});
const figure = (name: string, most: number, vi: string, en: string): Aim => ({
  kind: "figure",
  name,
  most,
  says: { vi, en },
});

export const AIMS: readonly Aim[] = [
  figure("size/priority-banner", 14, "Dải thông báo, gzip, kB", "Priority banner, gzip, kB"),
  figure(
    "size/exam-checklist",
    45,
    "Phiếu khám với bộ máy biểu mẫu, gzip, kB",
    "Exam checklist with the engine, gzip, kB",
  ),
  figure("size/all", 70, "Mọi thành phần, gzip, kB", "All elements, gzip, kB"),
  ratio(
    "mark-rows-1000/mark-js",
    0.02,
    "Đánh dấu 1.000 dòng, so với mark.js gọi với danh sách tên",
    "Marking 1,000 rows, beside mark.js called with a list of names",
  ),
  ratio(
    "mark-rows-1000/mark-js-one-expression",
    0.02,
    "Đánh dấu 1.000 dòng, so với mark.js lúc nhanh nhất: một biểu thức",
    "Marking 1,000 rows, beside mark.js at its fastest: one expression",
  ),
  ratio(
    "mark-scan/bare-read",
    2,
    "Đọc các dòng đang hiện, so với vòng lặp trần",
    "Reading the rows on screen, beside a bare loop",
  ),
  ratio(
    "mark-growth/10000-vs-50",
    1.1,
    "10.000 dòng so với 50 dòng: phẳng, sai số 0,1",
    "10,000 rows beside 50: flat, 0.1 for noise",
  ),
  figure(
    "mark-latency-most",
    2,
    "Từ lúc dòng hiện đến lúc có dấu, số khung hình",
    "From row to mark, frames",
  ),
  figure(
    "mark-latency-warm",
    33.3,
    "Cũng vậy, tiện ích đang chạy, p95, ms",
    "The same, extension awake, p95, ms",
  ),
  figure(
    "mark-latency-cold",
    300,
    "Cũng vậy, tiện ích vừa thức dậy, p95, ms",
    "The same, extension just woken, p95, ms",
  ),
  ratio(
    "lookup-200-rows/100000-vs-1500",
    1.5,
    "Tra 200 dòng trong 100.000 so với 1.500 mục",
    "200 rows looked up in 100,000 entries beside 1,500",
  ),
  ratio(
    "drain-10000/best-peer",
    0.1,
    "Gửi 10.000 mục, so với thư viện tốt nhất",
    "Draining 10,000 entries, beside the best peer",
  ),
  ratio(
    "accept/bare-strict-put",
    1.5,
    "Nhận một mục, so với một lệnh ghi trần",
    "Accepting an entry, beside a bare strict put",
  ),
  ratio(
    "interactive-500/lhc-forms",
    0.1,
    "Biểu mẫu 500 mục dùng được, so với LHC-Forms",
    "Form of 500 items interactive, beside LHC-Forms",
  ),
  ratio(
    "complete-500/lhc-forms",
    0.25,
    "Biểu mẫu 500 mục hiện đủ, so với LHC-Forms",
    "Form of 500 items complete, beside LHC-Forms",
  ),
  ratio(
    "complete-5000/bare-dom",
    1.6,
    "Biểu mẫu 5.000 mục, so với DOM trần",
    "Form of 5,000 items, beside bare DOM",
  ),
  figure("keystroke-5000", 16.7, "Một phím ở biểu mẫu 5.000 mục, ms", "A keystroke at 5,000 items, ms"),
  figure(
    "page-overhead",
    2,
    "Thời gian chạy mã của trang HIS tăng thêm, %",
    "Script time added to a HIS page, %",
  ),
  figure("faults/lost", 0, "Mục bị mất trong cuộc thử lỗi", "Entries lost in the fault drill"),
  figure("faults/doubled", 0, "Mục bị ghi hai lần", "Entries doubled"),
  figure(
    "faults/readable-on-disk",
    0,
    "Tên hay số đọc được trên đĩa",
    "Names or numbers readable on the disk",
  ),
];
