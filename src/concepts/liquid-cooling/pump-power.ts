import { litreKilopascalsPerKilowattMinute } from "../../calc/conversions";
import { kilopascal, kilowatt, litre, minute } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, moreThan, optional, share } from "../parameter";

export const pumpPower = defineFunction({
  name: "PUMPPOWER",
  title: "Pump power",
  summary:
    "Returns the electric power of a pump; use it to see what moving the coolant costs against the fans it replaces.",
  aliases: ["hydraulic power", "pumping power", "pressure drop", "pump energy"],
  parameters: {
    flow: amount(litre.per(minute), "Coolant flow.", atLeast(0)),
    pressureKpa: amount(kilopascal, "Pressure the pump adds.", atLeast(0)),
    efficiency: optional(0.5, share("Combined efficiency of pump and motor.", moreThan(0), atMost(1))),
  },
  returns: {
    unit: kilowatt,
    description:
      "Compare it with the heat that the flow carries, and with the fan power that falls away when liquid takes over.",
    means: "Moving {flow} against {pressureKpa} takes {result}.",
  },
  example: { flow: 1500, pressureKpa: 250 },
  sources: ["Hydraulic power: flow times pressure over efficiency"],
  related: ["COOLANTFLOW", "COOLANTHEAT", "PUEFROMPARTS"],
  calculate: ({ flow, pressureKpa, efficiency }) =>
    flow.times(pressureKpa).dividedBy(litreKilopascalsPerKilowattMinute.times(efficiency)),
});
