import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Model } from "../../models/model";
import { models } from "../../models/templates";
import { useApp, usePane } from "../app";
import { Chips } from "../components/chips";
import { Details } from "../components/details";
import { Figure } from "../components/figure";
import { Block, Frame, Heading } from "../components/frame";
import { Links } from "../components/links";
import { Verdict } from "../components/verdict";
import contents from "../contents.data";
import { showText } from "../format";
import { ChartTable, Plot } from "../lesson/chart";
import { figuresOf, type ModelFigures } from "../models/figures";
import { insertModel, type ModelOutcome, takeModelBack } from "../models/insert-model";

/** What a model is for, what it comes to, and how to get it. */
export function ModelScreen({ id }: { readonly id: string }) {
  const model = models.find((one) => one.id === id);
  if (!model)
    return (
      <Frame place="Models">
        <Heading>No such model</Heading>
        <p>There is no model called {id}.</p>
      </Frame>
    );
  return <ModelPage model={model} />;
}

function ModelPage({ model }: { readonly model: Model }) {
  const figures = useMemo(() => figuresOf(model), [model]);
  return (
    <Frame place="Models" dock={<InsertModel model={model} />}>
      <div class="head">
        <Heading>{model.title}</Heading>
        {model.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <Choices />
      <Block title={model.chart.title} id="chart">
        <p>{model.chart.point}</p>
        <figure class="chart">
          <Plot chart={figures.chart} data={figures.data} />
          <Details title="Show as table">
            <ChartTable chart={figures.chart} data={figures.data} />
          </Details>
        </figure>
      </Block>
      <KeyResults figures={figures} />
      <Decisions figures={figures} period={model.axis.unit} />
      <Block title="Lessons">
        <Links
          plain
          items={model.lessons.map((slug) => ({
            to: { name: "lesson", slug },
            name: contents.concepts.find((concept) => concept.slug === slug)?.title ?? slug,
          }))}
        />
      </Block>
    </Frame>
  );
}

function KeyResults({ figures: { key, checks } }: { readonly figures: ModelFigures }) {
  return (
    <Block title="With its own inputs">
      <dl class="results">
        {key.map(({ label, value, unit }) => (
          <div class="row" key={label}>
            <dt>{label}</dt>
            <dd>
              <Figure value={value} unit={unit} digits={4} />
            </dd>
          </div>
        ))}
      </dl>
      <p class="small muted">
        {checks.failed === 0
          ? `All ${checks.of} checks hold: the master check is 0.`
          : `${checks.failed} of ${checks.of} checks fail.`}
      </p>
    </Block>
  );
}

function Decisions({ figures, period }: { readonly figures: ModelFigures; readonly period: string }) {
  return (
    <Block title="What it decides">
      {figures.decisions.map(({ id, question, passes, margin, unit, breach, fix }) => (
        <Verdict
          key={id}
          kind={passes ? "pass" : "fail"}
          title={question}
          fix={`${fix.label}: ${showText(fix.value, fix.unit, 4)}`}
        >
          {passes
            ? `Yes, with a margin of ${showText(margin, unit, 4)}.`
            : `No, short by ${showText(short(margin), unit, 4)}${breach === undefined ? "" : `, first in ${period} ${breach}`}.`}
        </Verdict>
      ))}
    </Block>
  );
}

const short = (margin: unknown): unknown => (typeof margin === "number" ? -margin : margin);

/** How the sheets are written. */
function Choices() {
  const app = useApp();
  const workbook = usePane((state) => state.workbook);
  const style = usePane(({ settings }) => settings.modelStyle);
  const names = usePane(({ settings }) => settings.modelNames);
  if (workbook === undefined) return null;
  return (
    <Block title="How it is written" id="how">
      <Chips
        legend="Formulas"
        name="model-style"
        options={[
          { value: "dynamic", label: "COMPUTE functions" },
          { value: "classic", label: "Classic rows" },
        ]}
        value={style}
        onChoose={(modelStyle) => app.change({ modelStyle })}
      />
      <label class="switch">
        <input
          type="checkbox"
          checked={names}
          onChange={(event) => app.change({ modelNames: event.currentTarget.checked })}
        />
        <span>Name the inputs</span>
      </label>
    </Block>
  );
}

/** The way to the sheets, and what came of inserting. */
function InsertModel({ model }: { readonly model: Model }) {
  const app = useApp();
  const workbook = usePane((state) => state.workbook);
  const style = usePane(({ settings }) => settings.modelStyle);
  const [outcome, setOutcome] = useState<ModelOutcome | undefined>();
  const [busy, setBusy] = useState(false);
  const shown = useRef(true);
  useEffect(
    () => () => {
      shown.current = false;
    },
    [],
  );
  const run = async (action: () => Promise<ModelOutcome>) => {
    setBusy(true);
    const result = await action();
    if (!shown.current) return;
    setBusy(false);
    setOutcome(result);
  };
  const file = `templates/${model.id}.xlsx`;
  if (workbook === undefined)
    return (
      <section class="get" aria-label="Get the model">
        <div class="actions">
          <a class="button primary" href={file} download={`${model.id}.xlsx`}>
            Download .xlsx
          </a>
        </div>
      </section>
    );
  return (
    <section class="get" aria-label="Get the model">
      <div class="outcome" role="status">
        {outcome && <Told outcome={outcome} back={(receipts) => void run(() => takeModelBack(app, receipts))} />}
      </div>
      <div class="actions">
        <button
          type="button"
          class="primary"
          disabled={busy || workbook === "waiting"}
          onClick={() => void run(() => insertModel(app, model, style))}
        >
          Insert on new sheets
        </button>
      </div>
    </section>
  );
}

interface ToldProps {
  readonly outcome: ModelOutcome;
  readonly back: (receipts: Extract<ModelOutcome, { kind: "written" }>["receipts"]) => void;
}

function Told({ outcome, back }: ToldProps) {
  switch (outcome.kind) {
    case "written":
      return (
        <Verdict
          kind="pass"
          title={`Inserted on ${outcome.sheets.length} new sheets.`}
          actions={
            <button type="button" onClick={() => back(outcome.receipts)}>
              Take back
            </button>
          }
        />
      );
    case "failed":
      return (
        <Verdict kind="fail" title="Nothing was written.">
          {outcome.message}
        </Verdict>
      );
    case "takenBack":
      return <p class="small">Taken back. The workbook is as it was.</p>;
  }
}
