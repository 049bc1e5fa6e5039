import { useState } from "preact/hooks";
import { useApp } from "../app";
import { qualified } from "../call";
import type { ReadCall, Reading } from "../cell-reading";
import { valueOf } from "./explanation";
import { PlaceLink } from "./place-link";
import { Verdict } from "../components/verdict";
import { asSentence, type Computation, computeCells } from "../computation";
import { showText } from "../format";
import { WorkbookError } from "../workbook";

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
    return (
      <Verdict
        kind={noAnswer ? "care" : "fail"}
        title={noAnswer ? "No answer." : code === "#DIV/0!" ? "Divided by nothing." : "No result."}
      >
        <code>{code}</code> {asSentence(message ?? "")}
      </Verdict>
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
      {blamed.map((argument) => (
        <Mend
          key={argument.argument.name}
          argument={argument}
          better={problems[argument.argument.name]!.better}
          call={call}
          here={reading.cell.sheet}
        />
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

function valueWith(call: ReadCall, name: string, value: number): unknown {
  const cells = call.arguments.map((one) => (one.argument.name === name ? value : one.value));
  return valueOf(computeCells(call.fn, cells));
}
