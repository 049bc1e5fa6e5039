import { conceptOf, functions, hasLesson } from "../../concepts";
import type { Lesson, LessonValue, Values } from "../../concepts/lesson";
import { type BoardEntry, boardTitle, type Source } from "../../models/decisions/board";
import { closureOf } from "../../models/decisions/closure";
import { looksInLessonUnits, valuesOf } from "../../models/decisions/decision";
import { type ModelDecision, modelDecisions } from "../../models/decisions/model-decisions";
import { addressAt, formatAddress, parseAddress, sizeOf } from "../../formula/address";
import { parse } from "../../formula/parse";
import { walk } from "../../formula/nodes";
import { qualifiedFormula } from "../../formula/qualify";
import { qualified } from "../call";
import { type ReadArgument, type ReadCall, readMainCalls } from "../cell-reading";
import { Sight } from "../lesson/values";
import { lessonOf } from "../lessons";
import type { FormulaCell, Place, Workbook } from "../workbook";
import { decisionOfCall } from "./of-call";
import { judge, type Judged } from "./verdict";
import { plain } from "./words";

/** A decision check of the workbook, judged. */
export interface Found {
  readonly place: Place;
  readonly judged: Judged;
  readonly entry: BoardEntry;
}

/** Longer series make no board that anyone reads. */
const longestSeries = 120;
/** After so long the pane is given back, so that it never stands still. */
const slice = 40;

/** Every decision check that rests on a cell of ours, in the order of the sheets. */
export async function collect(
  workbook: Workbook,
  replaced: (slug: string) => Values,
  onProgress: (done: number, of: number) => void = () => undefined,
): Promise<Found[]> {
  const cells = await withoutBoards(workbook, await workbook.ownFormulas("workbook"));
  const read = (await readMainCalls(workbook, cells)).filter(
    ({ call: { fn } }) => functions.includes(fn) && hasLesson(conceptOf(fn)),
  );
  const slugs = [...new Set(read.map(({ call }) => conceptOf(call.fn).slug))];
  const lessons = new Map<string, Lesson>();
  // A lesson whose file is not here yet has no check to give.
  await Promise.all(
    slugs.map((slug) =>
      lessonOf(slug).then(
        (lesson) => lessons.set(slug, lesson),
        () => undefined,
      ),
    ),
  );
  const found: Found[] = [];
  const seen = new Map<string, number>();
  let since = performance.now();
  for (const [i, { cell, formula, call }] of read.entries()) {
    const lesson = lessons.get(conceptOf(call.fn).slug);
    const one = lesson && judged(lesson, cell, formula, call, replaced(lesson.slug));
    const key = one && keyOf(one);
    const before = key === undefined ? undefined : seen.get(key);
    if (one && before === undefined) {
      seen.set(key!, found.length);
      found.push(one);
    } else if (one && before !== undefined && one.entry.decision.direct && !found[before]!.entry.decision.direct) {
      // It rests rather on the cell of the function that the check computes.
      found[before] = one;
    }
    if (performance.now() - since > slice) {
      onProgress(i + 1, read.length);
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    }
  }
  return found;
}

/** The decision checks that inserted models hold, in the order of the sheets. */
export async function collectOfModels(workbook: Workbook): Promise<ModelDecision[]> {
  const sheets = await workbook.sheets();
  const blocks = await workbook.read(sheets.map(({ name }) => ({ sheet: name, address: "A:D" })));
  // What is read begins where the sheet's used part does; a model's sheets are used from A1 on.
  return blocks.flatMap((block) =>
    block && /^A1(?::|$)/.test(block.address) ? modelDecisions({ ...block, name: block.sheet }) : [],
  );
}

/** Two calls over the same cells for the same check are one decision. */
function keyOf({ entry }: Found): string {
  const { decision, sources } = entry;
  const from = decision.taken.map(({ input, leftOut, value }) => {
    const source = sources.get(input.id);
    return [input.id, leftOut || !source || source.kind === "copy" ? String(value) : JSON.stringify(source)];
  });
  return JSON.stringify([decision.lesson.slug, from]);
}

/** Boards written before hold calls of ours in their workings. */
async function withoutBoards(workbook: Workbook, cells: readonly FormulaCell[]): Promise<FormulaCell[]> {
  const sheets = [...new Set(cells.map(({ sheet }) => sheet))];
  if (sheets.length === 0) return [];
  const corners = await workbook.read(sheets.map((sheet) => ({ sheet, address: "A1" })));
  const boards = new Set(sheets.filter((_, i) => corners[i]?.values[0]?.[0] === boardTitle));
  return cells.filter(({ sheet }) => !boards.has(sheet));
}

