import { LocaleType, LogLevel, Univer } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverDocsPlugin } from "@univerjs/docs";
import { FormulaDataModel, UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { CalculationMode, UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import "@univerjs/sheets/facade";
import "@univerjs/engine-formula/facade";
import "@univerjs/sheets-formula/facade";

export type Content = number | string | boolean;

/** Reads a calculated cell, spilled ones included; row and column count from 0. */
export type Read = (row: number, column: number) => Content | undefined;

/** What cells hold, by row and column. */
export type Cells = ReadonlyMap<number, ReadonlyMap<number, Content>>;

/** The parts of the engine's sheet that are read. */
interface SheetFacade {
  getSheet(): { getCellMatrix(): { getValue(r: number, c: number): { v?: unknown; t?: number } | undefined } };
}

/** An independent spreadsheet engine without a window: gives it cells (text that begins with = is a formula), takes the results. */
export class Engine {
  private readonly univer = new Univer({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: {} },
    logLevel: LogLevel.SILENT,
  });
  private readonly api;
  private opened = 0;

  constructor() {
    this.univer.registerPlugin(UniverDocsPlugin);
    this.univer.registerPlugin(UniverFormulaEnginePlugin);
    this.univer.registerPlugin(UniverSheetsPlugin);
    this.univer.registerPlugin(UniverSheetsFormulaPlugin, { initialFormulaComputing: CalculationMode.FORCED });
    this.api = FUniver.newAPI(this.univer);
  }

  /** Ends the engine with its workbooks, which would be calculated again with every new one. */
  close(): void {
    this.univer.dispose();
  }

  /** Several sheets that refer to each other; what a cell comes to, by sheet. Formulas that spill are not read. */
  async calculateBook(
    sheets: ReadonlyMap<string, Cells>,
  ): Promise<(sheet: string, row: number, column: number) => Content | undefined> {
    const names = [...sheets.keys()];
    const book = this.api.createWorkbook({
      id: `book${++this.opened}`,
      sheetOrder: names.map((_, i) => `s${i}`),
      sheets: Object.fromEntries(
        names.map((name, i) => [
          `s${i}`,
          { id: `s${i}`, name, rowCount: 200, columnCount: 200, cellData: asCellData(sheets.get(name)!) },
        ]),
      ),
    } as never);
    await this.api.getFormula().onCalculationResultApplied(300_000);
    const matrices = new Map(
      names.map((name) => [name, (book.getSheetByName(name) as unknown as SheetFacade).getSheet().getCellMatrix()]),
    );
    return (sheet, row, column) => content(matrices.get(sheet)!.getValue(row, column));
  }

  async calculate(cells: Cells, rowCount: number, columnCount: number): Promise<Read> {
    const cellData = asCellData(cells);
    const id = `book${++this.opened}`;
    const book = this.api.createWorkbook({
      id,
      sheetOrder: ["s"],
      sheets: { s: { id: "s", name: "Sheet1", rowCount, columnCount, cellData } },
    } as never);
    await this.api.getFormula().onCalculationResultApplied(300_000);
    const matrix = (book.getActiveSheet() as unknown as SheetFacade).getSheet().getCellMatrix();
    const model = (this.univer as unknown as { __getInjector(): { get(of: unknown): FormulaDataModel } })
      .__getInjector()
      .get(FormulaDataModel);
    const spilled = (model.getArrayFormulaCellData()?.[id]?.["s"] ?? {}) as unknown as Record<
      number,
      Record<number, { v?: unknown; t?: number }> | undefined
    >;
    const results = new Map<string, Content | undefined>();
    return (row, column) => {
      const key = `${row},${column}`;
      if (!results.has(key)) results.set(key, content(spilled[row]?.[column] ?? matrix.getValue(row, column)));
      return results.get(key);
    };
  }
}

function asCellData(cells: Cells): Record<number, Record<number, object>> {
  const data: Record<number, Record<number, object>> = {};
  for (const [row, columns] of cells)
    data[row] = Object.fromEntries([...columns].map(([column, one]) => [column, asCell(one)]));
  return data;
}

const asCell = (content: Content): object => {
  if (typeof content === "boolean") return { v: content ? 1 : 0, t: 3 };
  return typeof content === "string" && content.startsWith("=")
    ? { f: commaMended(mended(aliasMended(errorsMended(content)))) }
    : { v: content };
};

const content = (cell: { v?: unknown; t?: number } | undefined): Content | undefined => {
  if (cell?.v === undefined || cell.v === null) return undefined;
  return cell.t === 3 ? cell.v === 1 || cell.v === true : (cell.v as Content);
};

/** What the engine cannot do is mended here, never in the formula that people get. */
const mended = (formula: string): string =>
  blankMended(exponentMended(namesMended(arraysMended(negationMended(inlined(formula))))));

/** The engine does not know a name of LET behind a minus sign. */
const negationMended = (formula: string): string => formula.replace(/([,(])-(?=[A-Za-z_]\w*[,)*/])/g, "$10-");

/**
 * The engine compares arrays that these functions make wrongly with a number (their cells are looked up at the places
 * of other cells); a sum in between mends it.
 */
function arraysMended(formula: string): string {
  const call = /(?<!\w)(?:TOCOL|SCAN|SORT|SORTBY|VSTACK(?=\(DROP\())\(/g;
  let result = "";
  let at = 0;
  for (let found = call.exec(formula); found; found = call.exec(formula)) {
    if (found.index < at) continue;
    const from = found.index + found[0].length;
    const end = closing(formula, from);
    result += `${formula.slice(at, found.index)}(${found[0]}${arraysMended(formula.slice(from, end))})+0)`;
    at = end + 1;
  }
  return result + formula.slice(at);
}

/** The same is true of some arrays that a LET has named. */
const namesMended = (formula: string): string =>
  formula.replace(/(?<=[(,*])([A-Za-z_]\w*)(?=(?:>=|<=|>|<|=MIN\(|=low)[^>])/g, "($1+0)");

/** The engine takes 1E-9 and 0.000000001 for a text where it is compared. */
const exponentMended = (formula: string): string =>
  formula.replace(/(?<![\w.$])(?:\d+(?:\.\d+)?E[+-]?\d+|0\.0{6,}\d+)/g, "($&+0)");

/** For the engine a cell that holds 0 equals an empty text. */
const blankMended = (formula: string): string => formula.replace(/(\$?[A-Z]{1,2}\$?\d+)=""/g, "ISBLANK($1)");

/** The engine does not call a LAMBDA that a LET has named: the call is replaced by its body. */
function inlined(formula: string): string {
  const named = /,([A-Za-z]\w*),LAMBDA\(([A-Za-z]\w*),/.exec(formula);
  if (!named || /(MAP|SCAN|REDUCE|BYROW|BYCOL|MAKEARRAY)\([^()]*$/.test(formula.slice(0, named.index))) return formula;
  const [whole, name = "", parameter = ""] = named;
  const from = named.index + whole.length;
  const to = closing(formula, from);
  const body = formula.slice(from, to);
  const rest = formula.slice(0, named.index) + formula.slice(to + 1);
  return rest.replace(
    new RegExp(`\\b${name}\\(([^()]*)\\)`, "g"),
    (_, argument: string) => `(${body.replace(new RegExp(`\\b${parameter}\\b`, "g"), `(${argument})`)})`,
  );
}

/** Where the parenthesis closes that is open before `from`. */
function closing(formula: string, from: number): number {
  let open = 1;
  for (let at = from; ; at++) {
    if (formula[at] === "(") open++;
    if (formula[at] === ")" && --open === 0) return at;
  }
}

/** The engine cuts a text in an array constant at its comma. */
const commaMended = (formula: string): string =>
  formula.replace(/\{[^{}]*\}/g, (constant) => constant.replace(/"([^",]*), ([^",]*)"/g, '"$1 $2"'));

/** The engine does not take a name of LET for another one. */
const aliasMended = (formula: string): string =>
  formula.replace(/(,[A-Za-z_]\w*,)([A-Za-z_]\w*)(?=,VSTACK\()/g, "$1IF($2=$2,$2,$2)");

/** The engine keeps errors that TOCOL is told to leave out. */
function errorsMended(formula: string): string {
  const start = formula.indexOf("TOCOL(VSTACK(");
  if (start < 0) return formula;
  const from = start + "TOCOL(".length;
  const end = closing(formula, from);
  const [, list = ""] = /^(.*),2$/.exec(formula.slice(from, end)) ?? [];
  return list === "" ? formula : `${formula.slice(0, start)}FILTER(${list},ISNUMBER(${list}))${formula.slice(end + 1)}`;
}
