import type { CapabilityText } from "./capability-text.ts";

/** Sign-in, documents, roster, refusals. */
export const READING_TEXTS = {
  "capability-statement": {
    title: { vi: "Bản công bố khả năng (R4, JSON)", en: "CapabilityStatement (R4, JSON)" },
    without: {
      vi: "Sản phẩm không đọc bản này nên vẫn chạy; nhưng nếu máy chủ không phải R4 thì không kết quả nào dưới đây đáng tin.",
      en: "The product does not read it and works without; but if the server is not R4, no result below can be relied on.",
    },
  },
  "sign-in-discovery": {
    title: { vi: "Công bố nơi đăng nhập (SMART)", en: "Sign-in discovery (SMART)" },
    without: {
      vi: "Không ai đăng nhập được, không máy nào nhận được danh sách.",
      en: "Nobody can sign in, and no machine gets the roster.",
    },
    instead: {
      vi: "Phía máy chủ: để proxy trả về /fhir/.well-known/smart-configuration. FHIR luôn ở <máy chủ>/fhir; phía máy trạm không đổi được.",
      en: "At the server: let a proxy answer /fhir/.well-known/smart-configuration. FHIR is always at <board>/fhir; no client setting changes that.",
    },
  },
  pkce: {
    title: {
      vi: "Bắt buộc PKCE S256 và địa chỉ trả về đã khai báo",
      en: "PKCE S256 and registered return addresses, insisted on",
    },
    without: {
      vi: "Mã đăng nhập bị chặn lấy trên đường có thể được người khác dùng.",
      en: "A sign-in code that is caught on its way can be used by somebody else.",
    },
    instead: {
      vi: "Ở máy chủ đăng nhập: khai cadre-care-extension là public client, bắt buộc PKCE S256, liệt kê đúng các địa chỉ trả về mà lệnh pack in ra.",
      en: "At the sign-in server: make cadre-care-extension a public client, require PKCE S256, list exactly the return addresses that pack prints.",
    },
  },
  "sign-in-required": {
    title: { vi: "Không đăng nhập thì không đọc được", en: "Nothing is read without a sign-in" },
    without: {
      vi: "Ai vào được mạng cũng đọc được danh sách. Không được đưa vào sử dụng.",
      en: "Whoever reaches the network reads the roster. Do not put it into use.",
    },
  },
  identity: {
    title: {
      vi: "Mã định danh (ID token) nêu vai trò và người dùng",
      en: "The ID token names role and user",
    },
    without: {
      vi: "Đăng nhập bị từ chối: sản phẩm không biết ai đang làm việc và với vai trò nào.",
      en: "Sign-in is refused: the product does not know who is at work, nor in which role.",
    },
    instead: {
      vi: "Ở máy chủ đăng nhập: ánh xạ các claim name, role, site, fhirUser (Practitioner/<id>).",
      en: "At the sign-in server: map the claims name, role, site, fhirUser (Practitioner/<id>).",
    },
  },
  "board-keys": {
    title: { vi: "Khóa công khai của đơn vị (/board-keys)", en: "The board's public keys (/board-keys)" },
    without: {
      vi: "Không đăng ký được máy, không thay được mã đã quên, không ra lệnh được cho máy; các việc khác vẫn chạy.",
      en: "No machine can be enrolled or commanded, and no forgotten code replaced; everything else works.",
    },
    instead: {
      vi: "Khi đóng gói: đưa khóa ký chính sách bằng --board-keys TỆP.",
      en: "When packing: give the keys that sign the policy with --board-keys FILE.",
    },
  },
  policy: {
    title: { vi: "Chính sách có ký số (Library)", en: "Signed policy (Library)" },
    without: {
      vi: "Máy mới không bắt đầu làm việc được; máy đã có thì giữ bản gần nhất còn tốt. Danh sách không được đọc khi chưa có chính sách.",
      en: "A new machine cannot begin to work; others keep their last good one. The roster is not read before there is a policy.",
    },
    instead: {
      vi: "Ký trước khi tải lên và lưu hai tệp đính kèm nguyên từng byte (docs/fhir-profile.md, Policy and site profiles).",
      en: "Sign before uploading, and keep both attachments byte for byte (docs/fhir-profile.md, Policy and site profiles).",
    },
  },
  forms: {
    title: { vi: "Biểu mẫu có ký số (Library)", en: "Signed forms (Library)" },
    without: {
      vi: "Máy mới không mở được phiếu khám, phiếu chuyển; máy đã có thì dùng bản gần nhất còn tốt.",
      en: "A new machine opens no exam checklist and no referral form; others keep their last good forms.",
    },
    instead: {
      vi: "Ghép, ký và tải lên như chính sách (docs/fhir-profile.md, Forms and value sets).",
      en: "Compose, sign and upload them as the policy (docs/fhir-profile.md, Forms and value sets).",
    },
  },
  terminology: {
    title: { vi: "Danh mục lớn (ICD-10) có ký số", en: "Signed large value sets (ICD-10)" },
    without: {
      vi: "Không tra được mã ICD-10; chẩn đoán chỉ ghi được bằng chữ.",
      en: "ICD-10 codes cannot be looked up; diagnoses can only be written in words.",
    },
  },
  roster: {
    title: {
      vi: "Đọc danh sách: _tag, _lastUpdated, _sort, _include, phân trang",
      en: "Reading the roster: _tag, _lastUpdated, _sort, _include, paging",
    },
    without: {
      vi: "Máy không nhận đủ danh sách hoặc không biết thay đổi: người được quản lý không có dấu, người đã ra khỏi danh sách còn dấu.",
      en: "Machines miss people or changes: a managed person has no mark, one who left the roster keeps it.",
    },
  },
  persons: {
    title: {
      vi: "Tìm nhiều người trong một lần hỏi (_id, subject, patient)",
      en: "Several persons in one search (_id, subject, patient)",
    },
    without: {
      vi: "Phần còn thiếu của từng người không được bổ sung; đối chiếu toàn bộ hằng ngày thất bại.",
      en: "Missing parts of a person are never completed, and the daily comparison of everything fails.",
    },
  },
  outcomes: {
    title: { vi: "Từ chối bằng OperationOutcome", en: "Refusals are OperationOutcomes" },
    without: {
      vi: "Lời từ chối bị coi như của một proxy: mục bị gửi lại mãi, người dùng không được báo để sửa.",
      en: "A refusal counts as a proxy's: the entry is sent again and again, and nobody is told to correct it.",
    },
    instead: {
      vi: "Phía máy chủ: không để proxy thay trang lỗi của FHIR.",
      en: "At the server: let no proxy put its own error pages in the place of FHIR's.",
    },
  },
} as const satisfies Readonly<Record<string, CapabilityText>>;
