import type { CapabilityText } from "./capability-text.ts";

/** What desks write and read of each other, and how the server deals with many of them. */
export const WRITING_TEXTS = {
  "create-by-identifier": {
    title: {
      vi: "Tạo có điều kiện theo identifier trong giao dịch",
      en: "Conditional create by identifier in a transaction",
    },
    without: {
      vi: "Mục đã gửi mà mất câu trả lời được lưu hai lần: hai lượt khám, hai phiếu. Không còn «đúng một lần».",
      en: "An entry whose answer was lost is stored twice: two visits, two forms. Exactly-once is gone.",
    },
  },
  "create-by-tag": {
    title: {
      vi: "Tạo có điều kiện theo _tag (AuditEvent, Provenance)",
      en: "Conditional create by _tag (AuditEvent, Provenance)",
    },
    without: {
      vi: "Nhật ký xem và nguồn gốc bị ghi trùng: số lần xem không còn đúng.",
      en: "Views and provenance are stored twice: the count of who looked at whom is wrong.",
    },
  },
  "create-at-once": {
    title: { vi: "Tạo có điều kiện khi gửi đồng thời", en: "Conditional create, many at once" },
    without: {
      vi: "Khi hai thẻ hoặc một lần gửi lại chạm nhau, mục bị lưu hai lần.",
      en: "Where two tabs or a second sending meet, an entry is stored twice.",
    },
    instead: {
      vi: "Phía máy chủ: ràng buộc duy nhất trong cơ sở dữ liệu cho identifier và tag của mục, trong cùng giao dịch.",
      en: "At the server: a unique constraint of the database over the entry's identifier and tag, in the same transaction.",
    },
  },
  "create-after-amendment": {
    title: { vi: "Gửi lại không xóa sửa đổi về sau", en: "Sending again keeps later amendments" },
    without: {
      vi: "Một lần gửi lại đưa lượt khám về trạng thái cũ.",
      en: "A second sending puts a visit back into its old state.",
    },
  },
  "all-or-nothing": {
    title: { vi: "Giao dịch: tất cả hoặc không gì cả", en: "Transactions are all or nothing" },
    without: {
      vi: "Một nửa của mục được lưu: bước khám không có lượt khám đi cùng, hoặc ngược lại.",
      en: "Half an entry is stored: a step without its visit's change, or the other way round.",
    },
  },
  "if-match": {
    title: { vi: "Sửa đổi theo phiên bản (If-Match, 412)", en: "Version-aware update (If-Match, 412)" },
    without: {
      vi: "Hai bàn làm việc ghi đè lên nhau mà không ai biết.",
      en: "Two desks write over each other, and nobody is told.",
    },
  },
  "amendments-at-once": {
    title: {
      vi: "Nhiều sửa đổi cùng lúc: đúng một được nhận",
      en: "Of many amendments at once exactly one gets through",
    },
    without: {
      vi: "Như trên, khi hai bàn bấm cùng lúc.",
      en: "As above, when two desks press at the same time.",
    },
  },
  history: {
    title: { vi: "Lịch sử phiên bản giữ nhãn của sửa đổi", en: "History keeps an amendment's tag" },
    without: {
      vi: "Sửa đổi mất câu trả lời trông như của người khác: người dùng bị hỏi phải chọn bản nào.",
      en: "An amendment whose answer was lost looks like somebody else's: the user is asked to choose between two versions.",
    },
  },
  visits: {
    title: { vi: "Lượt khám và bước khám của bàn khác", en: "Visits and steps of other desks" },
    without: {
      vi: "Bàn này không thấy bàn kia đã tiếp nhận và đã làm bước nào.",
      en: "A desk does not see whom the others have checked in, nor which steps are done.",
    },
  },
  "one-open-visit": {
    title: {
      vi: "Một người, một nơi, một ngày: một lượt khám đang mở",
      en: "One open visit per person, site and day",
    },
    without: {
      vi: "Hai bàn mở hai lượt khám cho cùng một người.",
      en: "Two desks open two visits of one person.",
    },
    instead: {
      vi: "Phía máy chủ: ràng buộc duy nhất cho identifier visit khi đang mở, trả về 409 với mã problem#visit-already-open.",
      en: "At the server: a unique constraint over the visit identifier while it is open, answered 409 with problem#visit-already-open.",
    },
  },
  "site-links": {
    title: { vi: "Mã HIS dẫn tới người (Person)", en: "HIS codes that lead to people (Person)" },
    without: {
      vi: "Mã HIS đã học chỉ dùng được trên máy đã học; các việc khác vẫn chạy.",
      en: "A HIS code is known only on the machine that learnt it; everything else works.",
    },
    instead: {
      vi: "Không cần đặt gì: máy trạm tự bỏ quyền Person khi máy chủ đăng nhập không biết quyền đó.",
      en: "Nothing to set: machines leave out the right to Person where the sign-in server does not know it.",
    },
  },
  "one-site-link": {
    title: { vi: "Một mã HIS chỉ dẫn tới một người", en: "One HIS code leads to one person" },
    without: {
      vi: "Một mã có thể có hai liên kết: máy trạm thấy cả hai thì không đánh dấu ai theo mã đó và rút cả hai.",
      en: "A code may get two links: a machine that sees both marks nobody by it and withdraws both.",
    },
    instead: {
      vi: "Không cần đặt gì: máy trạm tự xử lý như trên.",
      en: "Nothing to set: machines do so by themselves.",
    },
  },
  "earlier-values": {
    title: { vi: "Trị số lần trước (Observation)", en: "Earlier values (Observation)" },
    without: {
      vi: "Trị số những lần trước không hiện cạnh câu hỏi trong phiếu.",
      en: "Earlier values are not shown beside a form's questions.",
    },
  },
  "audit-write-only": {
    title: { vi: "AuditEvent: bàn làm việc chỉ ghi", en: "AuditEvent: desks only write" },
    without: {
      vi: "Bàn làm việc đọc hoặc sửa được ai đã xem hồ sơ của ai; hoặc nhật ký không tới nơi.",
      en: "A desk can read or change who looked at whom; or the audit does not arrive.",
    },
    instead: {
      vi: "Phía máy chủ: quyền theo vai trò trong docs/fhir-profile.md (AuditEvent.c).",
      en: "At the server: the roles' rights of docs/fhir-profile.md (AuditEvent.c).",
    },
  },
  "hand-over": {
    title: { vi: "Chuyển cho cán bộ quản lý (Task)", en: "Hand-over to the board's staff (Task)" },
    without: {
      vi: "Mục không được nhận thì nằm lại trên máy, cán bộ quản lý không thấy.",
      en: "What is not accepted stays on the machine, and the board's staff never see it.",
    },
  },
  "refused-tier": {
    title: {
      vi: "Từ chối nhóm xử lý theo quy định riêng",
      en: "Refusal of the tiers that are dealt with elsewhere",
    },
    without: {
      vi: "Máy trạm vẫn từ chối, nhưng máy chủ có thể bị đưa vào một danh sách tự nó là bí mật.",
      en: "The client still refuses, but a list that is itself a secret can come to stand on this server.",
    },
    instead: {
      vi: "Phía máy chủ: kiểm tra mọi Coding theo refusedTiers của chính sách, trả về 422.",
      en: "At the server: compare every Coding with the policy's refusedTiers, and answer 422.",
    },
  },
  origins: {
    title: {
      vi: "Địa chỉ gốc của cổng thông tin và tiện ích (CORS)",
      en: "Origins of portals and extension (CORS)",
    },
    without: {
      vi: "Trang của cổng thông tin không gọi được máy chủ; tiện ích bị từ chối khi đăng nhập.",
      en: "A portal's pages cannot reach the board; the extension is refused when it signs in.",
    },
    instead: {
      vi: "Phía máy chủ: cho phép các địa chỉ gốc đó (máy chủ tham chiếu: --cors-origin, --redirect-uri).",
      en: "At the server: allow these origins (reference board: --cors-origin, --redirect-uri).",
    },
  },
  refresh: {
    title: { vi: "Gia hạn đăng nhập (refresh token)", en: "Refresh tokens" },
    without: {
      vi: "Mỗi khi mã truy cập hết hạn phải đăng nhập lại; trong lúc đó chỉ máy đã đăng ký còn gửi.",
      en: "Users sign in again whenever the access token ends; meanwhile only enrolled machines send.",
    },
    instead: {
      vi: "Ở máy chủ đăng nhập: cho phép offline_access và refresh_token cho cadre-care-extension.",
      en: "At the sign-in server: allow offline_access and refresh_token for cadre-care-extension.",
    },
  },
  "retry-after": {
    title: { vi: "Retry-After khi bảo chờ (429, 503)", en: "Retry-After with 429 and 503" },
    without: {
      vi: "Máy trạm tự chọn thời gian chờ, ngẫu nhiên và dài dần.",
      en: "Machines choose their own waiting time, random and growing.",
    },
    instead: {
      vi: "Không cần đặt gì ở máy trạm.",
      en: "Nothing to set at the client.",
    },
  },
} as const satisfies Readonly<Record<string, CapabilityText>>;
