import type { ProcedureNative } from "../define";

/** What the reference rests on. */
export const reference: readonly string[] = [
  "The vendors' data sheets and the sources that each row of GPUTABLE names, with the day they were read",
];

export const referenceNative: ProcedureNative = {
  none: "it looks up the add-in's own reference table. Spill GPUTABLE into a sheet, copy it as values and use XLOOKUP on it.",
};