function judged(
  lesson: Lesson,
  cell: FormulaCell,
  formula: string,
  call: ReadCall,
  replaced: Values,
): Found | undefined {
  const decision = decisionOfCall(lesson, call);
  if (!decision) return undefined;
  const open = new Set([...decision.others, ...decision.needed].map(({ id }) => id));
  for (const { input, leftOut } of decision.taken) if (leftOut) open.add(input.id);
  const typed = Object.fromEntries(Object.entries(replaced).filter(([id]) => open.has(id)));
  const inLessonUnits = looksInLessonUnits(decision);
  const result = judge(decision, inLessonUnits, typed);
  const { sight, verdict } = result;
  const now = shapesOf(lesson, valuesOf(decision, inLessonUnits, typed), decision.needed, typed);
  const lengths = [...decision.taken, ...decision.needed.map((input) => ({ input }))].map(({ input }) =>
    length(now(input.id)),
  );
  if (Math.max(0, ...lengths) > longestSeries) return undefined;
  const { conditions, fix, sentence } = result.lesson.decisionCheck;
  const entry: BoardEntry = {
    decision,
    sheet: cell.sheet,
    address: cell.address,
    typed,
    inLessonUnits,
    sources: new Map(
      decision.taken
        .filter(({ leftOut }) => !leftOut)
        .map(({ input, argument }) => [input.id, sourceOf(call.arguments[argument]!, formula, cell)]),
    ),
    now,
    sentence: plain(sentence, sight),
    fix:
      verdict.kind === "cannot" || verdict.fix === undefined
        ? undefined
        : `${result.whole ? "" : "Of what is judged: "}${plain(fix.message, sight, { fix: verdict.fix })}`,
    margins: new Map(
      conditions.flatMap(({ id, margin }) => {
        const distance = sight.number(margin);
        return distance === undefined ? [] : [[id, distance] as const];
      }),
    ),
  };
  return { place: { sheet: cell.sheet, address: cell.address }, judged: result, entry };
}

const length = (value: LessonValue | undefined): number => (Array.isArray(value) ? value.length : 0);

/** The values of the check with something in the place of every series that only the reader can give: as long as the cell's. */
function shapesOf(
  lesson: Lesson,
  values: Values,
  needed: readonly { readonly id: string; readonly value: LessonValue }[],
  typed: Values,
): (id: string) => LessonValue | undefined {
  const longest = Math.max(0, ...Object.values(values).map(length));
  const stands = needed
    .filter(({ id, value }) => typed[id] === undefined && Array.isArray(value) && longest > 0)
    .map(({ id, value }) => [id, Array.from({ length: longest }, () => (value as readonly number[])[0]!)]);
  const needs = closureOf(
    lesson,
    lesson.decisionCheck.conditions.flatMap(({ formula, margin }) => [formula, margin]),
  );
  const sight = new Sight(needs, needs, {
    ...(Object.fromEntries(stands) as Values),
    ...values,
  });
  return (id) => sight.value(id);
}

/** How an argument is written on another sheet. */
function sourceOf({ from, text }: ReadArgument, formula: string, cell: Place): Source {
  const area = from && parseAddress(from.address);
  const size = area && sizeOf(area);
  // Of whole columns only the used part was read: its elements are taken by their position.
  if (from && size && size.rows * size.columns <= longestSeries) {
    const { first, last } = area;
    const formulas: string[] = [];
    for (let row = first.row; row <= last.row; row++) {
      for (let column = first.column; column <= last.column; column++) {
        formulas.push(qualified({ sheet: from.sheet, address: formatAddress(addressAt({ row, column })) }));
      }
    }
    return { kind: "cells", formulas };
  }
  // What LET names, and the row of a table, is known only where the formula stands.
  const isLocal = [...walk(parse(formula))].some(({ node }) => node.kind === "let" || node.kind === "lambda");
  const isTable = [...walk(parse(`=${text}`))].some(({ node }) => node.kind === "table");
  if (isLocal || isTable) return { kind: "copy" };
  return { kind: "expression", formula: qualifiedFormula(`=${text}`, cell.sheet).slice(1) };
}
