import { useEffect, useState } from "preact/hooks";
import { concepts } from "../../concepts";
import { type Finding, reviewing } from "../../models/review/review";
import { rules } from "../../models/review/rules";
import { useApp, useDigits, usePane } from "../app";
import { Details } from "../components/details";
import { Breakable } from "../components/formula";
import { Block, Frame, Heading } from "../components/frame";
import { Go } from "../components/go";
import { Ghost } from "../components/lazy";
import { Verdict } from "../components/verdict";
import { formatNumber, showText } from "../format";
import { attempt } from "../native/plan";
import { put, type Put, takeBack } from "../review/put";
import { readBook } from "../review/read";
import { keepAside, setAside } from "../review/set-aside";
import { inSlices } from "../review/slices";
import type { Workbook } from "../workbook";

/** Known mistakes of the field in the reader's workbook. It warns and proposes; nothing is changed unasked. */
export function ReviewScreen() {
  const workbook = usePane((state) => state.workbook);
  return (
    <Frame place="Workbook">
      <div class="head">
        <Heading>Review this workbook</Heading>
        <p>
          Looks for {rules.length} mistakes known in this field, in cells with COMPUTE functions and the labels and
          units around them.
        </p>
      </div>
      {workbook === undefined ? (
        <Verdict kind="info" title="This needs a workbook.">
          Open the add-in in Excel, or this pane beside the embedded workbook.
        </Verdict>
      ) : workbook === "waiting" ? (
        <Ghost label="Waiting for the workbook" />
      ) : (
        <Review workbook={workbook} />
      )}
      <Block title="What is looked for" hiddenTitle>
        <Details title="What is looked for">
          <dl class="rules">
            {rules.map(({ id, title, looksFor, evidence }) => (
              <div key={id}>
                <dt>{title}</dt>
                <dd>
                  {looksFor}
                  {evidence && <span class="small muted"> {evidence}.</span>}
                </dd>
              </div>
            ))}
          </dl>
        </Details>
      </Block>
    </Frame>
  );
}

interface Reviewed {
  readonly findings: readonly Finding[];
  /** Cells that hold something. */
  readonly cells: number;
  readonly own: number;
  readonly partly: boolean;
}

/** Reviews the workbook, once more for each round. The last review stays in view until the next is there. */
function useReview(workbook: Workbook, round: number): Reviewed | string | undefined {
  const [answer, setAnswer] = useState<Reviewed | string | undefined>();
  useEffect(() => {
    let wanted = true;
    const run = async (): Promise<Reviewed | undefined> => {
      const read = await readBook(workbook, () => wanted);
      const findings = read && (await inSlices(reviewing(read.book), () => wanted));
      return findings && { findings, cells: read.book.size, own: read.own, partly: read.partly };
    };
    void attempt(run).then((result) => wanted && setAnswer(result));
    return () => {
      wanted = false;
    };
  }, [workbook, round]);
  return answer;
}

function Review({ workbook }: { readonly workbook: Workbook }) {
  const [round, setRound] = useState(0);
  const [aside, setKeys] = useState(() => setAside(workbook));
  const [done, setDone] = useState<Put | undefined>();
  const [failed, setFailed] = useState("");
  const [busy, setBusy] = useState(false);
  const reviewed = useReview(workbook, round);

  const act = async <T,>(work: () => Promise<T>, then: (result: T) => void) => {
    setBusy(true);
    setFailed("");
    const result = await attempt<{ readonly value: T }>(async () => ({ value: await work() }));
    setBusy(false);
    if (typeof result === "string") setFailed(result);
    else then(result.value);
  };
  const write = (finding: Finding) =>
    void act(
      () => put(workbook, finding),
      (written) => {
        setDone(written);
        setRound(round + 1);
      },
    );
  const undo = (written: Put) =>
    void act(
      () => takeBack(workbook, written),
      () => {
        setDone(undefined);
        setRound(round + 1);
      },
    );
  const keep = (keys: ReadonlySet<string>) =>
    void act(
      () => keepAside(workbook, keys),
      () => setKeys(keys),
    );

  if (reviewed === undefined) return <Ghost label="Reading the workbook" />;
  if (typeof reviewed === "string") {
    return (
      <Verdict
        kind="care"
        title="The workbook cannot be read now."
        actions={
          <button type="button" onClick={() => setRound(round + 1)}>
            Try again
          </button>
        }
      >
        {reviewed}
      </Verdict>
    );
  }
  const open = reviewed.findings.filter(({ key }) => !aside.has(key));
  const silent = reviewed.findings.filter(({ key }) => aside.has(key));
  const sheets = [...new Set(open.map(({ sheet }) => sheet))];
  return (
    <>
      <div role="status">
        {failed !== "" && (
          <Verdict kind="fail" title="Nothing was written.">
            {failed}
          </Verdict>
        )}
        {done && (
          <Verdict
            kind="pass"
            title={`Put into ${done.covers} of ${done.sheet}.`}
            actions={
              <button type="button" disabled={busy} onClick={() => undo(done)}>
                Undo
              </button>
            }
          />
        )}
        <Summary reviewed={reviewed} found={open.length} silent={silent.length} />
      </div>
      {sheets.map((sheet) => (
        <Block key={sheet} title={sheet} class="tight">
          <ul class="findings">
            {open
              .filter((finding) => finding.sheet === sheet)
              .map((finding) => (
                <FindingItem
                  key={`${finding.rule.id} ${finding.address}`}
                  finding={finding}
                  busy={busy}
                  onPut={() => write(finding)}
                  onAside={() => keep(new Set([...aside, finding.key]))}
                />
              ))}
          </ul>
        </Block>
      ))}
      {silent.length > 0 && (
        <Details title="Not a mistake" side={String(silent.length)}>
          <ul class="findings">
            {silent.map((finding) => (
              <li key={`${finding.rule.id} ${finding.sheet} ${finding.address}`}>
                <p>
                  <CellLink finding={finding} withSheet /> {finding.rule.title}
                </p>
                <div class="actions">
                  <button
                    type="button"
                    class="quiet"
                    disabled={busy}
                    aria-label={`Show again: ${finding.rule.title}, ${finding.covers}`}
                    onClick={() => keep(new Set([...aside].filter((key) => key !== finding.key)))}
                  >
                    Show again
                  </button>
                </div>
              </li>
            ))}
          </ul>
        </Details>
      )}
      {reviewed.own > 0 && (
        <div class="actions">
          <button type="button" disabled={busy} onClick={() => setRound(round + 1)}>
            Review again
          </button>
        </div>
      )}
    </>
  );
}

