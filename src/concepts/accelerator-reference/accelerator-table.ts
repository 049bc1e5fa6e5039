import { gigabyte, second, teraflop, terabyte, watt } from "../../calc/unit";
import { accelerators, asOf, type Entry, figureFields, isPublished, sourcesOf } from "../../data/accelerators";
import { defineProcedure } from "../define";
import { choice, optional } from "../parameter";
import { reference, referenceNative } from "./reference";

/** A figure, or an empty cell where there is none. */
const published = (entry: Entry<number | string>): number | string => (isPublished(entry) ? entry.value : "");

const perSecond = teraflop.per(second);
const columns = {
  name: "text",
  vendor: "text",
  launch: "text",
  "memory GB": gigabyte,
  "bandwidth TB/s": terabyte.per(second),
  "BF16 TFLOP/s": perSecond,
  "FP8 TFLOP/s": perSecond,
  "FP4 TFLOP/s": perSecond,
  "power W": watt,
  source: "text",
  "as of": "text",
} as const;

export const acceleratorTable = defineProcedure({
  name: "GPUTABLE",
  title: "Accelerator table",
  summary: "Lists the reference table of accelerators with sources.",
  aliases: ["GPU list", "comparison", "specifications", "data sheets"],
  parameters: { vendor: optional("all", choice(["all", "NVIDIA", "AMD", "Google", "AWS", "Intel"], "Maker to list.")) },
  columns,
  example: { vendor: "Intel" },
  sources: reference,
  related: ["GPUSPEC"],
  inWords: "the rows of the reference table in its order; a figure that is not published is left empty",
  native: referenceNative,
  calculate({ vendor }) {
    const rows = accelerators.filter((row) => vendor === "all" || row.vendor === vendor);
    const headers = Object.keys(columns).map((name) => name.replace(/^./, (letter) => letter.toUpperCase()));
    return [
      headers,
      ...rows.map((row) => {
        const figures = figureFields.map((field) => published(row[field]));
        return [row.name, row.vendor, ...figures, sourcesOf(row), asOf(row)];
      }),
    ];
  },
});
