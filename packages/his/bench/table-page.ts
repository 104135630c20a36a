export const element = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
};

export const cccdOf = (index: number): string => `0030${String(index).padStart(8, "0")}`;

const rowHtml = (index: number, room: string): string => {
  const given = `${String.fromCharCode(65 + (index % 26))}${String.fromCharCode(97 + (index % 25))}`;
  const birth = `0${1 + (index % 9)}/0${1 + (index % 9)}/19${50 + (index % 40)}`;
  return `<tr><td></td><td>Nguyễn Văn ${given}</td><td>${birth}</td><td>${index % 2 ? "Nam" : "Nữ"}</td><td>${cccdOf(index)}</td><td>HC400${String(index).padStart(10, "0")}</td><td>${room}</td><td>Chờ khám</td></tr>`;
};

/** Rows of synthetic people from a number on: province 003 does not exist. */
export const rowsHtml = (count: number, first = 0, room = "P.101"): string =>
  Array.from({ length: count }, (_, index) => rowHtml(first + index, room)).join("");

/** Puts a plain table of so many rows into this document. */
export const drawTable = (count: number): void => {
  document.body.innerHTML = `<div id="list"><div id="scroller" style="height:600px;overflow:auto;position:relative"><table style="border-collapse:collapse"><thead><tr><th style="width:30px">Ưu tiên</th><th>Họ tên</th><th>Ngày sinh</th><th>Giới</th><th>CCCD</th><th>BHYT</th><th>Phòng</th><th>Trạng thái</th></tr></thead><tbody>${rowsHtml(count)}</tbody></table></div></div>`;
  document.body.offsetHeight;
};
