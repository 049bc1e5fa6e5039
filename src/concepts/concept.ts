import type { FunctionDefinition } from "./define";

/** The namespace before every function in a cell. Here, so that who needs only the word does not load the catalogue. */
export const namespace = "COMPUTE";

/** A thing the field talks about: its functions in the order of the catalogue, and one lesson of the same slug. */
export interface Concept {
  readonly slug: string;
  /** As a title in lists, such as "GPU-hour cost". */
  readonly title: string;
  readonly functions: readonly FunctionDefinition[];
}

/** Concepts that are learned one after another. */
export interface Track {
  readonly id: string;
  readonly title: string;
  readonly concepts: readonly Concept[];
}
