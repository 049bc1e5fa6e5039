import type { FunctionDefinition } from "../../concepts/define";
import { scenarios } from "./scenarios";
import { sensitivity } from "./sensitivity";
import { simulate } from "./simulate";
import { solve } from "./solve";
import { tornado } from "./tornado";

/** The tools that call any other function many times over, in the order of the catalogue. */
export const whatIf: readonly FunctionDefinition[] = [sensitivity, tornado, solve, scenarios, simulate];
