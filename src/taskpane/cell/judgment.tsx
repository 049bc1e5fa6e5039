import { useState } from "preact/hooks";
import { CalculationError } from "../../calc/error";
import { useApp } from "../app";
import { type ReadCall, type Reading, agrees } from "../cell-reading";
import { Broken } from "./broken";
import { Verdict } from "../components/verdict";
import { asSentence } from "../computation";
import { show } from "../format";
import { isError } from "../selection";
import { WorkbookError } from "../workbook";

/** What is wrong, if anything: an error and its cause, a value that is not ours, something we cannot work out. */
export function Judgment({ reading, main }: { readonly reading: Reading; readonly main: ReadCall }) {
  const { cell, whole, row } = reading;
  const { computation, unknown, fn } = main;
  if (isError(cell.value) && cell.value.error === "#BUSY!") {
    return <Verdict kind="info" title="Excel is still computing." />;
  }
  if (isError(cell.value) && cell.value.error === "#NAME?") return <NotAwake />;
  if (unknown !== undefined) {
    return (
      <Verdict kind="care" title="Not every argument can be followed.">
        {unknown} The cell’s own value is shown.
      </Verdict>
    );
  }
  if (computation?.kind === "problem") return <Broken reading={reading} call={main} computation={computation} />;
  if (computation?.kind === "missing") {
    return (
      <Verdict
        kind="fail"
        title={`${computation.names.join(", ")} ${computation.names.length === 1 ? "is" : "are"} missing.`}
      >
        {fn.name} needs {computation.names.length === 1 ? "it" : "them"}.
      </Verdict>
    );
  }
  if (computation?.kind === "value" && whole) {
    const column = cell.spill?.column ?? 0;
    const ours = Array.isArray(computation.value) ? computation.value[row ?? 0]?.[column] : computation.value;
    const own: unknown = ours;
    if (own instanceof CalculationError && agrees(cell.value, ours)) {
      return (
        <Verdict kind="fail" title={`${own.error} in this cell of the table.`}>
          {asSentence(own.message)}
        </Verdict>
      );
    }
    if (!agrees(cell.value, ours)) {
      const unit = fn.returns?.unit ?? "";
      return (
        <Verdict
          kind="care"
          title={`This cell shows ${isError(cell.value) ? cell.value.error : show(cell.value, unit).text}; we compute ${show(ours, unit).text}.`}
        >
          The workbook may be set to manual calculation. Press F9, then select the cell again.
        </Verdict>
      );
    }
  }
  return null;
}

/** A cell that was there before the add-in shows #NAME? until its formula is entered again. */
function NotAwake() {
  const app = useApp();
  const [said, setSaid] = useState<string | undefined>();
  const repair = async () => {
    try {
      const count = await app.workbook?.repair();
      setSaid(count ? `${count} ${count === 1 ? "cell was" : "cells were"} entered again.` : "No cell needed it.");
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      setSaid(error.message);
    }
  };
  return (
    <div role="status">
      <Verdict
        kind="care"
        title="Excel does not know the function here yet."
        actions={
          <button type="button" onClick={() => void repair()}>
            Enter the formulas again
          </button>
        }
      >
        {said ?? "The workbook was opened before the add-in was there. Entering its formulas again wakes them."}
      </Verdict>
    </div>
  );
}
