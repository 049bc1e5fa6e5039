import { useEffect, useState } from "preact/hooks";
import { useApp, usePane } from "../app";
import { qualified } from "../call";
import { Chips } from "../components/chips";
import { Breakable } from "../components/formula";
import { Frame, Heading } from "../components/frame";
import { Ghost } from "../components/lazy";
import { Verdict } from "../components/verdict";
import { show } from "../format";
import { convert, type Outcome, planBack, type Return, turnBack } from "../native/convert";
import { attempt, cellsWithin, type Change, type Plan, planNative, type Reach, type TableForm } from "../native/plan";
import { proofSheet } from "../native/proof";
import { same } from "../native/same";
import type { Direction } from "../screen";
import { isError } from "../selection";
import type { Place, Value, Workbook } from "../workbook";

/** Formulas of ours into Excel's own and back, always after a list of what would change. */
export function NativeScreen({ direction = "native" }: { readonly direction?: Direction }) {
  const workbook = usePane((state) => state.workbook);
  const [way, setWay] = useState<Direction>(direction);
  return (
    <Frame place="Workbook">
      <div class="head">
        <Heading>Native formulas</Heading>
        <p>The workbook can compute without the add-in: in Excel’s own functions, over the same cells.</p>
      </div>
      <Chips<Direction>
        legend="What to do"
        name="way"
        even
        options={[
          { value: "native", label: "To native" },
          { value: "back", label: "Back" },
          { value: "proof", label: "Proof" },
        ]}
        value={way}
        onChoose={setWay}
      />
      {workbook === undefined ? (
        <Verdict kind="info" title="This needs a workbook.">
          Open the add-in in Excel, or this pane beside the embedded workbook.
        </Verdict>
      ) : workbook === "waiting" ? (
        <Ghost label="Waiting for the workbook" />
      ) : way === "native" ? (
        <ToNative workbook={workbook} />
      ) : way === "back" ? (
        <Back workbook={workbook} />
      ) : (
        <Proof workbook={workbook} />
      )}
    </Frame>
  );
}

/** Runs a step once its answer is wanted, again when `inputs` change, and drops answers that come too late. */
function useStep<T>(work: () => Promise<T>, inputs: readonly unknown[]): T | string | undefined {
  const [answer, setAnswer] = useState<T | string | undefined>();
  useEffect(() => {
    let wanted = true;
    setAnswer(undefined);
    void attempt(work).then((result) => wanted && setAnswer(() => result));
    return () => {
      wanted = false;
    };
  }, inputs);
  return answer;
}

const reaches: readonly { readonly value: Reach; readonly label: string }[] = [
  { value: "cell", label: "Cell" },
  { value: "selection", label: "Selection" },
  { value: "sheet", label: "Sheet" },
  { value: "workbook", label: "Workbook" },
];

const keyOf = (place: Place): string => qualified(place);

