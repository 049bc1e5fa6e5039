import { useEffect, useState } from "preact/hooks";
import { functions } from "../../concepts";
import { exampleCells } from "../../concepts/define";
import { useApp, usePane } from "../app";
import { callPlan, qualified } from "../call";
import { Block, Frame, Heading } from "../components/frame";
import { Go } from "../components/go";
import { Mark } from "../components/icon";
import { type OwnCell, ownCells } from "../home-facts";
import { insert } from "../insertion";
import type { Cell } from "../workbook";

/** A cell without a function of ours: where to go instead. */
export function Nothing({ cell }: { readonly cell: Cell }) {
  const app = useApp();
  const edits = usePane((state) => state.edits);
  const [others, setOthers] = useState<readonly OwnCell[]>([]);
  const [said, setSaid] = useState("");
  useEffect(() => {
    let wanted = true;
    if (app.workbook) void ownCells(app.workbook, 5).then((found) => wanted && setOthers(found));
    return () => {
      wanted = false;
    };
  }, [edits]);
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
        <p>This cell holds no COMPUTE function. Select one that does, or begin with an example.</p>
        <div class="actions">
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
      {others.length > 0 && (
        <Block title="Cells you can select" class="tight">
          <ul class="links plain">
            {others.map(({ place, at, name, value }) => (
              <li key={at}>
                <button type="button" class="rowlink" onClick={() => void app.workbook?.select(place)}>
                  <span class="name">
                    {at} {name}
                  </span>
                  <span class="side">{value}</span>
                </button>
              </li>
            ))}
          </ul>
        </Block>
      )}
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
