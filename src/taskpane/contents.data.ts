import { concepts, tracks } from "../concepts";
import type { Concept, Track } from "../concepts/concept";
import type { Model } from "../models/model";
import { models } from "../models/templates";
import { allFunctions, allTracks } from "../models/what-if";
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

interface ListedTrack {
  readonly id: string;
  readonly title: string;
  readonly concepts: readonly string[];
}

interface ListedConcept {
  readonly slug: string;
  readonly title: string;
}

export interface Contents {
  /** The curriculum. */
  readonly tracks: readonly ListedTrack[];
  readonly concepts: readonly ListedConcept[];
  /** Under what functions are listed: the curriculum and what stands apart from it. */
  readonly functionTracks: readonly ListedTrack[];
  readonly functionConcepts: readonly ListedConcept[];
  readonly functions: readonly ListedFunction[];
  readonly calculators: readonly Pick<Calculator, "id" | "title" | "summary" | "aliases">[];
  readonly models: readonly Pick<Model, "id" | "title" | "summary">[];
}

const allConcepts = allTracks.flatMap((track) => track.concepts);
const conceptOf = new Map(allConcepts.flatMap(({ slug, functions: own }) => own.map((fn) => [fn, slug] as const)));

const listedTrack = ({ id, title, concepts: own }: Track): ListedTrack => ({
  id,
  title,
  concepts: own.map(({ slug }) => slug),
});
const listedConcept = ({ slug, title }: Concept): ListedConcept => ({ slug, title });

/**
 * The table of contents. The build runs this module and keeps only what it exports, so that the first screens do not load
 * the catalogue of calculations.
 */
const contents: Contents = {
  tracks: tracks.map(listedTrack),
  concepts: concepts.map(listedConcept),
  functionTracks: allTracks.map(listedTrack),
  functionConcepts: allConcepts.map(listedConcept),
  functions: allFunctions.map((fn) => ({
    name: fn.name,
    title: fn.title,
    aliases: fn.aliases,
    concept: conceptOf.get(fn) ?? "",
    unit: String(fn.returns?.unit ?? ""),
    isTable: fn.columns !== undefined,
    parameters: Object.keys(fn.parameters),
  })),
  calculators: calculators.map(({ id, title, summary, aliases }) => ({ id, title, summary, aliases })),
  models: models.map(({ id, title, summary }) => ({ id, title, summary })),
};

export default contents;
