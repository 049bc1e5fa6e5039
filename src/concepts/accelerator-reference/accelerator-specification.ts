import { CalculationError } from "../../calc/error";
import { none } from "../../calc/unit";
import { type Entry, figureFields, isPublished } from "../../data/accelerators";
import { acceleratorNamed, unknownAccelerator } from "../../data/matching";
import { defineProcedure } from "../define";
import { choice, text } from "../parameter";
import { reference, referenceNative } from "./reference";

export const acceleratorSpecification = defineProcedure({
  name: "GPUSPEC",
  title: "Accelerator specification",
  summary: "Returns one published specification of an accelerator.",
  aliases: ["H100", "H200", "B200", "MI300X", "TPU", "GPU memory", "TDP", "data sheet"],
  parameters: {
    gpu: text("Name of the accelerator; spaces, dashes, case and maker names do not matter."),
    field: choice(
      ["memory", "bandwidth", "bf16", "fp8", "fp4", "power", "launch", "vendor", "name"],
      "Which figure: memory (GB), bandwidth (TB/s), bf16, fp8 or fp4 (dense TFLOP/s), power (W), launch (text), vendor (text) or name (text).",
    ),
  },
  returns: {
    unit: none,
    description:
      "Published by the vendor or, where it is not, by the source that GPUTABLE names. Peaks are dense: half of a figure printed with sparsity.",
    means: "The published figure is {result}.",
  },
  example: { gpu: "h100-sxm", field: "bf16" },
  sources: reference,
  related: ["GPUTABLE", "TRAININGDAYS", "DECODETHROUGHPUT"],
  inWords: "the row of the reference table whose names include the one given, and of it the figure asked for",
  native: referenceNative,
  calculate({ gpu, field }) {
    const row = acceleratorNamed(gpu as string);
    if (!row) throw new CalculationError("notAvailable", unknownAccelerator(gpu as string), "gpu");
    if (field === "vendor" || field === "name") return row[field];
    const entry: Entry<number | string> = row[figureFields.find((one) => one === field)!];
    if (isPublished(entry)) return entry.value;
    throw new CalculationError(
      "notAvailable",
      `${field as string} of ${row.name} is not published: ${entry.reason}`,
      "field",
    );
  },
});
