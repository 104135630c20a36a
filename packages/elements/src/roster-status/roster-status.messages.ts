import { vietnameseFirst } from "../language/catalogue.ts";

const vi = {
  title: "Danh sách quản lý",
  connecting: "Đang kết nối…",
  entries: (count: string) => `${count} người`,
  synced: (age: string, moment: string) => `Cập nhật ${age} (${moment})`,
  empty: "Chưa có danh sách trên máy này",
  emptyHow: "Kết nối mạng rồi bấm Cập nhật. Trước đó chưa thể đánh dấu ai.",
  syncing: "Đang cập nhật…",
  progress: (done: string, total: string) => `${done} / ${total}`,
  progressOpen: (done: string) => `đã nhận ${done}`,
  current: "Danh sách đã cập nhật",
  kept: "Danh sách lần cập nhật trước vẫn dùng được",
  stale: "Danh sách đã cũ",
  staleHow: "Có thể thiếu thay đổi gần đây. Kết nối mạng rồi bấm Cập nhật.",
  cutOff: "Lần cập nhật trước bị ngắt giữa chừng",
  cutOffHow: "Phần đã nhận vẫn dùng được. Bấm Cập nhật để tải tiếp.",
  sync: "Cập nhật",
  failed: "Chưa cập nhật được",
};

export type RosterTexts = typeof vi;

export const rosterMessages = vietnameseFirst(vi, () => import("./roster-status.english.ts"), "roster");
