import { useEffect, useState } from "preact/hooks";
import { boardOf } from "../../models/decisions/board";
import type { ModelDecision } from "../../models/decisions/model-decisions";
import { useApp, usePane } from "../app";
import { qualified } from "../call";
import { Block, Frame, Heading } from "../components/frame";
import { Go } from "../components/go";
import { Icon } from "../components/icon";
import { Insertion } from "../components/insertion";
import { Ghost } from "../components/lazy";
import { Verdict } from "../components/verdict";
import { collect, collectOfModels, type Found } from "../decisions/collect";
import { replacedIn } from "../decisions/replaced";
import { lowered } from "../decisions/words";
import { showText, unitWords } from "../format";
import type { CellPlan } from "../insertion";
import { excelFormatAs } from "../lesson/format";
import { type Place, WorkbookError, type Workbook } from "../workbook";

/** Every decision check that rests on a cell of the workbook, and the sheet that keeps them live. */
export function BoardScreen() {
  const workbook = usePane((state) => state.workbook);
  return (
    <Frame place="Workbook">
      <div class="head">
        <Heading>Decision board</Heading>
        <p>
          The decision checks of the lessons on the numbers of this workbook, and those of its models, on one sheet that
          stays live.
        </p>
      </div>
      {workbook === undefined ? (
        <Verdict kind="info" title="This needs a workbook.">
          Open the add-in in Excel, or this pane beside the embedded workbook.
        </Verdict>
      ) : workbook === "waiting" ? (
        <Ghost label="Waiting for the workbook" />
      ) : (
        <Board workbook={workbook} />
      )}
    </Frame>
  );
}

interface Decisions {
  readonly onCells: readonly Found[];
  readonly ofModels: readonly ModelDecision[];
}

