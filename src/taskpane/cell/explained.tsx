import { useEffect, useState } from "preact/hooks";
import { useApp, usePane } from "../app";
import { qualified } from "../call";
import { type ReadCall, type Reading, readCell } from "../cell-reading";
import { CellDecision } from "./decision";
import { Explanation, valueOf } from "./explanation";
import { Further, WhatIf } from "./further";
import { Inner } from "./inner";
import { Inputs } from "./inputs";
import { Judgment } from "./judgment";
import { Figure, Result } from "../components/figure";
import { Formula } from "../components/formula";
import { Frame, Heading } from "../components/frame";
import { Go } from "../components/go";
import { Ghost } from "../components/lazy";
import { Means } from "../components/means";
import { Verdict } from "../components/verdict";
import { isError } from "../selection";
import { type Cell, WorkbookError } from "../workbook";

/** What the pane knows of a cell, kept current; a text where it cannot be read now. */
export function useReading(cell: Cell): Reading | string | undefined {
  const app = useApp();
  const edits = usePane((state) => state.edits);
  const [reading, setReading] = useState<Reading | string | undefined>();
  useEffect(() => {
    let wanted = true;
    const { workbook } = app;
    if (!workbook) return;
    readCell(workbook, cell).then(
      (read) => wanted && setReading(read),
      (error: unknown) => {
        if (!(error instanceof WorkbookError)) throw error;
        if (wanted) setReading(error.message);
      },
    );
    return () => {
      wanted = false;
    };
  }, [cell, edits]);
  const current =
    typeof reading === "object" && reading.cell.address === cell.address && reading.cell.sheet === cell.sheet;
  return current || typeof reading === "string" ? reading : undefined;
}

/** A cell with a function of ours: what it says, how it came about, what moves it. */
export function Explained({ cell }: { readonly cell: Cell }) {
  const reading = useReading(cell);
  const place = (
    <>
      Cell <b>{qualified(cell)}</b>
    </>
  );
  if (reading === undefined) {
    return (
      <Frame place={place}>
        <Heading class="hidden" still>
          Cell {cell.address}
        </Heading>
        <Ghost label="Reading the cell" />
      </Frame>
    );
  }
  if (typeof reading === "string") {
    return (
      <Frame place={place}>
        <Heading still>Cell {cell.address}</Heading>
        <Verdict kind="care" title="The cell cannot be read now.">
          {reading}
        </Verdict>
      </Frame>
    );
  }
  const [main, ...inner] = reading.calls;
  return (
    <Frame place={place}>
      {main ? <Main reading={reading} main={main} /> : <Unknown reading={reading} />}
      {main && inner.length > 0 && <Inner calls={inner} whole={reading.whole} />}
      {main && <WhatIf main={main} />}
      {main && <Further reading={reading} main={main} />}
    </Frame>
  );
}

function Main({ reading, main }: { readonly reading: Reading; readonly main: ReadCall }) {
  const { cell, whole } = reading;
  const { fn, computation } = main;
  const computed = valueOf(computation);
  const table = whole && Array.isArray(computed) ? computed : undefined;
  const unit = whole && !table ? (fn.returns?.unit ?? "") : "";
  return (
    <>
      <div class="head">
        <Heading class="fn" still>
          {fn.name}
        </Heading>
        {isError(cell.value) ? (
          <p class="result error">{cell.value.error}</p>
        ) : table && reading.row === undefined ? (
          // A header of the table would be no result.
          <p class="result">
            {table.length - 1} {table.length === 2 ? "row" : "rows"}
          </p>
        ) : (
          <Result value={cell.value} unit={unit} />
        )}
        {whole && computation?.kind === "value" && (
          <Means fn={fn} value={computation.value} cells={computation.cells} />
        )}
      </div>
      <Formula text={reading.formula} />
      {!whole && computation?.kind === "value" && !Array.isArray(computation.value) && (
        <p>
          {fn.name} in it gives <Figure value={computation.value} unit={fn.returns?.unit ?? ""} />.
        </p>
      )}
      <Judgment reading={reading} main={main} />
      {computation?.kind === "value" && <Explanation call={main} row={reading.row} titled />}
      <Inputs call={main} />
      <CellDecision reading={reading} main={main} />
    </>
  );
}

/** The formula names one of ours that this version does not have. */
function Unknown({ reading }: { readonly reading: Reading }) {
  return (
    <>
      <Heading class="fn" still>
        Cell {reading.cell.address}
      </Heading>
      <Formula text={reading.formula} />
      <Verdict kind="care" title="No function of this name.">
        The formula calls a COMPUTE function that this version does not have. The name may be misspelled.
      </Verdict>
      <div class="actions">
        <Go to={{ name: "functions" }} class="button">
          Find a function
        </Go>
      </div>
    </>
  );
}
