import type { Injector } from "@univerjs/core";
import { CellAlertManagerService, type ICellAlert } from "@univerjs/preset-sheets-core";

/** The engine's name for what it shows when the pointer rests on an error. */
const errorAlert = "SHEET_FORMULA_ALERT";

/** Shows our words where the pointer rests on an error; Univer says "Error in value" and the like. */
export function explainErrorsOnHover(
  injector: Injector,
  words: (sheet: string, row: number, column: number) => string | undefined,
): void {
  const alerts = injector.get(CellAlertManagerService);
  const show = alerts.showAlert.bind(alerts);
  alerts.showAlert = (alert: ICellAlert) => {
    const { subUnitId, row, col } = alert.location;
    const message = alert.key === errorAlert ? words(subUnitId, row, col) : undefined;
    show(message === undefined ? alert : { ...alert, message });
  };
}
