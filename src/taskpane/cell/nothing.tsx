import { useEffect, useState } from "preact/hooks";
import { functions } from "../../concepts";
import { exampleCells } from "../../concepts/define";
import { useApp, usePane } from "../app";
import { callPlan, qualified } from "../call";
import { Frame, Heading } from "../components/frame";
import { Go } from "../components/go";
import { Mark } from "../components/icon";
import { OwnCells } from "../components/own-cells";
import { insert } from "../insertion";
import type { Cell } from "../workbook";

/** The function formula that a cell held before it was turned into native formulas; undefined where it was not. */
function useTurned(cell: Cell): string | undefined {
  const app = useApp();
  const edits = usePane((state) => state.edits);
  const [turned, setTurned] = useState<string | undefined>();
  useEffect(() => {
    let wanted = true;
    const { workbook } = app;
    if (!workbook) return;
    void import("../native/twins")
      .then(({ twinAt }) => twinAt(workbook, { sheet: cell.sheet, address: cell.spill?.anchor ?? cell.address }))
      // Without the answer the screen only offers less.
      .catch(() => undefined)
      .then((twin) => wanted && setTurned(twin?.formula));
    return () => {
      wanted = false;
    };
  }, [cell, edits]);
  return turned;
}

/** A cell without a function of ours: where to go instead. */
export function Nothing({ cell }: { readonly cell: Cell }) {
  const app = useApp();
  const turned = useTurned(cell);
  const [said, setSaid] = useState("");
  const insertExample = async () => {
    const fn = functions[0]!;
    const cells = exampleCells(fn);
    const outcome = await insert(app, callPlan(fn, cells, {}, 0, undefined), "newSheet");
    if (outcome.kind === "failed") setSaid(outcome.message);
  };
  return (
    <Frame
      place={
        <>
          Cell <b>{qualified(cell)}</b>
        </>
      }
    >
      <div class="still">
        <Mark />
        <Heading still>Nothing to explain in {cell.address}</Heading>
        {turned ? (
          <p>This cell was turned into Excel’s own functions. It held {turned}.</p>
        ) : (
          <p>This cell holds no COMPUTE function. Select one that does, or begin with an example.</p>
        )}
        <div class="actions">
          {turned && (
            <Go to={{ name: "native", direction: "back" }} class="button primary">
              Turn back
            </Go>
          )}
          <button type="button" class="primary" onClick={() => void insertExample()}>
            Insert an example
          </button>
          <Go to={{ name: "functions" }} class="button">
            Find a function
          </Go>
        </div>
        <p class="small" role="status">
          {said}
        </p>
      </div>
      <OwnCells which="all" />
    </Frame>
  );
}

/** Something is selected that is no cell, such as a chart. */
export function NoCell() {
  return (
    <Frame place="Cell">
      <div class="still">
        <Mark />
        <Heading still>No cell is selected</Heading>
        <p>Select one cell with a COMPUTE function, and its numbers are explained here.</p>
        <div class="actions">
          <Go to={{ name: "functions" }} class="button">
            Find a function
          </Go>
        </div>
      </div>
    </Frame>
  );
}

/** A plain browser. */
export function NoWorkbook() {
  return (
    <Frame place="Cell">
      <div class="still">
        <Mark />
        <Heading>There is no workbook here</Heading>
        <p>In Excel this screen explains the selected cell. Here you can try every function by its form.</p>
        <div class="actions">
          <Go to={{ name: "functions" }} class="button primary">
            Find a function
          </Go>
        </div>
      </div>
    </Frame>
  );
}
