import type { HTMLAttributes } from "react";

type OwnProperties<Element> = Partial<Omit<Element, keyof HTMLElement>>;
type CadreEvents = {
  [Name in keyof HTMLElementEventMap as Name extends `cadre-${string}` ? `on${Name}` : never]?: (
    event: HTMLElementEventMap[Name],
  ) => void;
};
type CadreElements = {
  [Tag in keyof HTMLElementTagNameMap as Tag extends `cadre-${string}` ? Tag : never]: OwnProperties<
    HTMLElementTagNameMap[Tag]
  > &
    CadreEvents &
    HTMLAttributes<HTMLElement> & { key?: string };
};

declare module "react" {
  namespace JSX {
    interface IntrinsicElements extends CadreElements {}
  }
}
