import { useEffect, useState } from "preact/hooks";
import { replaceParts } from "../../formula/calls";
import type { FormulaNode } from "../../formula/nodes";
import { useApp, usePane } from "../app";
import { qualified } from "../call";
import type { ReadArgument, ReadCall, Reading } from "../cell-reading";
import { valueOf } from "./explanation";
import {
  asConstant,
  asTypedValue,
  type Better,
  betterValues,
  blamedCell,
  blamedValue,
  nameWithoutQuotes,
  nearestNames,
  withValue,
} from "./mend";
import { PlaceLink } from "./place-link";
import { Verdict } from "../components/verdict";
import { asSentence, type Computation, computeCells } from "../computation";
import { showText } from "../format";
import { type Place, WorkbookError } from "../workbook";

interface BrokenProps {
  readonly reading: Reading;
  readonly call: ReadCall;
  readonly computation: Extract<Computation, { kind: "problem" }>;
}

/** Which argument broke which rule, where it stands, and the button that mends it where one write does. */
export function Broken({ reading, call, computation }: BrokenProps) {
  const { problems, message, code } = computation;
  const blamed = call.arguments.filter(({ argument }) => problems[argument.name]);
  if (blamed.length === 0) {
    const noAnswer = code === "#N/A";
    const named = call.arguments.find((argument) => nearestNames(call.fn, message ?? "", argument).length > 0);
    return (
      <>
        <Verdict
          kind={noAnswer ? "care" : "fail"}
          title={noAnswer ? "No answer." : code === "#DIV/0!" ? "Divided by nothing." : "No result."}
        >
          <code>{code}</code> {asSentence(message ?? "")}
        </Verdict>
        {named && (
          <Mend
            reading={reading}
            call={call}
            argument={named}
            message={message ?? ""}
            better={nearestNames(call.fn, message ?? "", named)}
          />
        )}
      </>
    );
  }
  return (
    <>
      {blamed.map(({ argument }) => {
        const { message: wrong, remedy } = problems[argument.name]!;
        return (
          <Verdict
            key={argument.name}
            kind="fail"
            title={asSentence(wrong).replace(/^./, (letter) => letter.toLowerCase())}
          >
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
      {blamed.map((argument) => {
        const problem = problems[argument.argument.name]!;
        const { message: wrong } = problem;
        const value = blamedValue(argument.value, wrong);
        const quoted = nameWithoutQuotes(argument);
        return (
          <Mend
            key={argument.argument.name}
            reading={reading}
            call={call}
            argument={argument}
            message={wrong}
            better={
              quoted === undefined
                ? betterValues(call.fn.parameters[argument.argument.name]!, value, problem)
                : [quoted]
            }
            inFormula={quoted !== undefined}
          />
        );
      })}
    </>
  );
}

interface MendProps {
  readonly reading: Reading;
  readonly call: ReadCall;
  readonly argument: ReadArgument;
  readonly message: string;
  /** What may be written in its place. */
  readonly better: readonly Better[];
  /** Set where the formula is to be changed although it names a cell. */
  readonly inFormula?: boolean;
}

/** The way to what is wrong, and a button for each value that would do. Only what was typed is written over: never a formula. */
function Mend({ reading, call, argument: read, message, better, inFormula }: MendProps) {
  const app = useApp();
  const [failed, setFailed] = useState("");
  const { argument, from, text } = read;
  const target = from && blamedCell(from, message);
  const isTypedInRange = useTyped(inFormula || target === from ? undefined : target);
  const isTyped = !inFormula && (isTypedInRange || (read.isInput && target === from));
  const node = call.call.node.arguments[call.arguments.indexOf(read)];
  const isConstant = node && (inFormula || isConstantNode(node));
  const here = reading.cell.sheet;
  const short = (place: Place) => (place.sheet === here ? place.address : qualified(place));
  const write = async (value: Better) => {
    try {
      // Not a write: that would select the cell, and the explanation would go away from what it explains.
      if (isTyped && target) await app.workbook?.replace([{ ...target, formula: asTypedValue(value) }]);
      else if (node) {
        const formula = replaceParts(reading.formula, [{ part: node, text: asConstant(value) }]);
        const { cell } = reading;
        await app.workbook?.replace([{ sheet: cell.sheet, address: cell.spill?.anchor ?? cell.address, formula }]);
      }
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      setFailed(error.message);
    }
  };
  const can = isTyped || (isConstant && (!from || inFormula));
  if (!from && !can) return null;
  const place = target ?? from;
  const said = (value: Better) => (typeof value === "number" ? showText(value, argument.unit) : asConstant(value));
  const [first] = better;
  const wouldShow =
    first === undefined ? undefined : valueOf(computeCells(call.fn, withValue(call, argument.name, first, message)));
  return (
    <>
      <div class="actions">
        {can &&
          better.map((value, i) => (
            <button key={i} type="button" class={i === 0 ? "primary" : undefined} onClick={() => void write(value)}>
              Write {said(value)} {isTyped && target ? `into ${short(target)}` : `for ${text || argument.name}`}
            </button>
          ))}
        {place && (
          <button type="button" onClick={() => void app.workbook?.select(place)}>
            Go to {short(place)}
          </button>
        )}
      </div>
      <p class="small muted" role="status">
        {failed ||
          (can &&
            first !== undefined &&
            typeof wouldShow === "number" &&
            `With ${said(first)} the cell would show ${showText(wouldShow, call.fn.returns?.unit ?? "")}.`)}
      </p>
    </>
  );
}

/** A number, a text or a truth as it is typed into a formula: 5, -5, 85%. */
function isConstantNode(node: FormulaNode): boolean {
  if (node.kind === "unary") return isConstantNode(node.operand);
  return node.kind === "number" || node.kind === "text" || node.kind === "boolean";
}

/** Whether a cell of a range holds what was typed, not a formula. */
function useTyped(place: Place | undefined): boolean {
  const app = useApp();
  const edits = usePane((state) => state.edits);
  const [typed, setTyped] = useState<string | undefined>();
  const key = place && qualified(place);
  useEffect(() => {
    let wanted = true;
    if (!place || !app.workbook) return;
    app.workbook.read([place]).then(
      ([block]) =>
        wanted && setTyped(block?.formulas[0]?.[0] === "" && block.values[0]?.[0] !== null ? key : undefined),
      (error: unknown) => {
        if (!(error instanceof WorkbookError)) throw error;
      },
    );
    return () => {
      wanted = false;
    };
  }, [key, edits]);
  return key !== undefined && typed === key;
}
