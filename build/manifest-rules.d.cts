export interface Build {
  /** Where the add-in is served, with a slash at the end. */
  readonly url: string;
  hasFile(file: string): boolean;
  /** Of a PNG; undefined when the file is none. */
  pixels(file: string): { readonly width: number; readonly height: number } | undefined;
}

export function manifestProblems(xml: string, build: Build): string[];
