import { useEffect, useState } from "preact/hooks";
import { useApp, usePane } from "../app";
import { type OwnCell, ownCells } from "../home-facts";
import { Block } from "./frame";

/** Cells of the workbook with a function of ours, to be selected where the one at hand will not do. */
export function OwnCells({ which }: { readonly which: "all" | "numbers" }) {
  const app = useApp();
  const edits = usePane((state) => state.edits);
  const workbook = usePane((state) => state.workbook);
  const [cells, setCells] = useState<readonly OwnCell[]>([]);
  useEffect(() => {
    let wanted = true;
    if (app.workbook) void ownCells(app.workbook, 5, which).then((found) => wanted && setCells(found));
    return () => {
      wanted = false;
    };
  }, [edits, workbook]);
  if (cells.length === 0) return null;
  return (
    <Block title="Cells you can select" class="tight">
      <ul class="links plain">
        {cells.map(({ place, at, name, value }) => (
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
  );
}
