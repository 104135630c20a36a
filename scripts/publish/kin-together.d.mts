import type { Plugin } from "rollup";

export declare const kinTogether: (
  entry: string,
  kinds?: readonly RegExp[],
) => Plugin & { readonly input: Readonly<Record<string, string>> };