function ToNative({ workbook }: { readonly workbook: Workbook }) {
  const app = useApp();
  const [reach, setReach] = useState<Reach>("sheet");
  const [tables, setTables] = useState<TableForm>("spill");
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [outcome, setOutcome] = useState<Outcome | string | undefined>();
  const [busy, setBusy] = useState(false);
  const [round, setRound] = useState(0);
  const cell = usePane((state) => state.cell);
  const selected = reach === "cell" || reach === "selection" ? cell && keyOf(cell) : undefined;
  const plan = useStep(
    async () => planNative(workbook, await cellsWithin(workbook, reach), tables),
    [workbook, reach, tables, selected, round],
  );
  const ready = typeof plan === "object" ? plan.changes.filter(isSafe) : [];
  const chosen = ready.filter(({ place }) => !left.has(keyOf(place)));
  const toggle = (place: Place) => {
    const next = new Set(left);
    if (!next.delete(keyOf(place))) next.add(keyOf(place));
    setLeft(next);
  };
  const run = async () => {
    setBusy(true);
    setOutcome(await attempt(() => convert(workbook, chosen, app.around.now())));
    setBusy(false);
    setRound(round + 1);
  };
  const undo = async (done: readonly Change[]) => {
    setBusy(true);
    const problem = await attempt(async () => {
      const returns = await planBack(workbook);
      await turnBack(
        workbook,
        returns.filter(({ twin }) => twin.place && done.some(({ place }) => keyOf(place) === keyOf(twin.place!))),
      );
      return undefined;
    });
    setOutcome(problem);
    setBusy(false);
    setRound(round + 1);
  };
  return (
    <>
      <Chips<Reach> legend="How far" name="reach" even options={reaches} value={reach} onChoose={setReach} />
      <Chips<TableForm>
        legend="A table that spills becomes"
        name="tables"
        showLegend
        even
        options={[
          { value: "spill", label: "One formula" },
          { value: "rows", label: "A formula per cell" },
        ]}
        value={tables}
        onChoose={setTables}
      />
      <div role="status">{outcome !== undefined && <Told outcome={outcome} busy={busy} undo={undo} />}</div>
      {plan === undefined ? (
        <Ghost label="Trying the native formulas" />
      ) : typeof plan === "string" ? (
        <Verdict kind="care" title="The workbook cannot be read now.">
          {plan}
        </Verdict>
      ) : (
        <>
          <Summary plan={plan} reach={reach} />
          <ul class="plan" aria-label="What would change">
            {plan.changes.map((change) => (
              <ChangeItem
                key={keyOf(change.place)}
                change={change}
                reach={reach}
                chosen={isSafe(change) && !left.has(keyOf(change.place))}
                onToggle={() => toggle(change.place)}
              />
            ))}
            {plan.stays.map(({ place, formula, why }) => (
              <li key={keyOf(place)}>
                <input type="checkbox" id={`turn-${keyOf(place)}`} disabled />
                <label for={`turn-${keyOf(place)}`}>{named(place, place.address, reach)}</label>
                <span class="tag warn">stays</span>
                <code class="was">
                  <Breakable text={formula} />
                </code>
                <p class="why">{why}</p>
              </li>
            ))}
          </ul>
          {plan.changes.length > 0 && (
            <p class="small muted">
              “Same value” means equal to nine digits in a trial run just now. After writing, every cell is compared
              again; one that differs gets its formula back.
            </p>
          )}
          {plan.changes.length > 0 && (
            <div class="actions">
              <button type="button" class="primary" disabled={busy || chosen.length === 0} onClick={() => void run()}>
                Convert {counted(chosen.length, "cell")}
              </button>
              <button type="button" disabled={busy} onClick={() => app.back()}>
                Cancel
              </button>
            </div>
          )}
        </>
      )}
    </>
  );
}

