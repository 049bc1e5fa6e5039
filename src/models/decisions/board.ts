import type {
  Format,
  LessonComputation,
  LessonCondition,
  LessonInput,
  LessonValue,
  Values,
} from "../../concepts/lesson";
import { columnLetters, quoteSheet } from "../../formula/address";
import { substitute } from "../../formula/calls";
import type { CellContent, Content } from "../content";
import { closureOf } from "./closure";
import { conditionsOf, type Decision, type Taken } from "./decision";
import { type ModelDecision, modelLine } from "./model-decisions";

/** A decision as the board lists it: the check, where its numbers come from, and what it says now. */
export interface BoardEntry {
  readonly decision: Decision;
  /** The cell of the call. */
  readonly sheet: string;
  readonly address: string;
  /** What the reader typed in the place of the lesson's values. */
  readonly typed: Values;
  readonly inLessonUnits: boolean;
  /** How an input that the cell gives is written on another sheet. */
  readonly sources: ReadonlyMap<string, Source>;
  /** A value of the check as it is now: tells how long a series is. */
  readonly now: (id: string) => LessonValue | undefined;
  /** The check's question, in plain words. */
  readonly sentence: string;
  /** What would fix it now, in plain words; absent where it passes or nothing does. */
  readonly fix?: string | undefined;
  /** By condition: its margin now. */
  readonly margins: ReadonlyMap<string, number>;
}

/** Where an argument's value comes from, as formulas without an equals sign. */
export type Source =
  /** One cell for each element. */
  | { readonly kind: "cells"; readonly formulas: readonly string[] }
  /** An expression, of which each element is one. */
  | { readonly kind: "expression"; readonly formula: string }
  /** What cannot be written on another sheet: its value is copied. */
  | { readonly kind: "copy" };

export interface BoardOptions {
  /** Excel's code for a lesson's format. */
  readonly numberFormat: (format: Format) => string;
  /** When the board is written, for people. */
  readonly date: string;
}

/** What stands in A1 of a board, so that a later board does not take its workings for decisions. */
export const boardTitle = "Decision board";

const columns = { label: 0, unit: 1, source: 2, first: 3 };
const headings = ["Decision", "Verdict", "Cell", "It shows", "Margin", "Unit", "First breach", "What would fix it"];
const top = 5;

/**
 * A sheet of all decisions: a line for each, those of models after those on cells, and below the cells that keep
 * those on cells live.
 */
export function boardOf(
  entries: readonly BoardEntry[],
  options: BoardOptions,
  ofModels: readonly ModelDecision[] = [],
): Content {
  const rows: (CellContent | null)[][] = [
    [{ value: boardTitle, style: "title" }],
    [
      {
        value: `Each line is the decision check of a lesson on a cell of this workbook, or one of a model in it, written ${options.date}. Inputs from a lesson are illustrative: replace them below by your own.`,
        style: "note",
      },
    ],
    [
      {
        value:
          "Verdicts and margins are live. After rows or periods are added to a series, write the board again. It is not advice.",
        style: "note",
      },
    ],
    [],
    headings.map((value): CellContent => ({ value, style: "heading" })),
  ];
  let from = top + entries.length + ofModels.length + 1;
  const blocks = entries.map((entry, i) => {
    const block = new DecisionBlock(entry, i + 1, from, options);
    from += block.rows.length + 1;
    return block;
  });
  for (const block of blocks) rows.push(block.line());
  for (const decision of ofModels) rows.push(modelLine(decision));
  for (const block of blocks) rows.push([], ...block.rows);
  const longest = Math.max(
    40,
    ...entries.map(({ sentence }) => sentence.length),
    ...ofModels.map(({ label }) => label.length),
  );
  return { rows, columnWidths: [Math.min(110, longest), 17, 30, 14, 14, 14, 24, 14], frozenRows: top };
}

/** Where an id's value stands: a row, and how many elements from the first value column on. */
interface Spot {
  readonly row: number;
  readonly count: number | undefined;
}

