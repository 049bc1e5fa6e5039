import { useEffect, useMemo, useState } from "preact/hooks";
import { usePane } from "../app";
import { qualified } from "../call";
import { useReading } from "../cell/explained";
import { Figure } from "../components/figure";
import { Block, Frame, Heading } from "../components/frame";
import { Go } from "../components/go";
import { Mark } from "../components/icon";
import { OwnCells } from "../components/own-cells";
import { Ghost } from "../components/lazy";
import { Links } from "../components/links";
import type { WhatIfTool } from "../screen";
import { holdsOurs } from "../selection";
import { useScenarios } from "../what-if/scenarios";
import { useSensitivity } from "../what-if/sensitivity";
import { useSimulate } from "../what-if/simulate";
import { useSolve } from "../what-if/solve";
import { type Subject, subjectOf } from "../what-if/subject";
import { useTornado } from "../what-if/tornado";
import type { ToolView } from "../what-if/tool";
import { whatIfLinks, whatIfTitles } from "../what-if/tools";
import type { Cell } from "../workbook";

/** A what-if tool over the call in the selected cell; without a tool, which there are. */
export function WhatIfScreen({ tool }: { readonly tool?: WhatIfTool }) {
  if (!tool) return <Overview />;
  return <ToolScreen key={tool} tool={tool} />;
}

function Overview() {
  return (
    <Frame place="Home">
      <div class="head">
        <Heading>What-if</Heading>
        <p>Each works on the function in the selected cell, where Excel’s Data Table and Goal Seek cannot.</p>
      </div>
      <Links plain items={whatIfLinks()} />
      <Block title="As functions" class="tight">
        <Links
          plain
          items={["SENSITIVITY", "TORNADO", "SOLVE", "SCENARIOS", "SIMULATE"].map((fn) => ({
            to: { name: "function", fn },
            name: fn,
            side: "Function",
          }))}
        />
      </Block>
    </Frame>
  );
}

/** The cell that was selected when the screen opened: the reader may select another one to say where the block goes. */
function useHeld(): [Cell | undefined, (cell: Cell) => void] {
  const cell = usePane((state) => state.cell);
  const [held, setHeld] = useState(cell && holdsOurs(cell) ? cell : undefined);
  useEffect(() => {
    if (!cell || !holdsOurs(cell)) return;
    if (!held || (held.sheet === cell.sheet && held.address === cell.address)) setHeld(cell);
  }, [cell]);
  return [held, setHeld];
}

function ToolScreen({ tool }: { readonly tool: WhatIfTool }) {
  const [held, hold] = useHeld();
  if (!held) return <NoSubject tool={tool} why="Select a cell with a function that gives one number." />;
  return <Held key={qualified(held)} tool={tool} held={held} hold={hold} />;
}

interface HeldProps {
  readonly tool: WhatIfTool;
  readonly held: Cell;
  readonly hold: (cell: Cell) => void;
}

function Held({ tool, held, hold }: HeldProps) {
  const reading = useReading(held);
  const found = useMemo(() => (typeof reading === "object" ? subjectOf(reading) : undefined), [reading]);
  const cell = usePane((state) => state.cell);
  const other = cell && holdsOurs(cell) && qualified(cell) !== qualified(held) ? cell : undefined;
  if (typeof reading === "string") return <NoSubject tool={tool} why={reading} other={other} hold={hold} />;
  if (!found) {
    return (
      <Frame place="What-if">
        <Heading class="hidden">{whatIfTitles[tool].title}</Heading>
        <Ghost label="Reading the cell" />
      </Frame>
    );
  }
  if ("why" in found) return <NoSubject tool={tool} why={found.why} other={other} hold={hold} />;
  return <Tool key={found.fn.name} tool={tool} subject={found} other={other} hold={hold} />;
}

const views: Readonly<Record<WhatIfTool, (subject: Subject) => ToolView>> = {
  sensitivity: useSensitivity,
  tornado: useTornado,
  solve: useSolve,
  scenarios: useScenarios,
  simulate: useSimulate,
};

interface ToolProps {
  readonly tool: WhatIfTool;
  readonly subject: Subject;
  /** Another cell that could be asked about. */
  readonly other: Cell | undefined;
  readonly hold: (cell: Cell) => void;
}

function Tool({ tool, subject, other, hold }: ToolProps) {
  // The tool stays the same while the component lives, so that its hooks do.
  const useView = views[tool];
  const view = useView(subject);
  const { title, what } = whatIfTitles[tool];
  return (
    <Frame place="What-if" dock={view.dock}>
      <div class="head">
        <Heading>{title}</Heading>
        <p>{what}</p>
        <p class="small">
          <code>{subject.fn.name}</code> in <b>{qualified(subject.place)}</b>, now{" "}
          <Figure value={subject.value} unit={subject.unit} />
        </p>
        {other && (
          <div>
            <button type="button" onClick={() => hold(other)}>
              Use {qualified(other)} instead
            </button>
          </div>
        )}
      </div>
      {view.preview}
      <form class="fields what-if" onSubmit={(event) => event.preventDefault()} aria-label={title}>
        {view.form}
      </form>
      <p class="small muted">
        Insert writes on a new sheet. To have it on this one, select an empty cell first: the screen keeps to{" "}
        {qualified(subject.place)}.
      </p>
    </Frame>
  );
}

interface NoSubjectProps {
  readonly tool: WhatIfTool;
  readonly why: string;
  readonly other?: Cell | undefined;
  readonly hold?: (cell: Cell) => void;
}

/** Nothing to ask about: why, and cells that would do. */
function NoSubject({ tool, why, other, hold }: NoSubjectProps) {
  const plain = usePane(({ workbook }) => workbook === undefined);
  return (
    <Frame place="What-if">
      <div class="still">
        <Mark />
        <Heading>{whatIfTitles[tool].title}</Heading>
        <p>{whatIfTitles[tool].what}</p>
        <p>{plain ? "In Excel it works on the function in the selected cell." : why}</p>
        <div class="actions">
          {other && hold && (
            <button type="button" class="primary" onClick={() => hold(other)}>
              Use {qualified(other)}
            </button>
          )}
          <Go to={{ name: "function", fn: tool.toUpperCase() }} class="button">
            As a function
          </Go>
        </div>
      </div>
      <OwnCells which="numbers" />
    </Frame>
  );
}
