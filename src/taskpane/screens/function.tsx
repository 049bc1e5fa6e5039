import { useMemo, useState } from "preact/hooks";
import { conceptOf, functionNamed, hasLesson, trackOf } from "../../concepts";
import type { FunctionDefinition } from "../../concepts/define";
import { type Refusal, refusalsOf } from "../../formula/describe";
import { drivers } from "../../formula/drivers";
import { explain } from "../../formula/explain";
import { nativeFormula, noNative } from "../../formula/native";
import { allFunctions } from "../../models/what-if";
import { useApp, usePane } from "../app";
import { argumentsOf } from "../argument";
import { callPlan, callText, signature } from "../call";
import { ArgumentFields } from "../components/argument-fields";
import { Details } from "../components/details";
import { Drivers } from "../components/drivers";
import { Result } from "../components/figure";
import { Breakable, Formula } from "../components/formula";
import { Block, Frame, Heading } from "../components/frame";
import { Go, Out } from "../components/go";
import { Insertion } from "../components/insertion";
import { Links } from "../components/links";
import { TableResult } from "../components/table-result";
import { Working } from "../components/working";
import { type Computation, compute } from "../computation";
import { entriesOf, useForm } from "../form";

/** A function's page: what it returns, and the function itself, computing as you type. */
export function FunctionScreen({ name }: { readonly name: string }) {
  const fn = functionNamed(name);
  if (!fn) return <Unknown name={name} />;
  return <Page key={fn.name} fn={fn} />;
}

function Page({ fn }: { readonly fn: FunctionDefinition }) {
  const list = useMemo(() => argumentsOf(fn), [fn]);
  const form = useForm(
    list,
    useMemo(() => entriesOf(list, fn.example), [fn]),
  );
  const computation = useMemo(() => compute(fn, form.settled), [fn, form.settled]);
  const concept = conceptOf(fn);
  return (
    <Frame
      place={`Functions · ${trackOf(concept).title}`}
      dock={<Dock fn={fn} form={form} computation={computation} />}
    >
      <div class="head">
        <Heading class="fn">{fn.name}</Heading>
        <p>
          {fn.title}: {lowerFirst(fn.summary.replace(/^Returns /, ""))}
        </p>
      </div>
      <Signature fn={fn} />
      <ArgumentFields list={list} form={form} problems={computation.kind === "problem" ? computation.problems : {}} />
      {computation.kind === "value" && <Outcome fn={fn} computation={computation} />}
      <Native fn={fn} />
      <GoodToKnow fn={fn} />
    </Frame>
  );
}

function Signature({ fn }: { readonly fn: FunctionDefinition }) {
  const { required, optional } = signature(fn);
  return (
    <code class="formula">
      <Breakable text={required} />
      {optional && (
        <span class="opt">
          <Breakable text={optional} />
        </span>
      )}
      )
    </code>
  );
}

type Computed = Extract<Computation, { kind: "value" }>;

/** What follows from the arguments: the table, the working, what moves it most. */
function Outcome({ fn, computation }: { readonly fn: FunctionDefinition; readonly computation: Computed }) {
  const { value, cells } = computation;
  const [row, setRow] = useState(1);
  const table = Array.isArray(value) ? value : undefined;
  const chosen = table && Math.min(row, table.length - 1);
  const { steps, defaults } = useMemo(() => explain(fn, cells, chosen), [fn, cells, chosen]);
  const moved = useMemo(() => (table ? [] : drivers(fn, cells)), [fn, cells]);
  return (
    <>
      {table && (
        <Block title="Result" class="tight">
          <TableResult fn={fn} table={table} chosen={row - 1} onChoose={(index) => setRow(index + 1)} />
        </Block>
      )}
      {steps.length > 0 && (
        <Block>
          <Details title="Working" side={chosen === undefined ? undefined : `row ${chosen}`} open>
            <Working steps={steps} note />
            {defaults.length > 0 && (
              <p class="small muted">
                Left out: {defaults.map(({ name, value: by }) => `${name} is ${by}`).join(", ")}.
              </p>
            )}
          </Details>
        </Block>
      )}
      {moved.length > 0 && (
        <Block title="What moves it most" class="tight">
          <Drivers drivers={moved} unit={fn.returns?.unit ?? ""} />
        </Block>
      )}
    </>
  );
}

/** The same calculation in Excel's own functions, or why there is none. */
function Native({ fn }: { readonly fn: FunctionDefinition }) {
  const app = useApp();
  const [copied, setCopied] = useState("");
  const why = noNative(fn);
  const formula = why === undefined ? nativeFormula(fn, byName(fn)) : "";
  return (
    <Block>
      <Details title="In Excel’s own functions">
        {why === undefined ? (
          <div class="block bare tight">
            <Formula text={formula} />
            <div class="actions">
              <button
                type="button"
                onClick={() =>
                  void app.around
                    .copy(formula)
                    .then((done) => setCopied(done ? "Copied." : "Select the formula to copy it."))
                }
              >
                Copy native formula
              </button>
              <span class="small" role="status">
                {copied}
              </span>
            </div>
          </div>
        ) : (
          <p>{why}</p>
        )}
      </Details>
    </Block>
  );
}