class DecisionBlock {
  readonly rows: (CellContent | null)[][] = [];
  private readonly spots = new Map<string, Spot>();
  private readonly conditions: readonly LessonCondition[];
  private readonly unrelated: readonly LessonCondition[];
  /** Rows of the conditions, counted from 1. */
  private tests = { first: 0, last: 0 };
  private positions: number | undefined;

  constructor(
    private readonly entry: BoardEntry,
    private readonly number: number,
    /** The row above the block, counted from 0. */
    private readonly above: number,
    private readonly options: BoardOptions,
  ) {
    const { judged, open } = conditionsOf(entry.decision, entry.typed);
    const needing = open.filter(({ needs }) => needs.length > 0).map(({ condition }) => condition);
    const all = entry.decision.lesson.decisionCheck.conditions;
    this.conditions = all.filter((one) => judged.includes(one) || needing.includes(one));
    this.unrelated = all.filter((one) => !this.conditions.includes(one));
    this.write();
  }

  /** The decision in one line. */
  line(): (CellContent | null)[] {
    const { entry, options } = this;
    const { first, last } = this.tests;
    const [states, margins, units, labels, written] = [
      columns.source,
      columns.first,
      columns.unit,
      columns.label,
      5,
    ].map((column) => `${columnLetters(column + 1)}${first}:${columnLetters(column + 1)}${last}`);
    const has = (state: string) => `COUNTIF(${states},"${state}")>0`;
    const at = `IFERROR(MATCH("fails",${states},0),IFERROR(MATCH("cannot",${states},0),IFERROR(MATCH("needs input",${states},0),1)))`;
    const holds = this.unrelated.length > 0 ? "✓ Holds in part" : "✓ Passes";
    const row = top + this.number;
    const [verdict, margin] = [`B${row}`, `E${row}`];
    const formats = new Set(this.conditions.map(({ format }) => format));
    const cell = `${quoteSheet(entry.sheet)}!${entry.address}`;
    const fix = entry.fix?.replaceAll('"', '""');
    return [
      { value: entry.sentence, style: "label" },
      {
        formula: `=IF(${has("cannot")},"⚠ Cannot be computed",IF(${has("fails")},"✕ Fails",IF(${has("needs input")},"○ Needs input","${holds}")))`,
        style: "check",
      },
      {
        // Follows the cell when it is moved.
        formula: `="${entry.sheet.replaceAll('"', '""')}!"&ADDRESS(ROW(${cell}),COLUMN(${cell}),4)`,
        style: "link",
      },
      { formula: `=${cell}`, style: "link", numberFormat: "General" },
      {
        formula: `=IFERROR(INDEX(${margins},${at}),"")`,
        style: "calculation",
        numberFormat: formats.size === 1 ? options.numberFormat(this.conditions[0]!.format) : "#,##0.0000",
      },
      { formula: `=INDEX(${units},${at})&""`, style: "unit" },
      {
        formula: `=IF(COUNTIF(${states},"fails")=0,"none",INDEX(${labels},MATCH("fails",${states},0)))`,
        style: "calculation",
      },
      {
        // The words hold for the numbers they were found on: any other margin takes them away.
        formula: `=IF(LEFT(${verdict},1)<>"✕","",IF(ABS(${margin}-INDEX(${written},${at}))*1000*1000*1000<=ABS(${margin}),"${fix ?? "Select the cell: its lesson shows what moves it."}","Numbers changed since: select the cell and read its decision check."))`,
        style: "note",
      },
    ];
  }