/** What may be written: its trial gives the same, or could not be run and is compared after writing. */
const isSafe = ({ trial }: Change): boolean => trial !== false;

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`;

const named = (place: Place, covers: string, reach: Reach): string =>
  reach === "workbook" ? qualified({ ...place, address: covers }) : covers;

function Summary({ plan, reach }: { readonly plan: Plan; readonly reach: Reach }) {
  const all = plan.changes.length + plan.stays.length;
  const ready = plan.changes.filter(isSafe).length;
  if (all === 0) {
    const where = {
      cell: "The selected cell has",
      selection: "The selection has",
      sheet: "This sheet has",
      workbook: "This workbook has",
    }[reach];
    return (
      <Verdict kind="info" title={`${where} no COMPUTE function.`}>
        Nothing to convert. Cells that were turned before are under Back.
      </Verdict>
    );
  }
  return (
    <Verdict
      kind="info"
      title={`${ready === all ? counted(all, "cell") : `${ready} of ${all} cells`} can be converted.`}
    >
      Nothing has changed yet. Each old formula is kept on the sheet Twins and can be turned back, also after the
      workbook was saved and mailed.
    </Verdict>
  );
}

interface ChangeItemProps {
  readonly change: Change;
  readonly reach: Reach;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}

function ChangeItem({ change, reach, chosen, onToggle }: ChangeItemProps) {
  const { place, covers, formula, cells, form, trial, note } = change;
  const id = `turn-${keyOf(place)}`;
  const first = cells.flat().find((text) => text.startsWith("=")) ?? cells[0]![0]!;
  const count = cells.flat().filter((text) => text.startsWith("=")).length;
  return (
    <li>
      <input type="checkbox" id={id} checked={chosen} disabled={!isSafe(change)} onChange={onToggle} />
      <label for={id}>{named(place, covers, reach)}</label>
      {trial === true ? (
        <span class="tag good">same value</span>
      ) : trial === false ? (
        <span class="tag warn">differs, stays</span>
      ) : (
        <span class="tag">compared when written</span>
      )}
      <code class="was">
        <Breakable text={formula} />
      </code>
      <code class="now">
        <span>
          <Breakable text={form === "rows" ? `${count} formulas, from ${first}` : first} />
        </span>
      </code>
      {note && <p class="why">{note}</p>}
    </li>
  );
}

interface ToldProps {
  readonly outcome: Outcome | string;
  readonly busy: boolean;
  readonly undo: (done: readonly Change[]) => Promise<void>;
}

function Told({ outcome, busy, undo }: ToldProps) {
  if (typeof outcome === "string") {
    return (
      <Verdict kind="fail" title="Not everything was written.">
        {outcome} What the cells held is on the sheet Twins.
      </Verdict>
    );
  }
  const { done, differing } = outcome;
  return (
    <>
      {done.length > 0 && (
        <Verdict
          kind="pass"
          title={`${counted(done.length, "cell")} converted, all with the same values.`}
          actions={
            <button type="button" disabled={busy} onClick={() => void undo(done)}>
              Undo
            </button>
          }
        >
          The old formulas are on the sheet Twins.
        </Verdict>
      )}
      {differing.map(({ place, covers, at, before, after }) => (
        <Verdict key={keyOf(place)} kind="care" title={`${covers} was left as it was.`}>
          {at} showed {words(before)} and would have shown {words(after)}.
        </Verdict>
      ))}
    </>
  );
}

const words = (value: Value): string =>
  value === null ? "nothing" : isError(value) ? value.error : show(value, "").text;

function Back({ workbook }: { readonly workbook: Workbook }) {
  const [round, setRound] = useState(0);
  const [chosen, setChosen] = useState<ReadonlyMap<number, boolean>>(new Map());
  const [said, setSaid] = useState<{ readonly count: number; readonly differing: readonly string[] } | string>();
  const [busy, setBusy] = useState(false);
  const plan = useStep(() => planBack(workbook), [workbook, round]);
  const isChosen = ({ twin, state }: Return): boolean => chosen.get(twin.row) ?? state === "same";
  const returns = typeof plan === "object" ? plan.filter(({ state }) => state !== "back") : [];
  const wanted = returns.filter((one) => one.state !== "gone" && isChosen(one));
  const run = async () => {
    setBusy(true);
    const result = await attempt(async () => {
      await turnBack(workbook, wanted);
      return { count: wanted.length, differing: await stillDiffering(workbook, wanted) };
    });
    setSaid(result);
    setBusy(false);
    setChosen(new Map());
    setRound(round + 1);
  };
  return (
    <>
      <div role="status">
        {typeof said === "string" && (
          <Verdict kind="fail" title="Not everything was turned back.">
            {said}
          </Verdict>
        )}
        {typeof said === "object" && (
          <Verdict
            kind={said.differing.length === 0 ? "pass" : "care"}
            title={`${counted(said.count, "cell")} turned back.`}
          >
            {said.differing.length === 0
              ? "They show the same values as before."
              : `Other values than before: ${said.differing.join(", ")}.`}
          </Verdict>
        )}
      </div>
      {plan === undefined ? (
        <Ghost label="Reading the sheet Twins" />
      ) : typeof plan === "string" ? (
        <Verdict kind="care" title="The workbook cannot be read now.">
          {plan}
        </Verdict>
      ) : returns.length === 0 ? (
        <Verdict kind="info" title="No cell of this workbook is turned.">
          Once cells are converted to native formulas, they can be turned back here.
        </Verdict>
      ) : (
        <>
          <Verdict
            kind="info"
            title={`${counted(returns.filter(({ state }) => state === "same").length, "cell")} can be turned back.`}
          >
            Each gets the function it held before, with references that follow moved cells.
          </Verdict>
          <ul class="plan" aria-label="What would change">
            {returns.map((one) => (
              <ReturnItem
                key={one.twin.row}
                one={one}
                chosen={one.state !== "gone" && isChosen(one)}
                onToggle={() => setChosen(new Map(chosen).set(one.twin.row, !isChosen(one)))}
              />
            ))}
          </ul>
          <div class="actions">
            <button type="button" class="primary" disabled={busy || wanted.length === 0} onClick={() => void run()}>
              Turn back {counted(wanted.length, "cell")}
            </button>
          </div>
        </>
      )}
    </>
  );
}

const statesOf = {
  same: undefined,
  changed: "Its formulas were changed since. Turning back puts the old function in their place.",
  gone: "The cell was deleted.",
  back: undefined,
} as const;

interface ReturnItemProps {
  readonly one: Return;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}

function ReturnItem({ one, chosen, onToggle }: ReturnItemProps) {
  const { twin, state, formula } = one;
  const id = `back-${twin.row}`;
  const why = statesOf[state];
  return (
    <li>
      <input type="checkbox" id={id} checked={chosen} disabled={state === "gone"} onChange={onToggle} />
      <label for={id}>{twin.place ? qualified(twin.place) : twin.cell}</label>
      <span class={state === "same" ? "tag good" : "tag warn"}>
        {state === "same" ? "as turned" : state === "gone" ? "deleted" : "changed since"}
      </span>
      <code class="was">
        <Breakable text={twin.natives.find((text) => text.startsWith("=")) ?? ""} />
      </code>
      <code class="now">
        <span>
          <Breakable text={formula} />
        </span>
      </code>
      {why && <p class="why">{why}</p>}
    </li>
  );
}

/** Cells that show something else than before they were turned back, after the spreadsheet had time to compute. */
async function stillDiffering(workbook: Workbook, returns: readonly Return[]): Promise<string[]> {
  const places = returns.map(({ twin, before }) => ({
    sheet: twin.place!.sheet,
    address: twin.place!.address,
    before: [[before[0]![0]!]],
  }));
  let wrong: typeof places = [];
  for (const wait of [0, 100, 300, 800]) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    const blocks = await workbook.read(places);
    wrong = places.filter(({ before }, i) => !same(before, [[blocks[i]?.values[0]?.[0] ?? null]]));
    if (wrong.length === 0) break;
  }
  return wrong.map(qualified);
}

function Proof({ workbook }: { readonly workbook: Workbook }) {
  const [said, setSaid] = useState<{ readonly sheet: string; readonly plan: Plan } | string>();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    const result = await attempt(async () => {
      const plan = await planNative(workbook, await workbook.ownFormulas("workbook"), "spill");
      const written = await workbook.write(proofSheet(plan), { newSheet: "Proof" });
      return { sheet: written.place.sheet, plan };
    });
    setSaid(result);
    setBusy(false);
  };
  return (
    <>
      <p>
        A sheet that computes every COMPUTE cell of the workbook a second time by its native twin, shows both values and
        the difference, and has one check: 0 when all agree. It stays live.
      </p>
      <div class="actions">
        <button type="button" class="primary" disabled={busy} onClick={() => void run()}>
          Add proof sheet
        </button>
      </div>
      <div role="status">
        {typeof said === "string" && (
          <Verdict kind="fail" title="Nothing was written.">
            {said}
          </Verdict>
        )}
        {typeof said === "object" && (
          <Verdict kind="pass" title={`${counted(said.plan.changes.length, "cell")} on the sheet ${said.sheet}.`}>
            {said.plan.stays.length > 0 &&
              `${counted(said.plan.stays.length, "cell")} without a native form ${said.plan.stays.length === 1 ? "is" : "are"} listed below.`}
          </Verdict>
        )}
      </div>
    </>
  );
}
