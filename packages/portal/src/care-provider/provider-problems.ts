import { problemCatalogue } from "@cadre-care/domain";

/** What keeps a page of a portal from being connected. */
export const providerProblems = problemCatalogue({
  "provider-board": {
    vi: "Thuộc tính board của <cadre-care-provider> phải là địa chỉ https của máy chủ đơn vị quản lý, không có dấu / ở cuối. Báo bộ phận CNTT.",
    en: "The board attribute of <cadre-care-provider> must be the https address of the board, without a slash at the end. Tell IT.",
  },
  "provider-board-keys": {
    vi: "Thuộc tính board-keys của <cadre-care-provider> phải là bộ khóa công khai (JWK set) của đơn vị quản lý, do lệnh board:keys in ra. Báo bộ phận CNTT.",
    en: "The board-keys attribute of <cadre-care-provider> must be the board's public keys (a JWK set) as board:keys prints them. Tell IT.",
  },
  "provider-site": {
    vi: "Thuộc tính site của <cadre-care-provider> phải là mã cơ sở trong cấu hình của đơn vị quản lý. Báo bộ phận CNTT.",
    en: "The site attribute of <cadre-care-provider> must be the hospital's code in the board's policy. Tell IT.",
  },
  "provider-redirect-uri": {
    vi: "Thuộc tính redirect-uri của <cadre-care-provider> phải là địa chỉ của trang đăng nhập xong, cùng gốc với trang này. Báo bộ phận CNTT.",
    en: "The redirect-uri attribute of <cadre-care-provider> must be the address of the signed-in page, of the same origin as this page. Tell IT.",
  },
  "provider-away": {
    vi: "Không tải được phần kết nối với đơn vị quản lý. Kiểm tra mạng rồi tải lại trang; nếu vẫn vậy, báo bộ phận CNTT.",
    en: "The part that connects to the board could not be loaded. Check the network and reload the page; if it stays like this, tell IT.",
  },
});
