import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useApp, usePane } from "../app";
import { type CellPlan, type Outcome, insert, takeBack, type Where } from "../insertion";
import type { SheetPlan } from "../sheet-rows";
import { Verdict } from "./verdict";

interface InsertionProps {
  /** What to write; undefined while it cannot be written. Called only when it is wanted. */
  readonly plan: (() => SheetPlan | CellPlan) | undefined;
  /** What Copy formula copies; absent where there is no single formula. */
  readonly formula?: (() => string) | undefined;
  readonly secondary?: boolean;
  /** Where it goes at first, whatever the setting. */
  readonly where?: Where;
  /** Further buttons. */
  readonly children?: ComponentChildren;
}

/** Insert into sheet and Copy formula, and what came of it, said where the reader looks. */
export function Insertion({ plan, formula, secondary, where = "asSet", children }: InsertionProps) {
  const app = useApp();
  const plain = usePane(({ workbook }) => workbook === undefined);
  const [outcome, setOutcome] = useState<Outcome | undefined>();
  const [copied, setCopied] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const shown = useRef(true);
  useEffect(
    () => () => {
      shown.current = false;
    },
    [],
  );

  const run = async (action: () => Promise<Outcome>) => {
    setBusy(true);
    setCopied(undefined);
    const result = await action();
    if (!shown.current) return;
    setBusy(false);
    setOutcome(result);
  };
  const write = (to: Where) => void run(() => insert(app, plan!(), to));
  const copy = async () => {
    const text = formula!();
    setOutcome(undefined);
    setCopied((await app.around.copy(text)) ? "Formula copied." : `Copy it from here: ${text}`);
  };

  return (
    <>
      <div class="outcome" role="status">
        {copied && <p class="small">{copied}</p>}
        {outcome && (
          <Told
            outcome={outcome}
            again={write}
            back={(receipt) => void run(() => takeBack(app, receipt))}
            dismiss={() => setOutcome(undefined)}
          />
        )}
      </div>
      <div class="actions">
        <button
          type="button"
          class={secondary ? undefined : "primary"}
          disabled={!plan || busy}
          onClick={() => write(where)}
        >
          {plain ? "Copy" : "Insert into sheet"}
        </button>
        {formula !== undefined && (
          <button type="button" disabled={!plan} onClick={() => void copy()}>
            Copy formula
          </button>
        )}
        {children}
      </div>
    </>
  );
}

interface ToldProps {
  readonly outcome: Outcome;
  readonly again: (where: Where) => void;
  readonly back: (receipt: Extract<Outcome, { kind: "written" }>["receipt"]) => void;
  readonly dismiss: () => void;
}

function Told({ outcome, again, back, dismiss }: ToldProps) {
  switch (outcome.kind) {
    case "written":
      return (
        <Verdict
          kind="pass"
          title={`Inserted at ${outcome.place.sheet}!${outcome.place.address}.`}
          actions={
            <button type="button" onClick={() => back(outcome.receipt)}>
              Take back
            </button>
          }
        />
      );
    case "occupied":
      return (
        <Verdict
          kind="care"
          title="Nothing was written."
          actions={
            <>
              <button type="button" onClick={() => again("newSheet")}>
                Use a new sheet
              </button>
              <button type="button" onClick={() => again("overwrite")}>
                Write over {outcome.count === 1 ? "it" : "them"}
              </button>
              <button type="button" class="quiet" onClick={dismiss}>
                Cancel
              </button>
            </>
          }
        >
          {outcome.count === 1
            ? `Cell ${outcome.first} is in the way.`
            : `${outcome.count} cells from ${outcome.first} on are in the way.`}
        </Verdict>
      );
    case "failed":
      return (
        <Verdict
          kind="fail"
          title="Nothing was written."
          actions={
            outcome.onNewSheet ? (
              <button type="button" onClick={() => again("newSheet")}>
                Use a new sheet
              </button>
            ) : undefined
          }
        >
          {outcome.message}
        </Verdict>
      );
    case "copied":
      return <p class="small">Copied. Paste into cell A1 of an empty sheet.</p>;
    case "notCopied":
      return (
        <label class="small">
          Copy it from here:
          <textarea readOnly rows={4} value={outcome.text} onFocus={(event) => event.currentTarget.select()} />
        </label>
      );
    case "takenBack":
      return <p class="small">Taken back. The sheet is as it was.</p>;
  }
}
