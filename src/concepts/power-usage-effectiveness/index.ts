import type { Concept } from "../concept";
import { cue } from "./cue";
import { ere } from "./ere";
import { itPower } from "./it-power";
import { powerCost } from "./power-cost";
import { pue } from "./pue";
import { pueFromParts } from "./pue-from-parts";
import { pueOverhead } from "./pue-overhead";
import { puePower } from "./pue-power";
import { pueSavings } from "./pue-savings";
import { pueWeighted } from "./pue-weighted";
import { wue } from "./wue";

export const powerUsageEffectivenessConcept: Concept = {
  slug: "power-usage-effectiveness",
  title: "Power usage effectiveness",
  functions: [puePower, itPower, pue, pueWeighted, pueOverhead, pueSavings, pueFromParts, powerCost, wue, cue, ere],
};
