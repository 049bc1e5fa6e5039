/** Makes the add-in's functions known to the engine, from functions.json and what functions.js associated. */
import {
  ArrayValueObject,
  AsyncObject,
  BaseFunction,
  BooleanValueObject,
  ErrorValueObject,
  FunctionType,
  NumberValueObject,
  StringValueObject,
  type BaseValueObject,
  type ErrorType,
  type IFunctionInfo,
} from "@univerjs/preset-sheets-core";
import { cellAddress } from "../office/a1";
import {
  callFunction,
  CellError,
  omitted,
  type Argument,
  type CallSettings,
  type CellContent,
  type CellResult,
} from "./call";
import type { Associations } from "./custom-functions";
import type { Messages } from "./messages";
import { nameInFormulas, type FunctionMetadata, type ParameterMetadata } from "./metadata";

export interface FunctionSetting {
  readonly functions: readonly FunctionMetadata[];
  readonly associations: Associations;
  readonly messages: Messages;
  readonly settings: CallSettings;
  /** The name of a sheet, by its id. */
  sheetName(id: string): string;
}

/** The classes that the engine makes its functions of, each with its name in upper case. */
export function executors(setting: FunctionSetting): [new (name: string) => BaseFunction, string][] {
  return setting.functions.map((fn) => [executor(fn, setting), nameInFormulas(fn)]);
}

function executor(fn: FunctionMetadata, setting: FunctionSetting): new (name: string) => BaseFunction {
  return class extends BaseFunction {
    // The count is checked when called, so that the message can name the argument.
    override minParams = 0;
    override maxParams = 255;

    override calculate(...variants: BaseValueObject[]): BaseValueObject {
      const sheet = this.subUnitId ?? "";
      const { row, column } = this;
      const address = `${setting.sheetName(sheet)}!${cellAddress(row, column)}`;
      const answered = (result: CellResult | CellResult[][]): BaseValueObject => {
        note(setting.messages, fn, { sheet, row, column }, result);
        return Array.isArray(result) ? table(result) : scalar(result);
      };
      const result = callFunction(fn, setting.associations, variants.map(argument), address, setting.settings);
      // The engine waits for such an object, although its declarations say that it takes values only.
      if (result instanceof Promise) return new AsyncObject(result.then(answered)) as unknown as BaseValueObject;
      return answered(result);
    }

    override isAsync(): boolean {
      return setting.associations.get(fn.id.toUpperCase())?.mayWait ?? false;
    }
  };
}

/** Keeps the words of an error for the cell that shows it: that of the formula, or one of the table it spills. */
function note(
  messages: Messages,
  fn: FunctionMetadata,
  { sheet, row, column }: { readonly sheet: string; readonly row: number; readonly column: number },
  result: CellResult | CellResult[][],
): void {
  messages.deleteFrom(sheet, row, column);
  const rows = Array.isArray(result) ? result : [[result]];
  rows.forEach((cells, down) =>
    cells.forEach((cell, across) => {
      if (!(cell instanceof CellError) || !cell.message) return;
      messages.set(sheet, row + down, column + across, `${fn.name}: ${cell.message}`, { row, column });
    }),
  );
}

function argument(value: BaseValueObject): Argument {
  if (!value.isArray()) return value.isNull() ? omitted : content(value);
  const rows: CellContent[][] = [];
  (value as ArrayValueObject).iterator((cell, row, column) => {
    (rows[row] ??= [])[column] = cell ? content(cell) : null;
  });
  return rows;
}

function content(value: BaseValueObject): CellContent {
  if (value.isNull()) return null;
  if (value.isError()) return new CellError((value as unknown as ErrorValueObject).getErrorType());
  return value.getValue();
}

function scalar(result: CellResult): BaseValueObject {
  if (typeof result === "number") return NumberValueObject.create(result);
  if (typeof result === "boolean") return BooleanValueObject.create(result);
  if (typeof result === "string") return StringValueObject.create(result);
  return ErrorValueObject.create(result.code as ErrorType);
}

function table(rows: CellResult[][]): BaseValueObject {
  return ArrayValueObject.create({
    calculateValueList: rows.map((row) => row.map(scalar)),
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

/** What completion and the argument hints of the grid show. */
export function descriptions(functions: readonly FunctionMetadata[]): IFunctionInfo[] {
  return functions.map((fn) => ({
    functionName: nameInFormulas(fn),
    functionType: FunctionType.User,
    description: fn.description ?? "",
    abstract: firstClause(fn.description ?? ""),
    functionParameter: fn.parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description ?? "",
      example: exampleOf(parameter),
      require: parameter.optional ? 0 : 1,
      repeat: parameter.repeating ? 1 : 0,
    })),
  }));
}

function exampleOf(parameter: ParameterMetadata): string {
  if (parameter.dimensionality === "matrix") return "A1:A12";
  return parameter.type === "string" ? '"text"' : parameter.type === "boolean" ? "TRUE" : "1";
}

/** What the function is, without what to use it for: completion shows many. */
function firstClause(text: string): string {
  return /^.*?(?=[.;](?:\s|$))/.exec(text)?.[0] ?? text;
}
