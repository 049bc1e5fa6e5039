import { kilowatt, month, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { offerTerms } from "./terms";

export const coloAllInRate = defineFunction({
  name: "COLOALLINRATE",
  title: "All-in colocation rate",
  summary:
    "Returns rent plus metered power per contracted kW and month; use it to compare offers with and without power.",
  aliases: ["colo pricing", "wholesale colocation", "gross rate", "all-in price", "power pass-through", "kW-month"],
  parameters: offerTerms,
  returns: {
    unit: usd.per(kilowatt.times(month)),
    description:
      "Compare offers on this figure only at the same load factor. An offer that includes power is already all-in; one without is not comparable until its power is added.",
    means: "At a load factor of {loadFactor}, a contracted kW costs {result}, power included.",
  },
  example: { ratePerKwMonth: 184.06, loadFactor: 0.7, pue: 1.3, powerPrice: 0.08 },
  sources: [
    "CBRE data-center pricing convention: USD per kW-month of contracted IT load, power passed through",
    "IDACORE, how electricity rates impact colocation TCO, https://idacore-next.pages.dev/blog/colocation/cost/colocation-power-costs-how-electricity-rates-impact-tco",
  ],
  related: ["COLOCOSTPERKWH", "COLOBILL", "EFFECTIVEPOWERRATE"],
  calculate({ ratePerKwMonth, loadFactor, pue, powerPrice, hoursPerMonth }) {
    const energy = loadFactor.times(hoursPerMonth).times(pue).as("energy of a contracted kW");
    const power = energy.times(powerPrice).as("power charge");
    return ratePerKwMonth.plus(power);
  },
});
