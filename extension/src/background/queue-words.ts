import type { OutboxView, SessionView } from "@cadre-care/domain";
import type { NewsKind } from "./queue-news.ts";

type Language = SessionView["language"];

/** What the toolbar button and notifications say: how much, never whom (DESIGN rule 4). */
const words = {
  vi: {
    product: "Cadre Care",
    parked: (count: number) => `${count} mục cần xử lý`,
    waiting: (count: number) => `${count} mục chờ gửi`,
    news: {
      "needs-person": {
        title: "Có dữ liệu chưa gửi được",
        message: "Đơn vị quản lý chưa nhận một mục. Dữ liệu vẫn còn trên máy này. Bấm để xem lý do và xử lý.",
      },
      "results-due": {
        title: "Sắp hết hạn trả kết quả",
        message: "Có kết quả sắp hết 24 giờ mà chưa gửi được. Bấm để xem.",
      },
    },
  },
  en: {
    product: "Cadre Care",
    parked: (count: number) => `${count} need attention`,
    waiting: (count: number) => `${count} waiting to be sent`,
    news: {
      "needs-person": {
        title: "Something could not be sent",
        message:
          "The board has not taken an entry. It is still on this machine. Click to see why and what to do.",
      },
      "results-due": {
        title: "Results are soon due",
        message: "The 24 hours of results that were not sent yet are about to end. Click to see.",
      },
    },
  },
} as const;

export const newsWords = (kind: NewsKind, language: Language) => words[language].news[kind];

export interface ButtonFace {
  readonly text: string;
  readonly colour: string;
  readonly title: string;
}

/** White letters stand on both with a contrast above 4.5. */
const PARKED_COLOUR = "#b3261e";
const WAITING_COLOUR = "#3d5566";
const MOST = 999;

/** What needs a person goes first; else what waits; else nothing. */
export const buttonFace = ({ waiting, parked }: OutboxView, language: Language): ButtonFace => {
  const { product, ...say } = words[language];
  const count = parked > 0 ? parked : waiting;
  const pieces = [product, parked > 0 ? say.parked(parked) : "", waiting > 0 ? say.waiting(waiting) : ""];
  return {
    text: count === 0 ? "" : count > MOST ? `${MOST}+` : String(count),
    colour: parked > 0 ? PARKED_COLOUR : WAITING_COLOUR,
    title: pieces.filter((piece) => piece !== "").join(" · "),
  };
};
