import { useEffect, useMemo, useState } from "preact/hooks";
import { drivers } from "../../formula/drivers";
import { explain } from "../../formula/explain";
import type { ReadCall } from "../cell-reading";
import { Drivers } from "../components/drivers";
import { Block } from "../components/frame";
import { Parts } from "../components/parts";
import { TableResult } from "../components/table-result";
import { Working } from "../components/working";
import type { Computation } from "../computation";

interface ExplanationProps {
  readonly call: ReadCall;
  /** Of a table, the row the cell lies in. */
  readonly row: number | undefined;
  readonly titled?: boolean;
}

/** Working, parts and drivers of one call. */
export function Explanation({ call, row, titled }: ExplanationProps) {
  const { fn, computation } = call;
  const value = valueOf(computation);
  const cells = computation?.kind === "value" ? computation.cells : [];
  const table = Array.isArray(value) ? value : undefined;
  const [picked, setPicked] = useState<number | undefined>();
  useEffect(() => setPicked(undefined), [row]);
  const chosen = table && Math.min(Math.max(1, picked ?? row ?? 1), table.length - 1);
  const { steps, defaults } = useMemo(() => explain(fn, cells, chosen), [computation, chosen]);
  const moved = useMemo(() => (table ? [] : drivers(fn, cells)), [computation]);
  return (
    <>
      {table && (
        <Block title="Table" class="tight" hiddenTitle={!titled}>
          <TableResult fn={fn} table={table} chosen={(chosen ?? 1) - 1} onChoose={(index) => setPicked(index + 1)} />
        </Block>
      )}
      {steps.length > 0 && (
        <Block title={chosen === undefined ? "Working" : `Working of row ${chosen}`}>
          <Working steps={steps} note />
          {defaults.length > 0 && (
            <p class="small muted">Left out: {defaults.map(({ name, value: by }) => `${name} is ${by}`).join(", ")}.</p>
          )}
        </Block>
      )}
      {titled && !table && <Parts fn={fn} cells={cells} />}
      {moved.length > 0 && (
        <Block title="What moves it most" class="tight">
          <Drivers drivers={moved} unit={fn.returns?.unit ?? ""} />
        </Block>
      )}
    </>
  );
}

export function valueOf(computation: Computation | undefined) {
  return computation?.kind === "value" ? computation.value : undefined;
}