  private write(): void {
    const { entry, conditions } = this;
    const { lesson } = entry.decision;
    const formulas = conditions.flatMap(({ formula, margin }) => [formula, margin]);
    const { inputs, steps, values } = closureOf(lesson, formulas);
    this.rows.push(
      [{ value: `${this.number}. ${entry.sentence}`, style: "heading" }],
      [{ value: `Lesson “${lesson.title}”, function ${entry.decision.fn.name}.`, style: "note" }],
    );
    const longest = Math.max(
      0,
      ...[...inputs, ...steps, ...values].map(({ id }) => listOf(entry.now(id))?.length ?? 0),
    );
    if (longest > 0) this.writePositions(longest);
    for (const input of inputs) this.writeInput(input);
    const labels = new Map(steps.map(({ id, label }) => [id, label]));
    const units = new Map(steps.map(({ id, unit }) => [id, unit]));
    for (const part of [...steps, ...values]) {
      this.writeComputation(part, labels.get(part.id) ?? inWords(part.id), units.get(part.id) ?? "");
    }
    this.rows.push(
      ["Test", "Unit", "State", "Margin", "Holds", "Margin when written"].map((value): CellContent => ({
        value,
        style: "heading",
      })),
    );
    const first = this.nextRow;
    for (const condition of conditions) this.writeCondition(condition);
    this.tests = { first, last: this.nextRow - 1 };
    for (const { label } of this.unrelated) {
      this.rows.push([{ value: `Not judged: ${label}, which does not rest on this cell.`, style: "note" }]);
    }
  }

  /** The row that is written next, counted from 1. */
  private get nextRow(): number {
    return this.above + this.rows.length + 1;
  }

  private writePositions(count: number): void {
    const row = this.nextRow;
    this.positions = row;
    const cells = Array.from({ length: count }, (_, i): CellContent => {
      if (i === 0) return { value: 1, style: "calculation", numberFormat: "0" };
      return { formula: `=${cellAt(i - 1, row)}+1`, style: "calculation", numberFormat: "0" };
    });
    this.rows.push([{ value: "Position in a series", style: "label" }, null, null, ...cells]);
  }

  private writeInput(input: LessonInput): void {
    const { entry, options } = this;
    const { taken, needed, fn } = entry.decision;
    const row = this.nextRow;
    const value = entry.typed[input.id];
    const own = taken.find(({ input: { id } }) => id === input.id);
    const blank = value === undefined && needed.some(({ id }) => id === input.id);
    const list = listOf(entry.now(input.id));
    this.spots.set(input.id, { row, count: list?.length });
    const format = { numberFormat: options.numberFormat(input.format) };
    const plain = (one: unknown): CellContent => ({
      ...(blank ? {} : { value: one as number }),
      style: "input",
      ...format,
    });
    const typedCells = (given: LessonValue) => (listOf(given) ?? [given]).map(plain);
    const cells =
      value !== undefined
        ? typedCells(value)
        : own && !own.leftOut
          ? this.linked(own, format)
          : own
            ? typedCells(own.value)
            : blank
              ? Array.from({ length: list?.length ?? 1 }, () => plain(undefined))
              : typedCells(input.value);
    const source =
      value !== undefined
        ? "yours"
        : own && !own.leftOut
          ? `${fn.name} ${own.parameter}`
          : own
            ? `left out: default of ${own.parameter}`
            : blank
              ? "needed: type it here"
              : "illustrative, from the lesson";
    this.rows.push([
      { value: input.label, style: "label" },
      input.unit ? { value: input.unit, style: "unit" } : null,
      { value: source, style: "note" },
      ...cells,
    ]);
  }

  /** The cells that show what the call's argument is, in the lesson's units. */
  private linked(own: Taken, format: { readonly numberFormat: string }): CellContent[] {
    const { inLessonUnits, sources } = this.entry;
    const source = sources.get(own.input.id) ?? { kind: "copy" };
    const scale = inLessonUnits ? "" : "/1000".repeat(Math.round(Math.log10(own.scale) / 3));
    const values = listOf(own.value) ?? [own.value];
    return values.map((value, i): CellContent => {
      if (source.kind === "copy") {
        const scaled = typeof value === "number" && !inLessonUnits ? value / own.scale : value;
        return { value: scaled as number, style: "input", ...format };
      }
      const isList = listOf(own.value) !== undefined;
      const formula =
        source.kind === "cells"
          ? source.formulas[i]!
          : isList
            ? `INDEX(${source.formula},${cellAt(i, this.positions!)})`
            : source.formula;
      const isPlain = source.kind === "cells" && scale === "";
      const whole = scale !== "" && source.kind === "expression" && !isList ? `(${formula})` : formula;
      return { formula: `=${whole}${scale}`, style: isPlain ? "link" : "calculation", ...format };
    });
  }

