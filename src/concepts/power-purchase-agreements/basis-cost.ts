import { together } from "../../calc/series";
import { megawattHour, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { atLeast, series } from "../parameter";
import { perMegawattHour } from "./settlement";

export const basisCost = defineFunction({
  name: "BASISCOST",
  title: "Basis cost",
  summary:
    "Returns what is lost when energy is sold at the node and settled at the hub; use it to see what a virtual agreement leaves unhedged.",
  aliases: ["basis risk", "hub-to-node", "locational basis", "LMP", "congestion cost", "nodal price"],
  parameters: {
    volumes: series(megawattHour, "Energy of each period.", atLeast(0)),
    hubPrices: series(perMegawattHour, "Hub price of each period."),
    nodePrices: series(perMegawattHour, "Node price of each period."),
  },
  returns: {
    unit: usd,
    description:
      "Positive: the node is cheaper than the hub, and whoever sells there loses the difference. Negative when the node is dearer than the hub.",
    means: "Selling at the node and settling at the hub costs {result}.",
  },
  example: { volumes: [100, 120, 90], hubPrices: [40, 38, 45], nodePrices: [36, 39, 30] },
  sources: ["Locational basis, hub minus node"],
  related: ["PPASETTLEMENT", "SHAPECOST", "CURTAILMENTLOSS"],
  calculate: ({ volumes, hubPrices, nodePrices }) =>
    together({ volume: volumes, hub: hubPrices, node: nodePrices })
      .map(({ volume, hub, node }) => volume.times(hub.minus(node)))
      .as("basis of the period")
      .sum(),
});
