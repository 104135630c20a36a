import type {
  ConnectionView,
  ManagedBrief,
  ManagedPersonView,
  MarksView,
  PageView,
  PatientDetails,
  Problem,
  ProcessView,
  RosterView,
  ScanView,
  SessionView,
  SubjectState,
  SubjectView,
  VisitView,
} from "@cadre-care/domain";

/** Synthetic people and states for tests and the gallery. The present time of all samples is `NOW`. */
export const NOW = Date.parse("2026-11-22T09:30:00+07:00");

const said = (vi: string, en: string) => ({ vi, en });

export const problem: Problem = {
  code: "board-unreachable",
  message: said(
    "Chưa liên lạc được với máy chủ. Kiểm tra mạng rồi thử lại.",
    "The server cannot be reached. Check the network and try again.",
  ),
};

export const currentRoster: RosterView = {
  state: "current",
  syncedAt: "2026-11-22T09:05:00+07:00",
  entries: 1_500,
};
export const online: ConnectionView = { online: true };

export const processA: ProcessView = {
  id: "process-a",
  label: said("Quy trình A", "Process A"),
  room: said("Phòng khám A, nhà B2", "Clinic A, building B2"),
  directions: said("Tầng 2, đi cửa phía sân sau", "Second floor, by the back yard door"),
  escort: true,
  instruction: said(
    "Mời người bệnh đến thẳng phòng khám A, nhân viên đưa đón đến các chuyên khoa.",
    "Invite the patient straight to clinic A; staff escort to the specialties.",
  ),
  nextStep: said("Mời đến phòng khám A", "Invite to clinic A"),
};

export const brief: ManagedBrief = {
  process: processA.label,
  room: processA.room,
  nextStep: processA.nextStep,
  cardState: "valid",
  bookState: "valid",
  examState: "due",
  homeClinicHere: true,
  tier: said("Diện tỉnh quản lý", "Provincial"),
  standing: "former",
  statutoryGroups: [],
};

export const person: ManagedPersonView = {
  personId: "p-001",
  name: "Nguyễn Thị Hòa Bình",
  birthDate: "1961-06-04",
  sex: "female",
  tier: said("Diện tỉnh quản lý", "Provincial"),
  standing: "former",
  card: { number: "UT-000123", state: "valid", validTo: "2027-12-31" },
  medicalBook: { state: "to-be-replaced", number: "YB-004512" },
  exam: { round: "2026-2", dueFrom: "2026-10-01", dueTo: "2026-12-15", state: "due" },
  homeClinic: { name: "Phòng khám A, Bệnh viện Sông Xanh", here: true },
  familyDoctor: "BS Trần Văn Lộc",
  process: processA,
  alerts: [said("Nghe kém tai trái, nói chậm và rõ", "Hard of hearing on the left, speak slowly")],
  statutoryGroups: [],
};

export const details: PatientDetails = {
  subject: "s-1",
  person,
  stated: { name: "NGUYỄN THỊ HÒA BÌNH", birthDate: "1961-06-04" },
  emergency: false,
  guide: said(
    "1. Gọi kíp cấp cứu.\n2. Báo bác sĩ trực.",
    "1. Call the emergency team.\n2. Tell the doctor on duty.",
  ),
};

/** Somebody else, to see that nobody's details outlive their turn. */
export const otherDetails: PatientDetails = {
  ...details,
  subject: "s-2",
  person: { ...person, personId: "p-002", name: "Phạm Văn Đức", birthDate: "1948-02-11", sex: "male" },
  stated: { name: "Phạm Văn Đức", birthDate: "1948-02-11" },
};

export const visit: VisitView = {
  visit: {
    id: "0193a000-0000-7000-8000-000000000001",
    personId: "p-001",
    site: "site-1",
    day: "2026-11-22",
    status: "arrived",
    process: "process-a",
    checkedInAt: "2026-11-22T08:15:00+07:00",
    checkedInBy: "Lê Thị Mai",
    steps: [],
  },
  steps: [
    {
      step: "received",
      label: said("Tiếp nhận", "Received"),
      state: "done",
      at: "2026-11-22T08:15:00+07:00",
      by: "Lê Thị Mai",
      rooms: [],
      repeatable: false,
    },
    {
      step: "escorted",
      label: said("Đưa đến chuyên khoa", "Escorted to a specialty"),
      state: "next",
      rooms: [
        { id: "cardio", label: said("Khoa Tim mạch", "Cardiology") },
        { id: "eye", label: said("Khoa Mắt", "Eye department") },
      ],
      repeatable: true,
    },
    { step: "examined", label: said("Đã khám", "Examined"), state: "later", rooms: [], repeatable: false },
    {
      step: "results",
      label: said("Trả kết quả", "Results returned"),
      state: "later",
      rooms: [],
      repeatable: false,
    },
    { step: "closed", label: said("Kết thúc", "Closed"), state: "later", rooms: [], repeatable: false },
  ],
  delivery: "saved",
  undoable: true,
};

