import type { HTMLAttributes } from "vue";

type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Name>;
type OwnProperties<Element> = Partial<Omit<Element, keyof HTMLElement>>;
type CadreEvents = {
  [Name in keyof HTMLElementEventMap as Name extends `cadre-${string}` ? `on${Pascal<Name>}` : never]?: (
    event: HTMLElementEventMap[Name],
  ) => void;
};
type CadreElements = {
  [Tag in keyof HTMLElementTagNameMap as Tag extends `cadre-${string}` ? Tag : never]: new () => {
    $props: OwnProperties<HTMLElementTagNameMap[Tag]> & CadreEvents & HTMLAttributes;
    $slots: { default(): unknown };
  };
};

declare module "vue" {
  interface GlobalComponents extends CadreElements {}
}
