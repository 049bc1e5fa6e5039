import { kilowattsPerMegawatt } from "../../calc/conversions";
import { constant } from "../../calc/quantity";
import { gpu, kilowatt, megawatt, ratio } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, moreThan, optional, share } from "../parameter";

export const gpusPerMegawatt = defineFunction({
  name: "GPUSPERMEGAWATT",
  title: "GPUs per megawatt",
  summary:
    "Returns how many GPUs one MW of facility power runs, not rounded; use it to check what a capacity announcement can hold.",
  aliases: ["GPU density", "chips per MW", "power per GPU", "GPUs per MW"],
  parameters: {
    pue: amount(ratio, "Total facility power divided by IT power.", atLeast(1)),
    kwPerGpu: amount(
      kilowatt.per(gpu).labelled("kW"),
      "IT power per GPU with its share of server and network.",
      moreThan(0),
    ),
    reserve: optional(0, share("Share of the power kept back.", atLeast(0), atMost(1))),
  },
  returns: {
    unit: gpu.per(megawatt),
    description:
      "Multiply it by the megawatts of a site and compare with the GPUs announced for it: a higher claim rests on a lower power per GPU, a lower PUE or no reserve.",
    means: "At {kwPerGpu} a GPU and a PUE of {pue}, one megawatt of facility power runs {result}.",
  },
  example: { pue: 1.25, kwPerGpu: 1.4, reserve: 0.1 },
  sources: [
    "Power budget identity",
    "Google Ironwood pod, 9,216 chips on nearly 10 MW, https://siliconangle.com/2025/08/21/google-details-gemini-apps-environmental-footprint-new-paper",
  ],
  related: ["SITECAPACITY", "RACKSSUPPORTED", "PUEPOWER"],
  calculate({ pue, kwPerGpu, reserve }) {
    const usable = kilowattsPerMegawatt.times(constant(1).minus(reserve)).as("usable power of a megawatt");
    const facilityPower = pue.times(kwPerGpu).as("facility power of a GPU");
    return usable.dividedBy(facilityPower);
  },
});
