import { canonicalOf } from "@cadre-care/domain";
import { FORM_URLS, type Questionnaire } from "@cadre-care/fhir";
import { type CadrePackage, cadreClass, cadreSection } from "./cadre-package.ts";
import { clinical } from "./exam-clinical.ts";
import { personalHistory } from "./exam-history.ts";
import { type ExamOrder, familyHistory, identity } from "./exam-identity.ts";
import { physical } from "./exam-physical.ts";
import { conclusion, laboratory } from "./exam-results.ts";
import { t } from "./item.ts";
import { questionnaire } from "./questionnaire.ts";

interface ExamVersion {
  readonly order: ExamOrder;
  readonly version: string;
  readonly from: string;
  readonly to?: string;
  readonly source: string;
}

/** By the day of the exam: TT 25/2026/TT-BYT's forms from 2026-07-01, TT 32/2023/TT-BYT's before (DOMAIN 3.1). */
const VERSIONS: readonly ExamVersion[] = [
  {
    order: "TT32-2023",
    version: "TT32-2023.2",
    from: "2024-01-01",
    to: "2026-06-30",
    source: "Theo thứ tự của TT 32/2023/TT-BYT, Phụ lục XXIV.",
  },
  {
    order: "TT25-2026",
    version: "TT25-2026.2",
    from: "2026-07-01",
    source: "Theo thứ tự của TT 25/2026/TT-BYT, Mẫu 03 (chưa đối chiếu phụ lục).",
  },
];

const period = ({ from, to }: ExamVersion) => ({ from, ...(to === undefined ? {} : { to }) });

/** Khám sức khỏe định kỳ người từ đủ 18 tuổi, in both orders. */
export const periodicExams = (): readonly Questionnaire[] =>
  VERSIONS.map((version) =>
    questionnaire({
      id: `kham-suc-khoe-dinh-ky-${version.version.toLowerCase()}`,
      url: FORM_URLS.periodicExam,
      version: version.version,
      title: t("Phiếu khám sức khỏe định kỳ (từ đủ 18 tuổi)", "Periodic health examination (18 and over)"),
      kind: "exam",
      ...period(version),
      source: version.source,
      items: [
        identity(version.order),
        familyHistory(),
        personalHistory(),
        physical(),
        clinical(version.order),
        laboratory(),
        conclusion(),
      ],
    }),
  );

/** The same with what a unit asks of cadres on top: fields may be added, never hidden or removed (TT 32/2023). */
export const cadreExams = (settings: CadrePackage): readonly Questionnaire[] =>
  VERSIONS.map((version) =>
    questionnaire({
      id: `kham-suc-khoe-can-bo-${version.version.toLowerCase()}-${settings.version}`,
      url: FORM_URLS.cadreExam,
      version: `${version.version}-${settings.version}`,
      title: settings.title,
      kind: "exam",
      ...period(version),
      source: `${version.source} Phần bổ sung là cấu hình của đơn vị.`,
      derivedFrom: canonicalOf({ url: FORM_URLS.periodicExam, version: version.version }),
      items: [
        identity(version.order),
        familyHistory(),
        personalHistory(),
        physical(),
        clinical(version.order),
        laboratory(),
        cadreSection(settings),
        conclusion(cadreClass(settings)),
      ],
    }),
  );
