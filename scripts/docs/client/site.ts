import { createSearch, type SearchAnswer, type SearchEntry } from "./search.ts";

const up = document.body.dataset.up ?? "";
const language = document.documentElement.lang;
const MOST = 12;

const themes = document.querySelector<HTMLSelectElement>(".theme select");
if (themes !== null) {
  themes.value = document.documentElement.dataset.theme ?? "";
  themes.addEventListener("change", () => {
    document.documentElement.dataset.theme = themes.value;
    try {
      localStorage.setItem("cadre-docs-theme", themes.value);
    } catch {
      // The choice then holds for this page.
    }
  });
}

// On a narrow screen the list of pages is closed until it is asked for.
const pages = document.querySelector<HTMLDetailsElement>(".pages details");
if (pages !== null && matchMedia("(max-width: 60rem)").matches) pages.open = false;

const element = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  text: string,
): HTMLElementTagNameMap[Tag] => Object.assign(document.createElement(tag), { textContent: text });

const itemOf = ({ address, page, title, excerpt }: SearchAnswer): HTMLLIElement => {
  const link = Object.assign(element("a", title === "" || title === page ? page : `${page} › ${title}`), {
    href: up + address,
  });
  const item = document.createElement("li");
  item.append(link, element("p", excerpt));
  return item;
};

const startSearch = (field: HTMLInputElement, results: HTMLElement): void => {
  const status = results.querySelector("p");
  const list = results.querySelector("ul");
  if (status === null || list === null) return;
  let loading: Promise<(query: string) => SearchAnswer[]> | undefined;
  const load = () => {
    loading ??= fetch(`${up}search-${language}.json`)
      .then((response) => response.json())
      .then((entries: readonly SearchEntry[]) => createSearch(entries));
    return loading;
  };
  const show = async (): Promise<void> => {
    const query = field.value.trim();
    results.hidden = query.length < 2;
    if (results.hidden) return;
    try {
      const answers = (await load())(query);
      if (query !== field.value.trim()) return;
      status.textContent = answers.length === 0 ? (field.dataset.none ?? "") : "";
      list.replaceChildren(...answers.slice(0, MOST).map(itemOf));
    } catch {
      loading = undefined;
      status.textContent = field.dataset.failed ?? "";
    }
  };
  field.addEventListener("focus", () => void load().catch(() => undefined), { once: true });
  field.addEventListener("input", () => void show());
  field.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    field.value = "";
    void show();
  });
  field.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
};

const field = document.querySelector<HTMLInputElement>(".search input");
const results = document.querySelector<HTMLElement>(".results");
if (field !== null && results !== null) startSearch(field, results);
