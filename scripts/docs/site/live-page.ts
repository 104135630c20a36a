import type { Language, Said } from "./language.ts";

const WORDS = {
  language: { vi: "Ngôn ngữ của thành phần", en: "Language of the elements" },
  state: { vi: "Trạng thái", en: "State" },
  banner: { vi: "Dải thông báo", en: "Priority banner" },
  form: { vi: "Biểu mẫu", en: "Form" },
  exam: { vi: "Phiếu khám", en: "Exam checklist" },
  referral: { vi: "Phiếu chuyển", en: "Referral form" },
  scan: { vi: "Ô quét giấy tờ", en: "Scan input" },
  scanNote: {
    vi: "Gõ một số bất kỳ rồi bấm Enter: mỗi lần hiện một câu trả lời mẫu.",
    en: "Type any number and press Enter: each time another sample answer is shown.",
  },
} satisfies Readonly<Record<string, Said>>;

/** The places at which `client/live.ts` puts the elements. */
export const liveHtml = (language: Language): string => {
  const say = (word: keyof typeof WORDS): string => WORDS[word][language];
  const place = (name: "banner" | "scan" | "form", tag: string, before = ""): string =>
    `<section class="live"><h2 id="live-${name}">${say(name)} <code>&lt;${tag}&gt;</code></h2>${before}<div data-live="${name}"></div></section>`;
  return `<div lang="${language}"><p class="controls"><label>${say("language")} <select id="live-language"><option value="vi">Tiếng Việt</option><option value="en">English</option></select></label></p>
${place("banner", "cadre-priority-banner", `<p class="controls"><label>${say("state")} <select id="live-state"></select></label></p>`)}
${place("scan", "cadre-scan-input", `<p>${say("scanNote")}</p>`)}
${place("form", "cadre-exam-checklist", `<p class="controls"><label>${say("form")} <select id="live-form"><option value="exam">${say("exam")}</option><option value="referral">${say("referral")}</option></select></label></p>`)}</div>
`;
};
