import { gpu, gpuHour, hour, ratio, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, moreThan, optional } from "../parameter";

export const parityValue = defineFunction({
  name: "PARITYVALUE",
  title: "Parity value of an older GPU",
  summary:
    "Returns the price at which an older GPU does a unit of work as cheaply as a new one; negative means it is not worth running.",
  aliases: ["fair value of used GPU", "indifference price", "equivalent price", "used GPU value"],
  parameters: {
    newPrice: amount(usd.per(gpu).labelled("USD"), "Price of the new GPU.", atLeast(0)),
    performanceRatio: amount(ratio, "Work per hour of the new GPU divided by that of the old one.", moreThan(0)),
    newLifeHours: amount(hour, "Productive hours of the new GPU.", moreThan(0)),
    oldLifeHours: amount(hour, "Productive hours left in the old GPU.", atLeast(0)),
    newOpexPerHour: optional(0, amount(usd.per(gpuHour), "Running cost of the new GPU per hour.", atLeast(0))),
    oldOpexPerHour: optional(0, amount(usd.per(gpuHour), "Running cost of the old GPU per hour.", atLeast(0))),
  },
  returns: {
    unit: usd.per(gpu).labelled("USD"),
    description:
      "Below this price the old GPU is the cheaper way to do the work, above it the new one. When it is negative, the old one costs more to run than the new one costs in all.",
    means: "Beside a new GPU at {newPrice}, the old one is worth {result}.",
  },
  example: {
    newPrice: 40_000,
    performanceRatio: 2.5,
    newLifeHours: 35_000,
    oldLifeHours: 20_000,
    newOpexPerHour: 0.25,
    oldOpexPerHour: 0.15,
  },
  sources: ["Equal cost per unit of work; identity-tested, no published worked example found"],
  related: ["RESIDUALVALUE", "SHUTDOWNPRICE", "REPLACEMENTYEAR"],
  calculate({ newPrice, performanceRatio, newLifeHours, oldLifeHours, newOpexPerHour, oldOpexPerHour }) {
    const newHour = newPrice.dividedBy(newLifeHours).plus(newOpexPerHour).as("cost of a new GPU's hour");
    const sameWork = newHour.dividedBy(performanceRatio).as("cost of the same work");
    return oldLifeHours.times(sameWork.minus(oldOpexPerHour));
  },
});
