import { admit, functions, tracks } from "../../concepts";
import type { Concept, Track } from "../../concepts/concept";
import type { FunctionDefinition } from "../../concepts/define";
import { scenarios } from "./scenarios";
import { sensitivity } from "./sensitivity";
import { simulate } from "./simulate";
import { solve } from "./solve";
import { tornado } from "./tornado";

/** The tools that call any other function many times over, in the order of the catalogue. */
export const whatIf: readonly FunctionDefinition[] = [sensitivity, tornado, solve, scenarios, simulate];

export const whatIfConcept: Concept = { slug: "what-if", title: "What-if", functions: whatIf };
const whatIfTrack: Track = { id: "what-if", title: "What-if", concepts: [whatIfConcept] };

admit(whatIfTrack);

/** Everything that can be called in a cell, in the order of the catalogue: the curriculum's functions, then the tools over them. */
export const allFunctions: readonly FunctionDefinition[] = [...functions, ...whatIf];
export const allTracks: readonly Track[] = [...tracks, whatIfTrack];
