/** The part of mark.js 8 that the bench uses; the package brings no types. */
declare module "mark.js" {
  export default class Mark {
    constructor(context: Element);
    markRegExp(expression: RegExp, options: { readonly done?: (marks: number) => void }): void;
    unmark(): void;
  }
}
