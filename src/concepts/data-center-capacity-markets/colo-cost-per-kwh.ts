import { kilowattHour, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { offerTerms } from "./terms";

export const coloCostPerKwh = defineFunction({
  name: "COLOCOSTPERKWH",
  title: "Colocation cost per kWh of IT energy",
  summary:
    "Returns what one kWh used by the IT equipment costs in a colocation site, rent included; use it to see what an unused contract costs.",
  aliases: ["effective power price", "loaded power cost", "all-in kWh", "colo cost per kWh"],
  parameters: offerTerms,
  returns: {
    unit: usd.per(kilowattHour),
    description:
      "Compare it with powerPrice: the difference is rent and overhead. It rises steeply when little of the contracted load is used, since rent is owed on all of it.",
    means: "At a load factor of {loadFactor}, each kWh that reaches the IT equipment costs {result}.",
  },
  example: { ratePerKwMonth: 184.06, loadFactor: 0.7, pue: 1.3, powerPrice: 0.08 },
  sources: ["Identity: all-in rate divided by kWh drawn per contracted kW"],
  related: ["COLOALLINRATE", "COLOCOST", "EFFECTIVEPOWERRATE"],
  calculate({ ratePerKwMonth, loadFactor, pue, powerPrice, hoursPerMonth }) {
    const rent = ratePerKwMonth.dividedBy(loadFactor.times(hoursPerMonth)).as("rent per kWh");
    const power = pue.times(powerPrice).as("power with overhead");
    return rent.plus(power);
  },
});
