import { notAvailable, when } from "../../calc/quantity";
import { hour, kilowatt, kilowattHour, ratio, usd, year } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, moreThan, optional } from "../parameter";

export const coolingPayback = defineFunction({
  name: "COOLINGPAYBACK",
  title: "Cooling payback",
  summary:
    "Returns the years until the extra cost of a better cooling system is saved on the power bill; use it to judge a liquid-cooling retrofit.",
  aliases: ["simple payback", "liquid cooling ROI", "retrofit payback", "PUE improvement"],
  parameters: {
    premium: amount(usd, "Extra investment.", atLeast(0)),
    itKw: amount(kilowatt, "Power drawn by the IT equipment.", atLeast(0)),
    pueBefore: amount(ratio, "PUE of the present system.", atLeast(1)),
    pueAfter: amount(ratio, "PUE of the new system, over its smaller IT load.", atLeast(1)),
    powerPrice: amount(usd.per(kilowattHour), "Price of electricity at the meter; may be negative."),
    fanSavingKw: optional(0, amount(kilowatt, "Server fan power that falls away from the IT load.", atLeast(0))),
    hours: optional(8760, amount(hour.per(year).labelled("h"), "Hours of operation in a year.", moreThan(0))),
  },
  returns: {
    unit: year,
    description:
      "Compare it with the life of the cooling system and with the time until the next rack generation. Simple payback: no interest, and power prices stay as they are.",
    means: "A premium of {premium} is saved on the power bill in {result}.",
  },
  example: {
    premium: 1_500_000,
    itKw: 10_000,
    pueBefore: 1.35,
    pueAfter: 1.15,
    powerPrice: 0.07,
    fanSavingKw: 400,
  },
  sources: ["Simple payback"],
  related: ["BLENDEDPUE", "PUESAVINGS", "POWERCOST"],
  requires: ({ fanSavingKw, itKw }) => ({ "fanSavingKw must be at most itKw": fanSavingKw.isAtMost(itKw) }),
  calculate({ premium, itKw, pueBefore, pueAfter, powerPrice, fanSavingKw, hours }) {
    const before = itKw.times(pueBefore).as("power before");
    const after = itKw.minus(fanSavingKw).times(pueAfter).as("power after");
    const saving = before.minus(after).times(hours).times(powerPrice).as("saving a year");
    return when(
      premium.is(0),
      0,
      when(
        saving.isMoreThan(0),
        premium.dividedBy(saving),
        notAvailable("the premium is never paid back: the yearly saving is not above 0"),
      ),
    );
  },
});
