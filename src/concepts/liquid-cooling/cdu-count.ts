import { count, kilowatt } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, moreThan, optional, whole } from "../parameter";

export const cduCount = defineFunction({
  name: "CDUCOUNT",
  title: "Coolant distribution units",
  summary:
    "Returns the number of coolant distribution units with spares; use it to plan a loop that survives the loss of a unit.",
  aliases: ["CDU", "N+1", "redundancy", "cooling units"],
  parameters: {
    heatKw: amount(kilowatt, "Heat to be removed.", atLeast(0)),
    cduKw: amount(kilowatt, "Capacity of one unit.", moreThan(0)),
    spares: optional(1, amount(count, "Units added for redundancy.", whole, atLeast(0))),
  },
  returns: {
    unit: count,
    description:
      "The first units carry the heat, the spares stand in for one that fails. Capacity is stated for a flow and an approach temperature: check it at your supply temperature.",
    means: "{heatKw} of heat need {result} units of {cduKw}, {spares} of them spare.",
  },
  example: { heatKw: 4200, cduKw: 1300 },
  sources: ["N+1 sizing rule"],
  related: ["COOLANTFLOW", "COOLANTHEAT", "REDUNDANTAVAILABILITY"],
  calculate({ heatKw, cduKw, spares }) {
    const working = heatKw.dividedBy(cduKw).roundedUp().as("units that carry the heat");
    return working.plus(spares);
  },
});
