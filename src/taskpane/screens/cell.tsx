import { useEffect, useMemo, useState } from "preact/hooks";
import { conceptOf, functions } from "../../concepts";
import { exampleCells } from "../../concepts/define";
import { replaceCall } from "../../formula/calls";
import { drivers } from "../../formula/drivers";
import { explain } from "../../formula/explain";
import { nativeFormula, noNative } from "../../formula/native";
import { useApp, usePane } from "../app";
import { callPlan, qualified } from "../call";
import { agrees, type ReadCall, readCell, type Reading } from "../cell-reading";
import { Details } from "../components/details";
import { Drivers } from "../components/drivers";
import { Figure, Result } from "../components/figure";
import { Formula } from "../components/formula";
import { Block, Frame, Heading } from "../components/frame";
import { Go } from "../components/go";
import { Mark } from "../components/icon";
import { Ghost } from "../components/lazy";
import { Links } from "../components/links";
import { Means } from "../components/means";
import { Parts } from "../components/parts";
import { TableResult } from "../components/table-result";
import { Verdict } from "../components/verdict";
import { Working } from "../components/working";
import { asSentence, type Computation, computeCells } from "../computation";
import { show, showText } from "../format";
import { type OwnCell, ownCells } from "../home-facts";
import { insert } from "../insertion";
import { holdsOurs } from "../selection";
import { type Cell, type Place, type Value, WorkbookError } from "../workbook";

/** The selected cell, explained with its own numbers; it follows the selection and every change. */
export function CellScreen() {
  const cell = usePane((state) => state.cell);
  const workbook = usePane((state) => state.workbook);
  if (workbook === undefined) return <NoWorkbook />;
  if (!cell) return <NoCell />;
  return holdsOurs(cell) ? <Explained cell={cell} /> : <Nothing cell={cell} />;
}

function useReading(cell: Cell): Reading | string | undefined {
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
  const current = typeof reading === "object" && reading.cell.address === cell.address && reading.cell.sheet === cell.sheet;
  return current || typeof reading === "string" ? reading : undefined;
}

function Explained({ cell }: { readonly cell: Cell }) {
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
      {main && <Further reading={reading} main={main} />}
    </Frame>
  );
}

const isError = (value: Value): value is { readonly error: string } => typeof value === "object" && value !== null;

function Main({ reading, main }: { readonly reading: Reading; readonly main: ReadCall }) {
  const { cell, whole } = reading;
  const { fn, computation } = main;
  const unit = whole && !Array.isArray(valueOf(computation)) ? (fn.returns?.unit ?? "") : "";
  return (
    <>
      <div class="head">
        <Heading class="fn" still>
          {fn.name}
        </Heading>
        {isError(cell.value) ? <p class="result error">{cell.value.error}</p> : <Result value={cell.value} unit={unit} />}
        {whole && computation?.kind === "value" && <Means fn={fn} value={computation.value} cells={computation.cells} />}
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
    </>
  );
}