export const laterVisit: VisitView = {
  ...visit,
  visit: { ...visit.visit, status: "in-progress" },
  steps: visit.steps.map((step) =>
    step.step === "escorted"
      ? {
          ...step,
          state: "done",
          at: "2026-11-22T08:25:00+07:00",
          by: "Vũ Văn Nam",
          room: said("Khoa Tim mạch", "Cardiology"),
        }
      : step.step === "examined"
        ? { ...step, state: "next" }
        : step,
  ),
  delivery: "delivered",
  undoable: false,
  resultsDue: { startedAt: "2026-11-22T08:40:00+07:00", dueAt: "2026-11-23T08:40:00+07:00" },
};

export const managed = (
  change: Partial<ManagedBrief> = {},
  seen?: VisitView,
  confirm = false,
): SubjectState => ({
  state: "managed",
  rung: confirm ? "cmnd-birth-date" : "cccd",
  confirm,
  brief: { ...brief, ...change },
  ...(seen === undefined ? {} : { visit: seen }),
});

export const subjectView = (about: SubjectState, change: Partial<SubjectView> = {}): SubjectView => ({
  subject: "s-1",
  emergency: false,
  about,
  warnings: [],
  roster: currentRoster,
  connection: online,
  ...change,
});

/** Nobody is scanned unless `source` is given. */
export const scanView = (about: SubjectState, change: Partial<ScanView> = {}): ScanView => ({
  ...subjectView(about),
  subject: "s-9",
  relation: "alone",
  names: {},
  candidates: [],
  ...change,
});

const contradiction: Problem = {
  code: "cccd-contradicts-birth-year",
  message: said(
    "Số CCCD không hợp với năm sinh trên trang. Kiểm tra lại số CCCD.",
    "The citizen ID does not fit the birth year on the page. Check the number.",
  ),
};
const broken: Problem = {
  code: "selector-broken",
  message: said(
    "Không tìm thấy ô họ tên trên trang. Báo bộ phận công nghệ thông tin.",
    "The name field was not found on the page. Tell the IT department.",
  ),
};

/** At least one of each state, and more under names of their own: a state without a sample does not compile. */
export type Samples<State extends string, View> = Readonly<Record<State, View>> &
  Readonly<Record<string, View>>;

/** Every state of the banner by name (DESIGN rule 10). */
export const subjectViews: Samples<SubjectState["state"], SubjectView | undefined> = {
  loading: undefined,
  "signed-out": subjectView({ state: "signed-out" }),
  locked: subjectView({ state: "locked" }),
  reading: subjectView({ state: "reading" }),
  "no-patient": subjectView({ state: "no-patient" }),
  "profile-mismatch": subjectView({ state: "profile-mismatch", problem: broken }),
  "not-enough": subjectView({ state: "not-enough", reason: "weak-identifiers-only" }),
  conflict: subjectView({ state: "conflict", reason: "birth-date-contradicts-directory" }),
  "not-managed": subjectView({ state: "not-managed" }),
  "not-managed-without-roster": subjectView({ state: "not-managed" }, { roster: { state: "empty" } }),
  possible: subjectView({ state: "possible", rung: "name-birth-date-sex", candidates: 1 }),
  "possible-two": subjectView({ state: "possible", rung: "name-birth-date-sex", candidates: 2 }),
  managed: subjectView(managed()),
  "managed-statutory": subjectView(managed({ statutoryGroups: ["age-75"], examState: "overdue" })),
  "managed-confirm": subjectView(managed({}, undefined, true)),
  "managed-lapsed": subjectView(
    managed({
      cardState: "expired",
      bookState: "to-be-replaced",
      examState: "overdue",
      homeClinicHere: false,
    }),
  ),
  "managed-visit": subjectView(managed({}, visit)),
  "managed-warning": subjectView(managed(), { warnings: [contradiction] }),
  "managed-offline": subjectView(managed(), {
    connection: { online: false, clockOffSeconds: 31_536_000 },
    roster: { ...currentRoster, state: "stale", syncedAt: "2026-11-18T09:00:00+07:00" },
  }),
  "not-managed-cut-off": subjectView(
    { state: "not-managed" },
    { roster: { ...currentRoster, state: "cut-off" }, connection: { online: false } },
  ),
  "emergency-managed": subjectView(managed(), { emergency: true }),
  "emergency-not-managed": subjectView({ state: "not-managed" }, { emergency: true }),
  "emergency-locked": subjectView({ state: "locked" }, { emergency: true }),
};

