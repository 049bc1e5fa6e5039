import { useEffect, useState } from "preact/hooks";
import { useApp, usePane } from "../app";
import { Block, Frame, Heading } from "../components/frame";
import { Go } from "../components/go";
import { type LinkItem, Links } from "../components/links";
import { Meter } from "../components/meter";
import { SearchBox } from "../components/search-box";
import { Verdict } from "../components/verdict";
import type { HomeFacts } from "../home-facts";
import { dueReviews, isDone, postpone } from "../progress";

/** The first screen: where to go, and where you were. */
export function HomeScreen() {
  const [query, setQuery] = useState("");
  const facts = useFacts();
  return (
    <Frame>
      <Heading class="hidden">Home</Heading>
      <SearchBox onQuery={setQuery} />
      {query === "" && (
        <>
          <Offline />
          <FirstHint facts={facts} />
          <Continue facts={facts} />
          <InThisWorkbook facts={facts} />
          <Sections facts={facts} />
          <ReviewDue facts={facts} />
          <nav class="block tight" aria-label="More">
            <p class="facts">
              <Go to={{ name: "settings" }}>Settings</Go>
              <Go to={{ name: "about" }}>About</Go>
            </p>
          </nav>
        </>
      )}
    </Frame>
  );
}

/** What the home screen says about the content, which is loaded after the screen is there. */
function useFacts(): HomeFacts | undefined {
  const [facts, setFacts] = useState<HomeFacts | undefined>();
  useEffect(() => {
    let wanted = true;
    void import("../home-facts")
      .then(({ homeFacts }) => homeFacts())
      .then((loaded) => wanted && setFacts(loaded))
      // Without its facts the screen is whole: only the counts are missing.
      .catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, []);
  return facts;
}

interface FactsProps {
  readonly facts: HomeFacts | undefined;
}

function Offline() {
  const online = usePane((state) => state.online);
  if (online) return null;
  return (
    <Verdict kind="info" title="Working offline.">
      Functions and your progress are on this computer, and so are the lessons you have opened. Links to sources open
      when you are back.
    </Verdict>
  );
}

function FirstHint({ facts }: FactsProps) {
  const app = useApp();
  const welcomed = usePane((state) => state.welcomed);
  if (welcomed) return null;
  const first = facts?.lessons[0];
  return (
    <Verdict
      kind="info"
      title="What AI compute costs, earns and carries."
      actions={
        <>
          {first && (
            <Go to={{ name: "lesson", slug: first.slug }} class="button">
              Open the first lesson
            </Go>
          )}
          <button type="button" class="quiet" onClick={() => app.welcome()}>
            Skip
          </button>
        </>
      }
    >
      Type =COMPUTE. in a cell to see every function. Select a cell that has one, and this pane explains it with its own
      numbers.
    </Verdict>
  );
}

function Continue({ facts }: FactsProps) {
  const progress = usePane((state) => state.progress);
  const begun = facts?.lessons.filter(({ slug }) => progress.lessons[slug]?.reached && !isDone(progress, slug)) ?? [];
  const lesson = begun.at(-1);
  const reached = lesson && progress.lessons[lesson.slug]?.reached;
  if (!lesson || !reached) return null;
  const left = Math.max(1, Math.round(lesson.minutes * (1 - reached.step / reached.of)));
  return (
    <Go to={{ name: "lesson", slug: lesson.slug, section: reached.section }} class="continue">
      <span class="small muted">
        Continue, step {reached.step} of {reached.of}
      </span>
      <span class="row">
        <b>{lesson.title}</b>
        <span class="small muted nowrap">{left} min left</span>
      </span>
      <Meter part={reached.step / reached.of} />
    </Go>
  );
}

function InThisWorkbook({ facts }: FactsProps) {
  const app = useApp();
  const workbook = usePane((state) => state.workbook);
  const edits = usePane((state) => state.edits);
  const [cells, setCells] = useState<Awaited<ReturnType<HomeFacts["ownCells"]>>>([]);
  useEffect(() => {
    let wanted = true;
    if (facts && workbook && workbook !== "waiting")
      void facts.ownCells(workbook).then((found) => wanted && setCells(found));
    return () => {
      wanted = false;
    };
  }, [facts, workbook, edits]);
  if (cells.length === 0) return null;
  return (
    <Block title="In this workbook" class="bare tight">
      <ul class="links plain">
        {cells.map(({ place, at, name, value, what }) => (
          <li key={at}>
            <a
              href="#cell"
              onClick={(event) => {
                event.preventDefault();
                void app.workbook?.select(place).then(() => app.go({ name: "cell" }));
              }}
            >
              <span class="name">
                {at} {name}
              </span>
              <span class="side">{value}</span>
              {what && <span class="what">{what}</span>}
            </a>
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Sections({ facts }: FactsProps) {
  const progress = usePane((state) => state.progress);
  const done = facts?.lessons.filter(({ slug }) => isDone(progress, slug)).length ?? 0;
  const items: LinkItem[] = [
    {
      to: { name: "lessons" },
      name: "Learn",
      side: facts && (done > 0 ? `${done} of ${facts.lessons.length} done` : `${facts.lessons.length} lessons`),
      what: "From the price of a GPU-hour to the loan on it",
    },
    {
      to: { name: "calculators" },
      name: "Calculate",
      side: facts && `${facts.calculators} tools`,
      what: "GPU-hour cost, training run, model serving",
    },
    {
      to: { name: "functions" },
      name: "Functions",
      side: facts?.functions,
      what: "Every formula, with units and an example",
    },
    {
      to: { name: "models" },
      name: "Models",
      side: facts?.models,
      what: "Whole workbooks: inputs, workings, checks and verdicts",
    },
    {
      to: { name: "what-if" },
      name: "What-if",
      what: "Grid, drivers, goal, scenarios and risk of the selected cell",
    },
    {
      to: { name: "native" },
      name: "Native formulas",
      what: "Turn COMPUTE cells into Excel’s own functions, and back",
    },
    {
      to: { name: "board" },
      name: "Decision board",
      what: "The verdict of every decision check on this workbook",
    },
    {
      to: { name: "review" },
      name: "Review this workbook",
      what: "Known mistakes of the field, with the money at stake",
    },
    { to: { name: "glossary" }, name: "Glossary", side: "A–Z", what: "One line for each word of the field" },
  ];
  return (
    <nav class="block tight" aria-label="Sections">
      <Links items={items} />
    </nav>
  );
}

const gaps: Readonly<Record<number, string>> = { 2: "two days", 7: "seven days", 21: "three weeks" };

function ReviewDue({ facts }: FactsProps) {
  const app = useApp();
  const progress = usePane((state) => state.progress);
  const reminders = usePane(({ settings }) => settings.reminders);
  const due = reminders ? dueReviews(progress, app.around.now()) : [];
  const items = due.flatMap(({ slug, days }): LinkItem[] => {
    const lesson = facts?.lessons.find((one) => one.slug === slug);
    if (!lesson) return [];
    return [
      {
        to: { name: "lesson", slug, section: "exit" },
        name: lesson.title,
        side: "1 min",
        what: `Two questions, ${gaps[days] ?? "some time"} after the lesson`,
      },
    ];
  });
  if (items.length === 0) return null;
  return (
    <Block
      title="Review due"
      class="tight"
      side={
        <button type="button" class="quiet" onClick={() => app.note((before) => postpone(before, app.around.now()))}>
          Not now
        </button>
      }
    >
      <Links plain items={items} />
    </Block>
  );
}