  private writeComputation({ id, formula, each, format }: LessonComputation, label: string, unit: string): void {
    const { entry, options } = this;
    const row = this.nextRow;
    const list = listOf(entry.now(id));
    const cells = Array.from({ length: list?.length ?? 1 }, (_, i): CellContent => {
      const written = this.written(formula, each && list ? { ids: each, i } : undefined);
      return {
        formula: this.whereGiven([id], list && !each ? `INDEX(${written},${cellAt(i, this.positions!)})` : written),
        style: "calculation",
        numberFormat: options.numberFormat(format),
      };
    });
    this.spots.set(id, { row, count: list?.length });
    this.rows.push([{ value: label, style: "label" }, unit ? { value: unit, style: "unit" } : null, null, ...cells]);
  }

  private writeCondition({ id, label, unit, formula, margin, format }: LessonCondition): void {
    const { entry, options } = this;
    const row = this.nextRow;
    const blanks = this.blanksIn([formula, margin]);
    const judged = `IF(ISERROR(E${row}),"cannot",IF(E${row},"holds","fails"))`;
    const numberFormat = options.numberFormat(format);
    const before = entry.margins.get(id);
    this.rows.push([
      { value: label, style: "label" },
      unit ? { value: unit, style: "unit" } : null,
      {
        formula: blanks === undefined ? `=${judged}` : `=IF(${blanks}>0,"needs input",${judged})`,
        style: "check",
      },
      { formula: this.whereGiven([formula, margin], this.written(margin)), style: "calculation", numberFormat },
      { formula: this.whereGiven([formula, margin], this.written(formula)), style: "check" },
      before === undefined ? null : { value: before, style: "calculation", numberFormat },
    ]);
  }

  /** How many cells that only the reader can fill are still blank, of those that formulas rest on. */
  private blanksIn(formulas: readonly string[]): string | undefined {
    const { needed, lesson } = this.entry.decision;
    const open = closureOf(lesson, formulas).inputs.filter(
      ({ id }) => needed.some((one) => one.id === id) && this.entry.typed[id] === undefined,
    );
    return open.length > 0 ? open.map(({ id }) => `COUNTBLANK(${this.addressOf(id)})`).join("+") : undefined;
  }

  /** A formula that shows nothing, and no error, until all it rests on is there. */
  private whereGiven(formulas: readonly string[], written: string): string {
    const blanks = this.blanksIn(formulas);
    return blanks === undefined ? `=${written}` : `=IF(${blanks}>0,"",${written})`;
  }

  private written(formula: string, element?: { readonly ids: readonly string[]; readonly i: number }): string {
    const addresses = [...this.spots].map(([id, { row, count }]) => [
      id,
      element?.ids.includes(id) && count !== undefined ? cellAt(element.i, row) : this.addressOf(id),
    ]);
    return substitute(formula, Object.fromEntries(addresses) as Record<string, string>);
  }

  private addressOf(id: string): string {
    const { row, count = 1 } = this.spots.get(id)!;
    const [first, last] = [0, count - 1].map((i) => `$${cellAt(i, row)}`);
    return count === 1 ? first! : `${first}:${last}`;
  }
}

const cellAt = (element: number, row: number): string => `${columnLetters(columns.first + 1 + element)}${row}`;

const listOf = (value: LessonValue | undefined): readonly LessonValue[] | undefined =>
  Array.isArray(value) ? (value as readonly LessonValue[]) : undefined;

/** An id as a label: stressedWorst reads "Stressed worst". */
const inWords = (id: string): string => {
  const words = id.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
};