function GoodToKnow({ fn }: { readonly fn: FunctionDefinition }) {
  const concept = conceptOf(fn);
  const related = fn.related.flatMap((name) => functionNamed(name) ?? []);
  const neighbors = related.length > 0 ? related : concept.functions.filter((other) => other !== fn).slice(0, 3);
  return (
    <Block title="Good to know" class="tight">
      {fn.returns && <p>{fn.returns.description}</p>}
      {refusalsOf(fn).map((refusal) => (
        <RefusalLine key={refusal.when} refusal={refusal} />
      ))}
      <Links
        plain
        items={[
          ...(hasLesson(concept)
            ? [{ to: { name: "lesson", slug: concept.slug } as const, name: concept.title, side: "Lesson" }]
            : []),
          ...neighbors.map((other) => ({
            to: { name: "function", fn: other.name } as const,
            name: other.name,
            side: "Function",
            what: other.title,
          })),
        ]}
      />
      {fn.sources.length > 0 && (
        <Details title="Sources" side={fn.sources.length}>
          <ul class="sources small">
            {fn.sources.map((source) => (
              <li key={source}>
                <Source text={source} />
              </li>
            ))}
          </ul>
        </Details>
      )}
    </Block>
  );
}

function RefusalLine({ refusal: { when, shows } }: { readonly refusal: Refusal }) {
  const must = /^not: (.*)$/.exec(when)?.[1];
  return (
    <p>
      <code>{shows}</code> {must === undefined ? `when ${when}.` : `unless ${must}.`}
    </p>
  );
}

function Source({ text }: { readonly text: string }) {
  const [, name, address] = /^(.*?),?\s+(https?:\/\/\S+)$/.exec(text) ?? [];
  return name && address ? <Out href={address}>{name}</Out> : <>{text}</>;
}

interface DockProps {
  readonly fn: FunctionDefinition;
  readonly form: ReturnType<typeof useForm>;
  readonly computation: Computation;
}

function Dock({ fn, form, computation }: DockProps) {
  const app = useApp();
  const native = usePane(({ settings }) => settings.insertAs === "native") && noNative(fn) === undefined;
  const computed = computation.kind === "value" ? computation : undefined;
  const printed = native
    ? (references: Readonly<Record<string, string | undefined>>) => nativeFormula(fn, references)
    : undefined;
  return (
    <>
      <Docked fn={fn} computation={computation} />
      <Insertion
        plan={computed && (() => callPlan(fn, computed.cells, form.settled, computed.value, printed))}
        formula={() => callText(fn, computed?.cells ?? [], form.settled, app.workbook?.separators)}
      />
    </>
  );
}

function Docked({ fn, computation }: { readonly fn: FunctionDefinition; readonly computation: Computation }) {
  switch (computation.kind) {
    case "value": {
      const { value } = computation;
      if (!Array.isArray(value)) return <Result value={value} unit={fn.returns?.unit ?? ""} live />;
      return (
        <p class="result" role="status">
          {value.length - 1} {value.length === 2 ? "row" : "rows"}{" "}
          <span class="unit">{value[0]?.length ?? 0} columns</span>
        </p>
      );
    }
    case "missing":
      return (
        <p class="result muted" role="status">
          No result <span class="unit">give {listed(computation.names)}</span>
        </p>
      );
    case "problem": {
      const count = Object.keys(computation.problems).length;
      if (count === 0) {
        return (
          <div role="status">
            <p class="result error">{computation.code}</p>
            <p class="small">{upperFirst(computation.message ?? "")}.</p>
          </div>
        );
      }
      return (
        <p class="result muted" role="status">
          No result <span class="unit">{count === 1 ? "1 argument" : `${count} arguments`} to correct</span>
        </p>
      );
    }
  }
}

function Unknown({ name }: { readonly name: string }) {
  return (
    <Frame place="Functions">
      <div class="still">
        <Heading>No function is called {name}</Heading>
        <p>It may be spelled differently. There are {allFunctions.length} functions to look through.</p>
        <div class="actions">
          <Go to={{ name: "functions" }} class="button primary">
            Find a function
          </Go>
        </div>
      </div>
    </Frame>
  );
}

const byName = (fn: FunctionDefinition): Record<string, string> =>
  Object.fromEntries(Object.keys(fn.parameters).map((name) => [name, name]));
const lowerFirst = (text: string) => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);
const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const listed = (names: readonly string[]) =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