/** What is wrong, if anything: an error and its cause, a value that is not ours, something we cannot work out. */
function Judgment({ reading, main }: { readonly reading: Reading; readonly main: ReadCall }) {
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
      <Verdict kind="fail" title={`${computation.names.join(", ")} ${computation.names.length === 1 ? "is" : "are"} missing.`}>
        {fn.name} needs {computation.names.length === 1 ? "it" : "them"}.
      </Verdict>
    );
  }
  if (computation?.kind === "value" && whole) {
    const column = cell.spill?.column ?? 0;
    const ours = Array.isArray(computation.value) ? computation.value[row ?? 0]?.[column] : computation.value;
    if (!agrees(cell.value, ours)) {
      const unit = fn.returns?.unit ?? "";
      return (
        <Verdict kind="care" title={`This cell shows ${isError(cell.value) ? cell.value.error : show(cell.value, unit).text}; we compute ${show(ours, unit).text}.`}>
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

interface BrokenProps {
  readonly reading: Reading;
  readonly call: ReadCall;
  readonly computation: Extract<Computation, { kind: "problem" }>;
}

/** Which argument broke which rule, where it stands, and the button that mends it where one write does. */
function Broken({ reading, call, computation }: BrokenProps) {
  const { problems, message, code } = computation;
  const blamed = call.arguments.filter(({ argument }) => problems[argument.name]);
  if (blamed.length === 0) {
    const noAnswer = code === "#N/A";
    return (
      <Verdict kind={noAnswer ? "care" : "fail"} title={noAnswer ? "No answer." : code === "#DIV/0!" ? "Divided by nothing." : "No result."}>
        <code>{code}</code> {asSentence(message ?? "")}
      </Verdict>
    );
  }
  return (
    <>
      {blamed.map(({ argument }) => {
        const { message: wrong, remedy } = problems[argument.name]!;
        return (
          <Verdict key={argument.name} kind="fail" title={asSentence(wrong).replace(/^./, (letter) => letter.toLowerCase())}>
            {remedy}
          </Verdict>
        );
      })}
      <table>
        <caption class="hidden">Arguments to correct</caption>
        <thead>
          <tr>
            <th scope="col">Argument</th>
            <th scope="col">Cell</th>
            <th scope="col">Holds</th>
            <th scope="col">Needs</th>
          </tr>
        </thead>
        <tbody>
          {blamed.map(({ argument, from, text, value }) => (
            <tr key={argument.name}>
              <th scope="row">
                <code>{argument.name}</code>
              </th>
              <td>{from ? <PlaceLink place={from} here={reading.cell.sheet} /> : text}</td>
              <td class="bad">{Array.isArray(value) ? "range" : showText(value)}</td>
              <td>{argument.rule || argument.words.join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {blamed.map((argument) => (
        <Mend key={argument.argument.name} argument={argument} better={problems[argument.argument.name]!.better} call={call} here={reading.cell.sheet} />
      ))}
    </>
  );
}

interface MendProps {
  readonly argument: ReadCall["arguments"][number];
  readonly better: number | undefined;
  readonly call: ReadCall;
  readonly here: string;
}

function Mend({ argument: { argument, from, isInput }, better, call, here }: MendProps) {
  const app = useApp();
  const [failed, setFailed] = useState("");
  if (!from) return null;
  const short = from.sheet === here ? from.address : qualified(from);
  const write = async (value: number) => {
    try {
      // Not a write: that would select the cell, and the explanation would go away from what it explains.
      await app.workbook?.replace([{ ...from, formula: String(value) }]);
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      setFailed(error.message);
    }
  };
  const wouldShow = better === undefined ? undefined : valueWith(call, argument.name, better);
  return (
    <>
      <div class="actions">
        {better !== undefined && isInput && (
          <button type="button" class="primary" onClick={() => void write(better)}>
            Write {showText(better, argument.unit)} into {short}
          </button>
        )}
        <button type="button" onClick={() => void app.workbook?.select(from)}>
          Go to {short}
        </button>
      </div>
      <p class="small muted" role="status">
        {failed ||
          (better !== undefined &&
            typeof wouldShow === "number" &&
            `With ${showText(better, argument.unit)} the cell would show ${showText(wouldShow, call.fn.returns?.unit ?? "")}.`)}
      </p>
    </>
  );
}

interface ExplanationProps {
  readonly call: ReadCall;
  /** Of a table, the row the cell lies in. */
  readonly row: number | undefined;
  readonly titled?: boolean;
}

/** Working, parts and drivers of one call. */
function Explanation({ call, row, titled }: ExplanationProps) {
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

/** Where each argument comes from. */
function Inputs({ call }: { readonly call: ReadCall }) {
  const cell = usePane((state) => state.cell);
  const given = call.arguments.filter(({ text }) => text !== "");
  const fromCells = given.filter(({ from }) => from).length;
  const left = call.arguments.filter(({ text, argument }) => text === "" && argument.byDefault !== "");
  const parts = [
    fromCells > 0 && `${fromCells} from cells`,
    given.length > fromCells && `${given.length - fromCells} typed`,
    left.length > 0 && `${left.length} ${left.length === 1 ? "default" : "defaults"}`,
  ].filter(Boolean);
  return (
    <section class="block tight">
      <Details title="Inputs" side={parts.join(", ")}>
        <table>
          <caption class="hidden">Inputs of {call.fn.name}</caption>
          <thead>
            <tr>
              <th scope="col">Argument</th>
              <th scope="col">Cell</th>
              <th scope="col">Value</th>
            </tr>
          </thead>
          <tbody>
            {[...given, ...left].map(({ argument, text, from, value }) => (
              <tr key={argument.name}>
                <th scope="row">
                  <code>{argument.name}</code>
                </th>
                <td>
                  {from ? <PlaceLink place={from} here={cell?.sheet ?? ""} /> : text ? <code>{short(text)}</code> : <span class="muted">default</span>}
                </td>
                <td>{text === "" ? argument.byDefault : Array.isArray(value) ? `${value.flat().length} cells` : <Figure value={value} unit={argument.unit} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Details>
    </section>
  );
}

/** Calls inside the formula, each opened on its own. */
function Inner({ calls, whole }: { readonly calls: readonly ReadCall[]; readonly whole: boolean }) {
  return (
    <Block title={whole ? "Inside its arguments" : "Also in this formula"} class="tight">
      {calls.map((call, i) => (
        <Details
          key={i}
          title={call.fn.name}
          side={call.computation?.kind === "value" && !Array.isArray(call.computation.value) ? showText(call.computation.value, call.fn.returns?.unit ?? "") : undefined}
        >
          <div class="inner">
            <Formula text={call.text} />
            {call.computation?.kind === "value" && <Explanation call={call} row={undefined} />}
            {call.unknown !== undefined && <p class="small muted">{call.unknown}</p>}
            {call.computation?.kind === "problem" && <p class="bad">{asSentence(Object.values(call.computation.problems)[0]?.message ?? call.computation.message ?? "")}</p>}
          </div>
        </Details>
      ))}
    </Block>
  );
}

function Further({ reading, main }: { readonly reading: Reading; readonly main: ReadCall }) {
  const app = useApp();
  const [said, setSaid] = useState("");
  const { fn } = main;
  const concept = conceptOf(fn);
  const why = noNative(fn);
  const native = why === undefined ? nativeOf(reading, main) : undefined;
  const copy = (text: string, done: string) => void app.around.copy(text).then((copied) => setSaid(copied ? done : `Copy it from here: ${text}`));
  return (
    <Block title="Actions" hiddenTitle>
      <Details title="In Excel’s own functions">
        {native === undefined ? (
          <p>{why}</p>
        ) : (
          <div class="inner">
            <Formula text={native} />
            <div class="actions">
              <button type="button" onClick={() => copy(native, "Native formula copied.")}>
                Copy native formula
              </button>
            </div>
          </div>
        )}
      </Details>
      <div class="actions">
        <button type="button" onClick={() => copy(reading.formula, "Formula copied.")}>
          Copy formula
        </button>
      </div>
      <p class="small" role="status">
        {said}
      </p>
      <Links
        plain
        items={[
          { to: { name: "lesson", slug: concept.slug }, name: concept.title, side: "Lesson" },
          { to: { name: "lesson", slug: concept.slug, section: "check" }, name: "Decision check on your numbers", side: "Lesson" },
          { to: { name: "function", fn: fn.name }, name: fn.name, side: "Function", what: fn.title },
        ]}
      />
    </Block>
  );
}

/** The formula with its first call in Excel's own functions, over the call's own references. */
function nativeOf({ formula }: Reading, { fn, call, arguments: given }: ReadCall): string {
  const references = Object.fromEntries(given.map(({ argument, text }) => [argument.name, text === "" ? undefined : text]));
  return replaceCall(formula, call.node, nativeFormula(fn, references).replace(/^=/, ""));
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

function Nothing({ cell }: { readonly cell: Cell }) {
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

function NoCell() {
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

function NoWorkbook() {
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

function PlaceLink({ place, here }: { readonly place: Place; readonly here: string }) {
  const app = useApp();
  return (
    <a
      class="ref"
      href="#cell"
      onClick={(event) => {
        event.preventDefault();
        void app.workbook?.select(place);
      }}
    >
      {place.sheet === here ? place.address : qualified(place)}
    </a>
  );
}

function valueOf(computation: Computation | undefined) {
  return computation?.kind === "value" ? computation.value : undefined;
}

function valueWith(call: ReadCall, name: string, value: number): unknown {
  const cells = call.arguments.map((one) => (one.argument.name === name ? value : one.value));
  return valueOf(computeCells(call.fn, cells));
}

const short = (text: string) => (text.length > 18 ? `${text.slice(0, 17)}…` : text);