const counted = (count: number, word: string): string => `${formatNumber(count)} ${word}${count === 1 ? "" : "s"}`;

interface SummaryProps {
  readonly reviewed: Reviewed;
  readonly found: number;
  readonly silent: number;
}

function Summary({ reviewed: { cells, own, partly }, found, silent }: SummaryProps) {
  if (own === 0) {
    return (
      <Verdict kind="info" title="This workbook has no COMPUTE function.">
        There is nothing to review yet.
      </Verdict>
    );
  }
  const read = `${counted(cells, "cell")} read, ${formatNumber(own)} with COMPUTE functions.${partly ? " The workbook is large: not all of it was read." : ""}`;
  if (found === 0) {
    return (
      <Verdict kind="info" title={silent > 0 ? "Nothing else found." : "Nothing found."}>
        {read}
      </Verdict>
    );
  }
  return (
    <Verdict kind="care" title={`${counted(found, "finding")} to check.`}>
      {read} A finding is a question, not a verdict.
    </Verdict>
  );
}

function CellLink({ finding, withSheet }: { readonly finding: Finding; readonly withSheet?: boolean }) {
  const app = useApp();
  const { sheet, covers } = finding;
  return (
    <a
      class="ref"
      href="#cell"
      aria-label={`Select ${covers} on ${sheet}`}
      onClick={(event) => {
        event.preventDefault();
        void app.workbook?.select({ sheet, address: covers });
      }}
    >
      {withSheet ? `${sheet} ${covers}` : covers}
    </a>
  );
}

interface FindingItemProps {
  readonly finding: Finding;
  readonly busy: boolean;
  readonly onPut: () => void;
  readonly onAside: () => void;
}

function FindingItem({ finding, busy, onPut, onAside }: FindingItemProps) {
  const digits = useDigits();
  const { rule, words, atStake, proposal, covers, isOurs } = finding;
  const lesson = concepts.find(({ slug }) => slug === rule.lesson);
  return (
    <li>
      <h3>
        <CellLink finding={finding} /> {rule.title}
      </h3>
      <p>{words}</p>
      {atStake && (
        <p class="stake">
          <b class="nowrap">{showText(atStake.value, atStake.unit, digits)}</b>
          <span class="small muted">{atStake.what}</span>
        </p>
      )}
      <p class="small muted">
        {rule.evidence && `Limit: ${rule.evidence}. `}
        {lesson && (
          <>
            Lesson: <Go to={{ name: "lesson", slug: lesson.slug, section: "mistake" }}>{lesson.title}</Go>
          </>
        )}
      </p>
      <Proposal
        text={proposal}
        about={`${rule.title}, ${covers}`}
        cells={covers}
        ask={
          isOurs
            ? undefined
            : `${covers} holds no COMPUTE function. Put the proposed formula in place of what it holds?`
        }
        busy={busy}
        onPut={onPut}
        onAside={onAside}
      />
    </li>
  );
}

interface ProposalProps {
  /** Absent where there is no single formula. */
  readonly text: string | undefined;
  readonly about: string;
  readonly cells: string;
  /** Asked first; absent where the cell is ours. */
  readonly ask: string | undefined;
  readonly busy: boolean;
  readonly onPut: () => void;
  readonly onAside: () => void;
}

/** The proposed formula and what can be done about the finding. */
function Proposal({ text, about, cells, ask, busy, onPut, onAside }: ProposalProps) {
  const app = useApp();
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState("");
  const copy = async (formula: string) =>
    setSaid((await app.around.copy(formula)) ? "Formula copied." : `Copy it from here: ${formula}`);
  const putWords = cells.includes(":") ? "Put it into the cells" : "Put it into the cell";
  return (
    <>
      {text !== undefined && (
        <code class="now">
          <span>
            <Breakable text={text} />
          </span>
        </code>
      )}
      {asking ? (
        <Verdict
          kind="care"
          title={ask}
          actions={
            <>
              <button
                type="button"
                disabled={busy}
                onClick={() => {
                  setAsking(false);
                  onPut();
                }}
              >
                Put it in
              </button>
              <button type="button" class="quiet" onClick={() => setAsking(false)}>
                Cancel
              </button>
            </>
          }
        />
      ) : (
        <div class="actions">
          {text !== undefined && (
            <>
              <button
                type="button"
                disabled={busy}
                aria-label={`${putWords}: ${about}`}
                onClick={() => (ask === undefined ? onPut() : setAsking(true))}
              >
                {putWords}
              </button>
              <button type="button" aria-label={`Copy: ${about}`} onClick={() => void copy(text)}>
                Copy
              </button>
            </>
          )}
          <button type="button" class="quiet" disabled={busy} aria-label={`Not a mistake: ${about}`} onClick={onAside}>
            Not a mistake
          </button>
        </div>
      )}
      <p class="small" role="status">
        {said}
      </p>
    </>
  );
}