/** All decisions, kept current; a text where the workbook cannot be read now. */
function useDecisions(workbook: Workbook): Decisions | string | undefined {
  const app = useApp();
  const edits = usePane((state) => state.edits);
  const [found, setFound] = useState<Decisions | string | undefined>();
  useEffect(() => {
    let wanted = true;
    // What a reader types comes in many changes.
    const timer = setTimeout(() => {
      Promise.all([collect(workbook, (slug) => replacedIn(app, slug)), collectOfModels(workbook)]).then(
        ([onCells, ofModels]) => wanted && setFound({ onCells, ofModels }),
        (error: unknown) => {
          if (!(error instanceof WorkbookError)) throw error;
          if (wanted) setFound(error.message);
        },
      );
    }, 150);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [workbook, edits]);
  return found;
}

function Board({ workbook }: { readonly workbook: Workbook }) {
  const found = useDecisions(workbook);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  if (found === undefined) return <Ghost label="Reading the workbook" />;
  if (typeof found === "string") {
    return (
      <Verdict kind="care" title="The workbook cannot be read now.">
        {found}
      </Verdict>
    );
  }
  const { onCells, ofModels } = found;
  const count = onCells.length + ofModels.length;
  if (count === 0) return <NoDecisions />;
  const chosen: Decisions = {
    onCells: onCells.filter(({ place }) => !left.has(qualified(place))),
    ofModels: ofModels.filter((one) => !left.has(qualified(placeOfModel(one)))),
  };
  const toggle = (key: string) => {
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    setLeft(next);
  };
  const fails =
    onCells.filter(({ judged }) => judged.verdict.kind === "fail").length +
    ofModels.filter(({ passes }) => !passes).length;
  return (
    <>
      <Block
        title={`${count} ${count === 1 ? "decision" : "decisions"}`}
        side={
          <span class="small muted">{fails === 0 ? "none fails" : `${fails} ${fails === 1 ? "fails" : "fail"}`}</span>
        }
        class="tight"
      >
        <ul class="decisions">
          {onCells.map((one) => {
            const key = qualified(one.place);
            return <Line key={key} found={one} chosen={!left.has(key)} onToggle={() => toggle(key)} />;
          })}
          {ofModels.map((one) => {
            const key = qualified(placeOfModel(one));
            return <ModelLine key={key} decision={one} chosen={!left.has(key)} onToggle={() => toggle(key)} />;
          })}
        </ul>
      </Block>
      <p class="small muted">
        What a cell does not give is the lesson’s and illustrative. On the sheet these are input cells: put your own
        numbers in.
      </p>
      <Insertion
        plan={chosen.onCells.length + chosen.ofModels.length > 0 ? () => planOf(chosen) : undefined}
        where="newSheet"
      />
    </>
  );
}

function planOf({ onCells, ofModels }: Decisions): CellPlan {
  const date = new Date().toISOString().slice(0, 10);
  const content = boardOf(
    onCells.map(({ entry }) => entry),
    { numberFormat: excelFormatAs, date },
    ofModels,
  );
  return { sheetName: "Decisions", layOut: () => content };
}

interface LineProps {
  readonly found: Found;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}

const words = { pass: "Passes", fail: "Fails", cannot: "Cannot be computed" } as const;

function Line({ found: { place, judged, entry }, chosen, onToggle }: LineProps) {
  const app = useApp();
  const { verdict, whole, lesson } = judged;
  const key = qualified(place);
  const conditions = verdict.kind === "cannot" ? [] : verdict.conditions;
  const told = conditions.find(({ holds }) => !holds) ?? conditions[0];
  const condition = lesson.decisionCheck.conditions.find(({ id }) => id === told?.id);
  const { open } = judged;
  const isPart = verdict.kind === "pass" && !whole;
  const isOpen = isPart && open.some(({ needs }) => needs.length > 0);
  const needs = open.flatMap((one) => one.needs.map(({ label }) => lowered(label)));
  return (
    <li>
      <label class="switch">
        <input
          type="checkbox"
          checked={chosen}
          onChange={onToggle}
          aria-label={`${entry.decision.fn.name} in ${key} on the board`}
        />
        <span class={`verdictword ${isOpen ? "cannot" : verdict.kind}`}>
          <Icon name={isOpen || verdict.kind === "cannot" ? "care" : verdict.kind} />
          <b>{isOpen ? "Needs input" : isPart ? "Holds in part" : words[verdict.kind]}</b>
        </span>
        <a
          class="ref"
          href="#cell"
          onClick={(event) => {
            event.preventDefault();
            void app.workbook?.select(place).then(() => app.go({ name: "cell" }));
          }}
        >
          {key}
        </a>
      </label>
      <p class="small">{entry.sentence}</p>
      <p class="small muted">
        {verdict.kind === "cannot"
          ? verdict.reason
          : told &&
            condition &&
            `${condition.label}: margin ${[told.margin, unitWords(condition.unit)].filter(Boolean).join(" ")}`}
        {entry.decision.others.length > 0 &&
          `, with the lesson’s ${judged.others
            .filter(({ id }) => entry.typed[id] === undefined)
            .map(({ label }) => lowered(label))
            .join(", ")}`}
        .
      </p>
      {isOpen && <p class="small muted">Needs {[...new Set(needs)].join(", ")}: a cell on the sheet takes it.</p>}
      {entry.fix !== undefined && <p class="small muted">{entry.fix}</p>}
    </li>
  );
}

/** The cell of a model's margin. */
const placeOfModel = ({ sheet, row }: ModelDecision): Place => ({ sheet, address: `C${row}` });

interface ModelLineProps {
  readonly decision: ModelDecision;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}

function ModelLine({ decision, chosen, onToggle }: ModelLineProps) {
  const app = useApp();
  const { label, passes, margin, unit } = decision;
  const key = qualified(placeOfModel(decision));
  const kind = passes ? "pass" : "fail";
  return (
    <li>
      <label class="switch">
        <input type="checkbox" checked={chosen} onChange={onToggle} aria-label={`${label} in ${key} on the board`} />
        <span class={`verdictword ${kind}`}>
          <Icon name={kind} />
          <b>{words[kind]}</b>
        </span>
        <a
          class="ref"
          href="#board"
          onClick={(event) => {
            event.preventDefault();
            void app.workbook?.select(placeOfModel(decision));
          }}
        >
          {key}
        </a>
      </label>
      <p class="small">{label}</p>
      {margin !== undefined && (
        <p class="small muted">
          Margin {showText(margin, "")} {unit}, of the model on its sheet.
        </p>
      )}
    </li>
  );
}

function NoDecisions() {
  return (
    <>
      <Verdict kind="info" title="No decision check rests on a cell of this workbook yet.">
        Checks rest on functions such as GPUHOURCOST, MINLOANCOVERAGE or RACKSNEEDED, with their arguments.
      </Verdict>
      <div class="actions">
        <Go to={{ name: "functions" }} class="button">
          Find a function
        </Go>
      </div>
    </>
  );
}
