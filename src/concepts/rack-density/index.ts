import type { Concept } from "../concept";
import { gpusPerMegawatt } from "./gpus-per-megawatt";
import { rackPower } from "./rack-power";
import { racksNeeded } from "./racks-needed";
import { racksSupported } from "./racks-supported";
import { siteCapacity } from "./site-capacity";
import { strandedPower } from "./stranded-power";

export const rackDensityConcept: Concept = {
  slug: "rack-density",
  title: "Rack density",
  functions: [rackPower, racksNeeded, racksSupported, gpusPerMegawatt, strandedPower, siteCapacity],
};
