import { ratio } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast } from "../parameter";
import { pue } from "./pue";

const { totalEnergy, itEnergy } = pue.parameters;

export const ere = defineFunction({
  name: "ERE",
  title: "Energy reuse effectiveness",
  summary:
    "Returns facility energy less reused energy, per unit of IT energy; use it for sites that sell or use their heat.",
  aliases: ["energy reuse effectiveness", "heat reuse", "waste heat", "district heating"],
  parameters: {
    totalEnergy,
    reusedEnergy: amount(totalEnergy.unit, "Energy sold or used outside the data center.", atLeast(0)),
    itEnergy,
  },
  returns: {
    unit: ratio,
    description:
      "Equal to the PUE when nothing is reused, and below it by the reused energy; unlike the PUE it may fall below 1.",
    means: "Net of reuse, the site draws {result} the energy of its IT equipment.",
  },
  example: { totalEnergy: 1200, reusedEnergy: 300, itEnergy: 1000 },
  sources: ["The Green Grid ERE"],
  related: ["PUE", "WUE", "CUE"],
  requires: ({ totalEnergy, reusedEnergy, itEnergy }) => ({
    "totalEnergy must be at least itEnergy, which it contains": totalEnergy.isAtLeast(itEnergy),
    "reusedEnergy must be at most totalEnergy": reusedEnergy.isAtMost(totalEnergy),
  }),
  calculate: ({ totalEnergy, reusedEnergy, itEnergy }) =>
    totalEnergy.minus(reusedEnergy).as("net energy").dividedBy(itEnergy),
});
