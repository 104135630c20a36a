import { problemCatalogue } from "@cadre-care/domain";

/** What can go wrong between a portal's page and its worker. */
export const portalProblems = problemCatalogue({
  "portal-options-differ": {
    vi: "Các thẻ của cổng thông tin được cấu hình khác nhau. Đóng hết các thẻ rồi mở lại; nếu vẫn vậy, báo bộ phận CNTT.",
    en: "The portal's tabs are set up differently. Close all of them and open the portal again; if it stays like this, tell IT.",
  },
  "portal-worker-failed": {
    vi: "Không khởi động được phần lưu dữ liệu của cổng thông tin. Tải lại trang; nếu vẫn vậy, báo bộ phận CNTT.",
    en: "The part of the portal that keeps data could not be started. Reload the page; if it stays like this, tell IT.",
  },
  "sign-in-window-blocked": {
    vi: "Trình duyệt đã chặn cửa sổ đăng nhập. Cho phép cửa sổ bật lên ở trang này rồi bấm Đăng nhập lại.",
    en: "The browser blocked the sign-in window. Allow pop-ups for this page and press Sign in again.",
  },
});
