import { usePane } from "../app";
import { Explained } from "../cell/explained";
import { NoCell, NoWorkbook, Nothing } from "../cell/nothing";
import { holdsOurs } from "../selection";

/** The selected cell, explained with its own numbers; it follows the selection and every change. */
export function CellScreen() {
  const cell = usePane((state) => state.cell);
  const workbook = usePane((state) => state.workbook);
  if (workbook === undefined) return <NoWorkbook />;
  if (!cell) return <NoCell />;
  return holdsOurs(cell) ? <Explained cell={cell} /> : <Nothing cell={cell} />;
}