/** Every answer to a scan by name. */
export const scanViews: Readonly<Record<string, ScanView>> = {
  nobody: scanView({ state: "no-patient" }),
  reading: scanView({ state: "reading" }, { source: "cccd-qr" }),
  managed: scanView(managed(), { source: "cccd-qr" }),
  "managed-same": scanView(managed(), { source: "cccd-qr", relation: "same" }),
  "managed-another": scanView(managed(), {
    source: "cccd-qr",
    relation: "another",
    names: { scanned: person.name, page: "Trần Văn Minh" },
    warnings: [contradiction],
  }),
  "managed-emergency": scanView(managed(), { source: "cccd-qr", relation: "same", emergency: true }),
  possible: scanView(
    { state: "possible", rung: "name-birth-date-sex", candidates: 1 },
    { source: "bhyt-qr", relation: "unclear", names: { scanned: person.name } },
  ),
  "possible-two": scanView(
    { state: "possible", rung: "name-birth-date-sex", candidates: 2 },
    {
      source: "cccd-qr",
      candidates: [
        { subject: "s-10", kind: "possible", name: person.name, birthDate: person.birthDate },
        { subject: "s-11", kind: "possible", name: person.name, birthDate: person.birthDate },
      ],
    },
  ),
  "not-managed": scanView({ state: "not-managed" }, { source: "cccd-number" }),
  "not-managed-another": scanView(
    { state: "not-managed" },
    {
      source: "cccd-qr",
      relation: "another",
      names: { scanned: "Trần Văn Minh", page: person.name },
      warnings: [contradiction],
    },
  ),
  "not-managed-without-roster": scanView(
    { state: "not-managed" },
    { source: "cccd-number", roster: { state: "empty" } },
  ),
  "cmnd-alone": scanView({ state: "not-enough", reason: "weak-identifiers-only" }, { source: "cmnd-number" }),
  "card-unknown": scanView(
    { state: "not-enough", reason: "weak-identifiers-only" },
    { source: "card-number" },
  ),
  conflict: scanView({ state: "conflict", reason: "name-contradicts-directory" }, { source: "cccd-qr" }),
  unsettled: scanView({ state: "reading" }, { source: "cccd-qr", warnings: [problem] }),
  locked: scanView({ state: "locked" }, { source: "cccd-qr" }),
};

export const marksView: MarksView = {
  generation: 3,
  state: "marked",
  marks: [
    { key: "r1", kind: "managed", top: 0, height: 28 },
    { key: "r2", kind: "none", top: 28, height: 28 },
    { key: "r3", kind: "possible", top: 56, height: 28 },
    { key: "r4", kind: "conflict", top: 84, height: 28 },
    { key: "r5", kind: "none", top: 112, height: 28 },
    { key: "r6", kind: "managed", top: 140, height: 28 },
  ],
  counts: { managed: 2, possible: 1, conflict: 1, rows: 6 },
};

export const pageView: PageView = {
  site: { name: "Tiếp đón", kind: "list" },
  state: "read",
  people: [
    {
      subject: "s-1",
      kind: "managed",
      name: person.name,
      birthDate: person.birthDate,
      process: processA.label,
    },
    {
      subject: "s-3",
      kind: "possible",
      name: "Trần Văn Minh",
      birthDate: "1955-09-30",
      process: processA.label,
    },
    { subject: "s-4", kind: "conflict", reason: "identifiers-of-different-people" },
    {
      subject: "s-2",
      kind: "managed",
      name: "Phạm Văn Đức",
      birthDate: "1948-02-11",
      process: processA.label,
    },
  ],
  rowsRead: 6,
  rowsWithoutIdentifiers: 1,
};

