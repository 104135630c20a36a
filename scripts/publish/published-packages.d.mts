/** A package that is published. */
export interface PublishedPackage {
  readonly name: string;
  readonly directory: string;
  readonly dist: string;
  /** Subpath of the package and source, `*` in both. */
  readonly entries: readonly (readonly [string, string])[];
  readonly files: readonly string[];
}

export const repository: string;
export const publishedPackages: readonly PublishedPackage[];
export function hasElements(published: PublishedPackage): boolean;
