import { hour, kilowatt, kilowattHour, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, moreThan, optional, share } from "../parameter";

export const effectivePowerRate = defineFunction({
  name: "EFFECTIVEPOWERRATE",
  title: "Effective power rate",
  summary:
    "Returns the price per kWh with the demand charge spread over the energy used; use it to compare tariffs for a load that is not flat.",
  aliases: ["blended rate", "all-in rate", "average power price", "demand charge per kWh"],
  parameters: {
    energyRate: amount(usd.per(kilowattHour), "Energy price; may be negative."),
    demandRate: amount(usd.per(kilowatt), "Demand charge per kW and period.", atLeast(0)),
    loadFactor: share("Average load divided by billed demand.", atLeast(0), atMost(1)),
    hours: optional(730, amount(hour, "Hours in the period.", moreThan(0))),
  },
  returns: {
    unit: usd.per(kilowattHour),
    description:
      "Compare tariffs on this figure at your own load factor: a low energy price with a high demand charge suits a flat load only.",
    means: "At a load factor of {loadFactor}, each kWh costs {result}.",
  },
  example: { energyRate: 0.05, demandRate: 12.5, loadFactor: 0.85 },
  sources: ["Utility bill arithmetic"],
  related: ["LOADFACTOR", "DEMANDCHARGE", "COLOCOSTPERKWH", "POWERCOST"],
  calculate({ energyRate, demandRate, loadFactor, hours }) {
    const demand = demandRate.dividedBy(loadFactor.times(hours)).as("demand charge per kWh");
    return energyRate.plus(demand);
  },
});
