import type { OperationOutcomeIssue } from "@medplum/fhirtypes";

interface BoardProblem {
  /** HTTP status. */
  readonly status: number;
  /** R4 issue type. */
  readonly issue: OperationOutcomeIssue["code"];
  readonly vi: string;
  readonly en: string;
}

const problem = (
  status: number,
  issue: OperationOutcomeIssue["code"],
  vi: string,
  en: string,
): BoardProblem => ({ status, issue, vi, en });

/** Message catalogue of the board. Keys are codes of CODE_SYSTEMS.problem: stable, clients decide on them. */
export const PROBLEMS = {
  "sign-in-required": problem(
    401,
    "login",
    "Cần đăng nhập lại: phiên làm việc không có hoặc đã hết hạn.",
    "Sign in again: there is no session, or it has expired.",
  ),
  "not-permitted": problem(
    403,
    "forbidden",
    "Vai trò của tài khoản này không được làm việc đó. Liên hệ đơn vị quản lý nếu cần thêm quyền.",
    "The role of this account may not do this. Ask the managing unit if the right is needed.",
  ),
  "second-factor-required": problem(
    403,
    "security",
    "Việc này cần đăng nhập bằng mật khẩu và mã xác thực (bước hai) trong vòng 10 phút gần đây. Hãy đăng nhập lại.",
    "This needs a sign-in with password and second factor within the last ten minutes. Sign in again.",
  ),
  "device-unproven": problem(
    403,
    "security",
    "Máy này chưa được đăng ký với đơn vị quản lý, hoặc đăng ký đã bị thu hồi. Báo bộ phận CNTT đăng ký lại máy.",
    "This machine is not enrolled with the managing unit, or no longer. Ask IT to enrol it.",
  ),
  "escrow-not-yours": problem(
    403,
    "forbidden",
    "Khóa dự phòng này thuộc về người dùng, máy hoặc cơ sở khác nên không được mở.",
    "These escrowed keys belong to another user, machine or site and are not opened.",
  ),
  "escrow-unreadable": problem(
    422,
    "invalid",
    "Không đọc được khóa dự phòng của máy này. Báo đơn vị quản lý; dữ liệu trên máy chưa bị xóa.",
    "The escrowed keys of this machine cannot be read. Tell the managing unit; nothing on the machine was deleted.",
  ),
  "not-found": problem(
    404,
    "not-found",
    "Không có dữ liệu ở địa chỉ này.",
    "There is nothing at this address.",
  ),
  "unknown-resource-type": problem(
    404,
    "not-supported",
    "Máy chủ không lưu loại tài nguyên này. Xem các loại được hỗ trợ ở /fhir/metadata.",
    "The server does not keep this resource type. /fhir/metadata lists those it does.",
  ),
  "not-supported": problem(
    405,
    "not-supported",
    "Máy chủ không hỗ trợ thao tác này. Xem các thao tác được hỗ trợ ở /fhir/metadata.",
    "The server does not support this interaction. /fhir/metadata lists those it does.",
  ),
  "unsupported-media-type": problem(
    415,
    "not-supported",
    "Nội dung phải là application/fhir+json.",
    "The content must be application/fhir+json.",
  ),
  "too-large": problem(
    413,
    "too-long",
    "Nội dung gửi lên quá lớn. Hãy chia nhỏ và gửi lại.",
    "The content is too large. Split it and send again.",
  ),
  "malformed-json": problem(
    400,
    "structure",
    "Nội dung không phải JSON hợp lệ.",
    "The content is not valid JSON.",
  ),
  "unsafe-content": problem(
    400,
    "structure",
    "Nội dung có cấu trúc hoặc ký tự không được chấp nhận (lồng quá sâu, ký tự điều khiển, số không hữu hạn).",
    "The content has a structure or characters that are not accepted (nested too deep, control characters, numbers that are not finite).",
  ),
  "request-invalid": problem(400, "invalid", "Yêu cầu không hợp lệ.", "The request is not valid."),
  "search-parameter-unknown": problem(
    400,
    "not-supported",
    "Tham số tìm kiếm không được hỗ trợ. Xem các tham số được hỗ trợ ở /fhir/metadata.",
    "A search parameter is not supported. /fhir/metadata lists those that are.",
  ),
  "search-value-invalid": problem(
    400,
    "value",
    "Giá trị của một tham số tìm kiếm không hợp lệ.",
    "The value of a search parameter is not valid.",
  ),
  "bundle-invalid": problem(
    400,
    "structure",
    "Bundle không hợp lệ: cần loại transaction hoặc batch, tối đa 200 mục, mỗi mục có request và fullUrl không trùng.",
    "The Bundle is not valid: type transaction or batch, at most 200 entries, each with a request and its own fullUrl.",
  ),
  "resource-invalid": problem(
    422,
    "structure",
    "Dữ liệu không đúng cấu trúc FHIR R4 ở phần tử được nêu.",
    "The data does not have the structure of FHIR R4 at the element named.",
  ),
  "code-unknown": problem(
    422,
    "code-invalid",
    "Mã không thuộc bộ mã bắt buộc ở phần tử được nêu.",
    "The code is not in the required value set at the element named.",
  ),
  "reference-not-found": problem(
    422,
    "not-found",
    "Tham chiếu ở phần tử được nêu không dẫn đến dữ liệu nào trên máy chủ này.",
    "The reference at the element named leads to nothing on this server.",
  ),
  "entry-key-invalid": problem(
    422,
    "business-rule",
    "Bản ghi phải mang đúng một mã chống ghi trùng (identifier hoặc tag entry), khớp với ifNoneExist và không đổi khi sửa.",
    "The record must carry exactly one entry key (identifier or tag), the one that ifNoneExist names, and keep it when amended.",
  ),
  "visit-invalid": problem(
    422,
    "business-rule",
    "Lượt khám không đúng hồ sơ quy định ở phần tử được nêu.",
    "The visit does not follow the profile at the element named.",
  ),
  "profile-violated": problem(
    422,
    "business-rule",
    "Dữ liệu không đúng hồ sơ quy định (docs/fhir-profile.md) ở phần tử được nêu.",
    "The data does not follow the profile (docs/fhir-profile.md) at the element named.",
  ),
  "policy-code-unknown": problem(
    422,
    "code-invalid",
    "Mã ở phần tử được nêu không có trong chính sách hiện hành. Đồng bộ lại chính sách rồi thử lại.",
    "The code at the element named is not in the policy in force. Synchronise the policy and try again.",
  ),
  "document-invalid": problem(
    422,
    "business-rule",
    "Nội dung tài liệu (chính sách, hồ sơ trang) không hợp lệ; bản đang có hiệu lực vẫn được giữ.",
    "The content of the document (policy, site profile) is not valid; the one in force stays.",
  ),
  "refused-tier": problem(
    422,
    "business-rule",
    "Trường hợp này xử lý theo quy định riêng, không nhập trên hệ thống này",
    "This case is dealt with under separate rules and is not entered in this system",
  ),
  "visit-already-open": problem(
    409,
    "duplicate",
    "Người này đã có một lượt khám đang mở tại cơ sở này trong ngày. Dùng tiếp lượt khám đó.",
    "This person already has an open visit at this site today. Continue with that visit.",
  ),
  "his-code-linked": problem(
    409,
    "duplicate",
    "Mã bệnh nhân này của bệnh viện đã được liên kết với một người. Bỏ liên kết cũ trước khi liên kết lại.",
    "This code of the hospital is linked to a person already. Take that link back before making another.",
  ),
  "entry-already-stored": problem(
    409,
    "duplicate",
    "Bản ghi này đã có trên máy chủ. Gửi kèm ifNoneExist để nhận lại bản đã lưu.",
    "This record is already on the server. Send it with ifNoneExist to be given the stored one.",
  ),
  "document-already-active": problem(
    409,
    "duplicate",
    "Đã có một bản đang có hiệu lực của tài liệu này. Hãy sửa bản đó thay vì tạo bản mới.",
    "There is already an active copy of this document. Amend that one instead of creating another.",
  ),
  "document-composed": problem(
    422,
    "business-rule",
    "Tài liệu này do máy chủ tự ghép từ các biểu mẫu, bộ mã và chính sách. Hãy sửa ở đó.",
    "The server composes this document from forms, value sets and policy. Change it there.",
  ),
  "form-already-issued": problem(
    409,
    "duplicate",
    "Phiên bản biểu mẫu này đã phát hành nên không thay được. Hãy phát hành phiên bản mới.",
    "This version of the form has been issued and cannot be replaced. Issue a new version.",
  ),
  "form-invalid": problem(
    422,
    "business-rule",
    "Biểu mẫu không hợp lệ ở phần tử được nêu: cần url, version, effectivePeriod, và mỗi linkId chỉ một lần.",
    "The form is not valid at the element named: it needs url, version, effectivePeriod, and each linkId once.",
  ),
  "form-unknown": problem(
    422,
    "not-found",
    "Máy chủ không có biểu mẫu với phiên bản này. Hãy đồng bộ biểu mẫu rồi gửi lại.",
    "The server does not have this version of the form. Synchronise the forms and send again.",
  ),
  "response-invalid": problem(
    422,
    "structure",
    "Câu trả lời không khớp với biểu mẫu ở mục được nêu.",
    "An answer does not fit the form at the item named.",
  ),
  "answer-missing": problem(
    422,
    "required",
    "Mục bắt buộc được nêu chưa có câu trả lời.",
    "The required item named has no answer.",
  ),
  "subject-differs": problem(
    422,
    "business-rule",
    "Bản ghi thuộc người khác với biểu mẫu, lượt khám hoặc phiếu chuyển mà nó dẫn tới, hoặc bị sửa sang người khác. Hãy kiểm tra lại người bệnh.",
    "The record is about another person than the form, visit or referral that it refers to, or was amended to another person. Check the patient.",
  ),
  "value-set-unknown": problem(
    404,
    "not-found",
    "Máy chủ không có bộ mã này.",
    "The server does not have this value set.",
  ),
  "version-conflict": problem(
    412,
    "conflict",
    "Dữ liệu đã được người khác sửa. Đọc lại bản mới nhất rồi sửa tiếp.",
    "Somebody else has changed this. Read the latest version and amend that.",
  ),
  "if-match-required": problem(
    400,
    "required",
    "Khi sửa phải nêu phiên bản đã đọc (If-Match).",
    "An amendment must name the version that was read (If-Match).",
  ),
  "multiple-matches": problem(
    412,
    "multiple-matches",
    "Có nhiều bản ghi khớp điều kiện, cần người xem xét.",
    "More than one record meets the condition; a person has to look.",
  ),
  "too-many-requests": problem(
    429,
    "throttled",
    "Quá nhiều yêu cầu trong thời gian ngắn. Thử lại sau.",
    "Too many requests in a short time. Try again later.",
  ),
  busy: problem(
    503,
    "transient",
    "Máy chủ đang bận hoặc mất kết nối cơ sở dữ liệu. Thử lại sau.",
    "The server is busy or has lost its database. Try again later.",
  ),
  "internal-error": problem(
    500,
    "exception",
    "Máy chủ gặp lỗi ngoài dự kiến. Không có thay đổi nào được ghi. Thử lại, hoặc báo đơn vị quản lý.",
    "The server met an unexpected error. Nothing was changed. Try again, or tell the managing unit.",
  ),
} as const satisfies Record<string, BoardProblem>;

export type ProblemCode = keyof typeof PROBLEMS;

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code);
