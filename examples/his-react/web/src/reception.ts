/** One reception of today as the API lists it. */
export interface Reception {
  id: string;
  ticket: number;
  code: string;
  name: string;
  birth: string;
  birthSort: number;
  sex: string;
  insurance: string;
  identity: string;
  payer: string;
  priority: string;
  room: string;
  arrivedAt: string;
  status: string;
}

/** One reception with everything that the patient page shows. */
export interface ReceptionDetails extends Reception {
  phone: string;
  address: string;
  occupation: string;
  doctor: string;
  complaint: string;
  previous: string | null;
  next: string | null;
}

const read = async <Value>(path: string): Promise<Value> => {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`Máy chủ trả lời ${response.status}`);
  return response.json();
};

export const readReceptions = () => read<Reception[]>("/api/receptions");
export const readReception = (id: string) => read<ReceptionDetails>(`/api/receptions/${id}`);

export type SortColumn = "ticket" | "code" | "name" | "birthSort" | "room" | "arrivedAt" | "status";

const collator = new Intl.Collator("vi", { numeric: true });

/** Vietnamese lists sort by given name first. */
const byGivenName = (name: string) => name.trim().split(/\s+/).reverse().join(" ");

export const sorted = (receptions: Reception[], column: SortColumn, descending: boolean): Reception[] => {
  const sign = descending ? -1 : 1;
  return [...receptions].sort((a, b) => {
    const order =
      column === "ticket" || column === "birthSort"
        ? a[column] - b[column]
        : column === "name"
          ? collator.compare(byGivenName(a.name), byGivenName(b.name))
          : collator.compare(a[column], b[column]);
    return sign * (order || a.ticket - b.ticket);
  });
};

const fold = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/giu, "d")
    .replace(/\s+/gu, " ")
    .trim()
    .toLowerCase();

export const found = (receptions: Reception[], query: string, room: string): Reception[] => {
  const wanted = fold(query);
  return receptions.filter(
    (reception) =>
      (room === "" || reception.room === room) &&
      [reception.name, reception.code, reception.identity, reception.insurance].some((text) =>
        fold(text).includes(wanted),
      ),
  );
};
