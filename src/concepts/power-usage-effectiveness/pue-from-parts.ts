import type { Quantity } from "../../calc/quantity";
import { kilowattHour, ratio, share } from "../../calc/unit";
import { defineTable } from "../define";
import { amount, atLeast, optional } from "../parameter";
import { definitionOfPue } from "./pue-power";

export const pueFromParts = defineTable({
  name: "PUEFROMPARTS",
  title: "PUE from its parts",
  summary:
    "Splits facility energy into parts and shows what each adds to the PUE; use it to see where overhead arises.",
  aliases: ["PUE breakdown", "partial PUE", "pPUE", "cooling energy", "UPS losses"],
  parameters: {
    itEnergy: amount(kilowattHour, "Energy used by the IT equipment.", atLeast(0)),
    coolingEnergy: amount(kilowattHour, "Energy of cooling.", atLeast(0)),
    powerLossEnergy: amount(kilowattHour, "Losses of UPS, transformers and distribution.", atLeast(0)),
    lightingEnergy: optional(0, amount(kilowattHour, "Energy of lighting.", atLeast(0))),
    otherEnergy: optional(0, amount(kilowattHour, "Any other facility energy.", atLeast(0))),
  },
  columns: { part: "text", energy: kilowattHour, "share of total": share, "PUE contribution": ratio },
  example: {
    itEnergy: 620_000,
    coolingEnergy: 240_000,
    powerLossEnergy: 70_000,
    lightingEnergy: 8000,
    otherEnergy: 12_000,
  },
  sources: definitionOfPue,
  related: ["PUE", "PUEWEIGHTED"],
  calculate({ itEnergy, coolingEnergy, powerLossEnergy, lightingEnergy, otherEnergy }, { lines }) {
    const total = itEnergy
      .plus(coolingEnergy)
      .plus(powerLossEnergy)
      .plus(lightingEnergy)
      .plus(otherEnergy)
      .as("facility energy");
    const line = (part: string, energy: Quantity) => ({
      part,
      energy,
      "share of total": energy.dividedBy(total).in(share),
      "PUE contribution": energy.dividedBy(itEnergy).in(ratio),
    });
    return lines([
      line("IT", itEnergy),
      line("cooling", coolingEnergy),
      line("power losses", powerLossEnergy),
      line("lighting", lightingEnergy),
      line("other", otherEnergy),
      line("total", total),
    ]);
  },
});
