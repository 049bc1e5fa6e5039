/** The line under the sheet: what is wrong with the selected cell, or what the argument being typed means. */
import { argumentHelp, callAt, functionHelp, type Help } from "../grid/argument-help";
import { errorWords } from "../grid/error-words";
import type { Messages } from "../grid/messages";
import type { FunctionMetadata } from "../grid/metadata";
import type { Grid } from "../office/grid";
import { drawing, element, icons } from "./dom";

/** What is said when there is nothing else to say. */
const invitation =
  "Click any number: the pane explains it. Type = to start a formula. F6 moves between the sheet and the pane.";

export interface Status {
  /** A formula is being typed; undefined when it is no longer. */
  typing(formula: string | undefined, caret?: number): void;
  /** Looks at the selected cell again. */
  refresh(): void;
  /** Something to say once, until the selection changes. */
  say(text: string): void;
}

export function statusLine(
  line: HTMLElement,
  grid: Grid,
  messages: Messages,
  functions: readonly FunctionMetadata[],
): Status {
  let typed: { formula: string; caret: number } | undefined;
  let last = "";

  function show(kind: "" | "error", help: Help): void {
    const text = `${kind}|${help.before}|${help.current}|${help.after}`;
    // Said once, not at every calculation.
    if (text === last) return;
    last = text;
    line.className = `status ${kind}`.trim();
    const words = element("span", { title: help.before + help.current + help.after }, help.before);
    if (help.current) words.append(element("b", {}, help.current));
    words.append(help.after);
    line.replaceChildren(...(kind === "error" ? [drawing(icons.close, "icon")] : []), words);
  }

  function say(text: string, kind: "" | "error" = ""): void {
    show(kind, { before: text, current: "", after: "" });
  }

  function refresh(): void {
    const call = typed && callAt(typed.formula, typed.caret);
    const help = call && argumentHelp(functions, call);
    if (help) show("", help);
    else if (typed) say(invitation);
    else sayCell();
  }

  function sayCell(): void {
    const { sheet, active } = grid.selection();
    const error = errorWords(grid, messages, sheet, active.row, active.column);
    if (error !== undefined) say(error, "error");
    else say(aboutCell(sheet, active.row, active.column) ?? invitation);
  }

  function aboutCell(sheet: string, row: number, column: number): string | undefined {
    const { note, choices } = grid.extra(sheet, row, column);
    if (note) return `Note: ${note.replaceAll(/\s+/g, " ")}`;
    if (choices) return `One of: ${choices.join(", ")}.`;
    const anchor = grid.spillParent(sheet, row, column) ?? { row, column };
    const box = { top: anchor.row, left: anchor.column, bottom: anchor.row, right: anchor.column };
    const formula = grid.read(sheet, box)[0]?.[0]?.formula ?? "";
    return functionHelp(functions, formula);
  }

  return {
    typing(formula, caret = formula?.length ?? 0) {
      typed = formula === undefined ? undefined : { formula, caret };
      refresh();
    },
    refresh,
    say,
  };
}
