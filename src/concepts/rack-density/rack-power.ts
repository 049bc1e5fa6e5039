import { voltAmperesPerKilowatt } from "../../calc/conversions";
import { squareRoot, when } from "../../calc/quantity";
import { ampere, count, kilowatt, volt } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, optional, share, whole } from "../parameter";

export const rackPower = defineFunction({
  name: "RACKPOWER",
  title: "Rack power from the breaker",
  summary:
    "Returns the usable power of a rack feed from its voltage and breaker size; use it to see what a circuit can carry around the clock.",
  aliases: ["circuit capacity", "breaker rating", "PDU capacity", "usable kW", "80% rule", "three-phase power"],
  parameters: {
    volts: amount(volt, "Line-to-line voltage (three-phase) or line voltage (single-phase).", atLeast(0)),
    amps: amount(ampere, "Breaker rating.", atLeast(0)),
    phases: optional(3, amount(count, "Phases of the feed: 1 or 3.", whole)),
    derating: optional(0.8, share("Share of the breaker that may be loaded continuously.", atLeast(0), atMost(1))),
    powerFactor: optional(1, share("Real over apparent power.", atLeast(0), atMost(1))),
  },
  returns: {
    unit: kilowatt,
    description:
      "The most a rack may draw without pause on this feed. A denser rack needs a larger breaker, a higher voltage or more feeds. With two redundant feeds, either one must carry the rack alone.",
    means: "A {amps} breaker at {volts} can carry {result} continuously.",
  },
  example: { volts: 415, amps: 60 },
  sources: [
    "Three-phase power; NEC 80 percent rule for continuous loads",
    "DataCenterMD, rack power at 208 V and 30 A, http://datacentermd.com/",
    "515 Engine, colocation pricing by circuit, https://515engine.com/colocation-pricing/",
  ],
  related: ["RACKSSUPPORTED", "APPARENTPOWER", "RACKSNEEDED"],
  requires: ({ phases }) => ({ "phases must be 1 or 3": phases.is(1).or(phases.is(3)) }),
  calculate({ volts, amps, phases, derating, powerFactor }) {
    const phaseFactor = when(phases.is(3), squareRoot(3), 1).as("phase factor");
    const rating = volts.times(amps).times(phaseFactor).as("rated apparent power");
    return rating.times(derating).times(powerFactor).dividedBy(voltAmperesPerKilowatt);
  },
});
