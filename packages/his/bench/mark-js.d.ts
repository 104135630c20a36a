/** The part of mark.js 8 that the bench uses; the package brings no types. */
declare module "mark.js" {
  interface MarkOptions {
    readonly done?: (marks: number) => void;
  }
  export default class Mark {
    constructor(context: Element);
    mark(words: string[], options: MarkOptions): void;
    markRegExp(expression: RegExp, options: MarkOptions): void;
    unmark(): void;
  }
}
