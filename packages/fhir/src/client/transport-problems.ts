import type { Problem } from "@cadre-care/domain";
import type { TransportCause } from "./board-answer.ts";

const kept = {
  vi: "Dữ liệu đã nhập vẫn được giữ trên máy này và sẽ tự gửi lại.",
  en: "What was entered stays on this machine and is sent again by itself.",
};

export type TransportProblemCode =
  | "board-unreachable"
  | "board-slow"
  | "board-busy"
  | "board-fault"
  | "answer-not-from-board"
  | "request-stopped";

const problem = (code: TransportProblemCode, vi: string, en: string): Problem => ({
  code,
  message: { vi: `${vi} ${kept.vi}`, en: `${en} ${kept.en}` },
});

export const TRANSPORT_PROBLEMS: Readonly<Record<TransportCause, Problem>> = {
  network: problem("board-unreachable", "Không kết nối được máy chủ.", "The board cannot be reached."),
  "time-out": problem("board-slow", "Máy chủ không trả lời kịp.", "The board did not answer in time."),
  busy: problem("board-busy", "Máy chủ đang bận.", "The board is busy."),
  "server-error": problem("board-fault", "Máy chủ gặp lỗi.", "The board has a fault."),
  "not-fhir": problem(
    "answer-not-from-board",
    "Câu trả lời không phải của máy chủ; mạng này có thể đòi đăng nhập hoặc chặn kết nối.",
    "The answer is not the board's; this network may want a sign-in of its own or block the connection.",
  ),
  stopped: problem("request-stopped", "Yêu cầu đã dừng giữa chừng.", "The request was stopped."),
};

export const UNAUTHORISED: Problem = {
  code: "sign-in-ended",
  message: {
    vi: "Phiên đăng nhập đã hết hạn. Đăng nhập lại để tiếp tục; dữ liệu đã nhập vẫn được giữ trên máy này.",
    en: "The sign-in has ended. Sign in again to go on; what was entered stays on this machine.",
  },
};
