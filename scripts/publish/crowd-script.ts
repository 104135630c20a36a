/**
 * What runs in the crowded page: `crowd` makes elements, gives each a service or a form of its own, and says what it finds. Plain
 * script, as a portal's page has it.
 */
export const CROWD_SCRIPT = `
const main = document.querySelector("main");
const settled = async (element) => { await element.updateComplete; await element.updateComplete; };
const textOf = (element) => {
  const walker = document.createTreeWalker(element.shadowRoot, NodeFilter.SHOW_TEXT);
  let text = "";
  while (walker.nextNode()) text += walker.currentNode.data + " ";
  return text.replaceAll(/\\s+/g, " ");
};

let followed = 0;
/** A service that says one thing of the page's patient, and nothing of anything else. */
const serviceThatSays = (about) => ({
  subscribe(topic, listener) {
    followed += 1;
    if (topic === "subject")
      listener({ subject: "s", emergency: false, about, warnings: [], roster: { state: "current" }, connection: { online: true } });
    let ended = false;
    return () => { if (!ended) followed -= 1; ended = true; };
  },
  listForms: () => new Promise(() => undefined),
});
const STATES = [
  [{ state: "not-managed" }, "Không có trong danh sách quản lý"],
  [{ state: "locked" }, "Chưa đánh dấu"],
];
const questionnaire = (name) => ({
  resourceType: "Questionnaire", status: "active",
  item: [{ linkId: "a", text: name, type: "string" }],
});
const answerOf = (form) => form.response?.item?.[0]?.answer?.[0]?.valueString;
const gone = [];

globalThis.crowd = {
  registered: (tags) => tags.every((tag) => customElements.get(tag) !== undefined),
  followed: () => followed,
  alive: () => gone.filter((one) => one.deref() !== undefined).length,

  async apart(each) {
    const wrong = [];
    const banners = Array.from({ length: each * 3 }, (_, at) => {
      const banner = document.createElement("cadre-priority-banner");
      banner.service = serviceThatSays(STATES[at % STATES.length][0]);
      main.append(banner);
      return banner;
    });
    const forms = Array.from({ length: each * 2 }, (_, at) => {
      const form = document.createElement("cadre-questionnaire");
      form.questionnaire = questionnaire("Câu " + at);
      main.append(form);
      return form;
    });
    for (const element of [...banners, ...forms]) await settled(element);
    for (const [at, banner] of banners.entries()) {
      const [, said] = STATES[at % STATES.length];
      if (!textOf(banner).includes(said)) wrong.push("banner " + at + ": " + textOf(banner));
    }
    for (const [at, form] of forms.entries()) {
      if (!textOf(form).includes("Câu " + at)) wrong.push("form " + at + ": " + textOf(form));
      if (at % 2 === 1) continue;
      const input = form.shadowRoot.querySelector("input");
      input.value = "của " + at;
      input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
    for (const form of forms) await settled(form);
    for (const [at, form] of forms.entries()) {
      const expected = at % 2 === 1 ? undefined : "của " + at;
      if (answerOf(form) !== expected) wrong.push("answer " + at + ": " + answerOf(form));
    }
    main.replaceChildren();
    return wrong;
  },

  async comeAndGo(tags, each, rounds) {
    let made = 0;
    for (let round = 0; round < rounds; round += 1) {
      const elements = tags.flatMap((tag) =>
        Array.from({ length: each }, () => document.createElement(tag)));
      for (const element of elements) {
        element.service = serviceThatSays({ state: "not-managed" });
        if (element.localName === "cadre-questionnaire") element.questionnaire = questionnaire("Câu");
        gone.push(new WeakRef(element));
      }
      made += elements.length;
      main.append(...elements);
      for (const element of elements) await settled(element);
      main.replaceChildren();
    }
    // A WeakRef keeps its element until the task ends.
    await new Promise((resolve) => setTimeout(resolve, 0));
    return made;
  },
};
`;