export const sessions: Samples<SessionView["state"], SessionView> = {
  new: { state: "new", minimumSecretLength: 8, language: "vi" },
  lost: { state: "new", lost: true, minimumSecretLength: 8, language: "vi" },
  shut: {
    state: "locked",
    shut: {
      code: "managed-malformed",
      message: {
        vi: "Thiết lập của máy không đọc được ở mục «idleLockMinutes». Báo bộ phận CNTT sửa lại.",
        en: "The machine's settings cannot be read at “idleLockMinutes”. IT has to correct them.",
      },
    },
    minimumSecretLength: 8,
    language: "vi",
  },
  "needs-secret": {
    state: "needs-secret",
    user: { name: "Lê Thị Mai", role: "receptionist" },
    minimumSecretLength: 8,
    language: "vi",
  },
  locked: {
    state: "locked",
    user: { name: "Lê Thị Mai", role: "receptionist" },
    minimumSecretLength: 8,
    language: "vi",
  },
  "locked-waiting": {
    state: "locked",
    user: { name: "Lê Thị Mai", role: "receptionist" },
    retryAt: new Date(NOW + 25_000).toISOString(),
    minimumSecretLength: 8,
    language: "vi",
  },
  "locked-several-users": {
    state: "locked",
    users: [
      { id: "slot-1", ordinal: 1, current: false, closed: false },
      {
        id: "slot-2",
        ordinal: 2,
        current: true,
        closed: false,
        passkey: { credential: "AQID", salt: "BAUG" },
      },
    ],
    recoverable: true,
    device: { state: "enrolled", name: "Quầy tiếp đón 1" },
    minimumSecretLength: 8,
    language: "vi",
  },
  "locked-closed": {
    state: "locked",
    users: [{ id: "slot-1", ordinal: 1, current: true, closed: true }],
    recoverable: true,
    device: { state: "enrolled", name: "Quầy tiếp đón 1" },
    minimumSecretLength: 8,
    language: "vi",
  },
  "locked-not-enrolled": {
    state: "locked",
    users: [{ id: "slot-1", ordinal: 1, current: true, closed: false }],
    device: { state: "not-enrolled" },
    minimumSecretLength: 8,
    language: "vi",
  },
  "needs-board": {
    state: "needs-board",
    reason: "other-user",
    user: { name: "BS. Phạm Văn Khám", role: "doctor" },
    recoverable: true,
    device: { state: "enrolled", name: "Quầy tiếp đón 1" },
    minimumSecretLength: 8,
    language: "vi",
  },
  "needs-board-wiped": {
    state: "needs-board",
    reason: "wiped",
    user: { name: "Lê Thị Mai", role: "receptionist" },
    recoverable: true,
    device: { state: "enrolled", name: "Quầy tiếp đón 1" },
    minimumSecretLength: 8,
    language: "vi",
  },
  "needs-passphrase": {
    state: "needs-secret",
    user: { name: "Lê Thị Mai", role: "receptionist" },
    minimumSecretLength: 12,
    secretKind: "passphrase",
    language: "vi",
  },
  open: {
    state: "open",
    user: { name: "Lê Thị Mai", role: "receptionist" },
    minimumSecretLength: 8,
    language: "vi",
  },
};

/** As a settings page shows it. */
export const settingsSessions: Readonly<Record<string, SessionView>> = {
  "not-enrolled": {
    state: "new",
    device: { state: "not-enrolled" },
    minimumSecretLength: 8,
    language: "vi",
  },
  "refused-open": {
    state: "open",
    user: { name: "Lê Thị Mai", role: "receptionist" },
    device: { state: "refused", name: "Quầy tiếp đón 1" },
    minimumSecretLength: 8,
    language: "vi",
  },
  "enrolled-open": {
    state: "open",
    user: { name: "Lê Thị Mai", role: "receptionist" },
    device: { state: "enrolled", name: "Quầy tiếp đón 1" },
    recoverable: true,
    minimumSecretLength: 8,
    language: "vi",
  },
};

export const rosters: Samples<RosterView["state"], RosterView> = {
  empty: { state: "empty" },
  syncing: { state: "syncing", progress: { done: 500, total: 1_500 } },
  "syncing-open": { state: "syncing", progress: { done: 500 } },
  current: currentRoster,
  stale: { ...currentRoster, state: "stale", syncedAt: "2026-11-18T09:00:00+07:00" },
  "cut-off": { ...currentRoster, state: "cut-off", entries: 900 },
  error: { ...currentRoster, problem },
};
