import type { PartialDate, StatedUrgency } from "../identity/stated-identity.ts";
import type { Policy } from "../policy/policy.ts";
import type { StatutoryGroup } from "../service/views.ts";
import { isFullDate, readIsoDate } from "../text/partial-date.ts";
import { certainFullYears } from "./full-years.ts";

/**
 * The groups of Luật KCB 15/2023/QH15 Điều 3 khoản 2 that a person is known to be in, emergency first (DOMAIN 6.1).
 * `today` is yyyy-MM-dd; a date that is none leaves the age unsaid. The other groups of the law are not knowable here.
 */
export const statutoryGroups = (
  birthDate: PartialDate,
  urgency: StatedUrgency,
  today: string,
  policy: Pick<Policy, "statutoryAge">,
): readonly StatutoryGroup[] => {
  const groups: StatutoryGroup[] = urgency.emergency ? ["emergency"] : [];
  const day = readIsoDate(today);
  if (day.ok && isFullDate(day.value) && certainFullYears(birthDate, day.value) >= policy.statutoryAge)
    groups.push("age-75");
  return groups;
};
