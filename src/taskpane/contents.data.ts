import { concepts, functions, tracks } from "../concepts";
import { calculators } from "./calculators";
import type { Calculator } from "./calculators/calculator";

/** What lists, search and the glossary need of a function, without its calculation. */
export interface ListedFunction {
  readonly name: string;
  readonly title: string;
  readonly aliases: readonly string[];
  /** Slug of its concept. */
  readonly concept: string;
  /** Unit of its result; empty for tables. */
  readonly unit: string;
  readonly isTable: boolean;
  /** Names of its arguments. */
  readonly parameters: readonly string[];
}

export interface Contents {
  readonly tracks: readonly { readonly id: string; readonly title: string; readonly concepts: readonly string[] }[];
  readonly concepts: readonly { readonly slug: string; readonly title: string }[];
  readonly functions: readonly ListedFunction[];
  readonly calculators: readonly Pick<Calculator, "id" | "title" | "summary" | "aliases">[];
}

const conceptOf = new Map(concepts.flatMap(({ slug, functions: own }) => own.map((fn) => [fn, slug] as const)));

/**
 * The table of contents. The build runs this module and keeps only what it exports, so that the first screens do not load
 * the catalogue of calculations.
 */
const contents: Contents = {
  tracks: tracks.map(({ id, title, concepts: own }) => ({ id, title, concepts: own.map(({ slug }) => slug) })),
  concepts: concepts.map(({ slug, title }) => ({ slug, title })),
  functions: functions.map((fn) => ({
    name: fn.name,
    title: fn.title,
    aliases: fn.aliases,
    concept: conceptOf.get(fn) ?? "",
    unit: String(fn.returns?.unit ?? ""),
    isTable: fn.columns !== undefined,
    parameters: Object.keys(fn.parameters),
  })),
  calculators: calculators.map(({ id, title, summary, aliases }) => ({ id, title, summary, aliases })),
};

export default contents;
