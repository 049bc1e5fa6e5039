import { addressAt, formatAddress, parseAddress } from "../../formula/address";
import { moved } from "../../formula/calls";
import type { Finding } from "../../models/review/review";
import { asTyped } from "../../formula/as-typed";
import { type Place, type Workbook, WorkbookError } from "../workbook";

/** What was written, and what stood there before. */
export interface Put {
  readonly covers: string;
  readonly sheet: string;
  readonly before: readonly (Place & { readonly formula: string })[];
}

/** Writes the proposed formula, and its copies into the cells that were copies of the first. */
export async function put(workbook: Workbook, finding: Finding): Promise<Put> {
  const { sheet, covers, formula, proposal } = finding;
  const [block] = await workbook.read([{ sheet, address: covers }]);
  const { first, last } = parseAddress(covers)!;
  if (!block || asTyped(block.formulas[0]?.[0] ?? "") !== formula)
    throw new WorkbookError("notFound", `${covers} has changed since. Review the workbook again.`);
  const places: (Place & { formula: string })[] = [];
  const before: (Place & { formula: string })[] = [];
  for (let row = first.row; row <= last.row; row++) {
    for (let column = first.column; column <= last.column; column++) {
      const [down, right] = [row - first.row, column - first.column];
      const place = { sheet, address: formatAddress(addressAt({ row, column })) };
      places.push({ ...place, formula: moved(proposal!, down, right) });
      before.push({ ...place, formula: block.formulas[down]![right]! });
    }
  }
  await workbook.replace(places);
  return { covers, sheet, before };
}

/** Gives the cells the formulas that they had. */
export const takeBack = (workbook: Workbook, { before }: Put): Promise<void> => workbook.replace(before);
