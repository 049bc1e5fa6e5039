import { CalculationError } from "../../calc/error";
import type { FunctionDefinition } from "../../concepts/define";
import type { CellValue } from "../../concepts/evaluate";
import { useDigits } from "../app";
import { show } from "../format";
import { Grid } from "./grid";

interface TableResultProps {
  readonly fn: FunctionDefinition;
  /** The header row first. */
  readonly table: readonly (readonly CellValue[])[];
  readonly chosen?: number;
  readonly onChoose?: (row: number) => void;
}

/** The table that a function returns, each column in its unit. */
export function TableResult({ fn, table, chosen, onChoose }: TableResultProps) {
  const digits = useDigits();
  const [head = [], ...rows] = table;
  const units = unitsOf(fn);
  return (
    <Grid
      label={`Result of ${fn.name}`}
      head={head.map((name, column) => (
        <>
          {String(name)}
          {units[column] && <span class="unit small"> {units[column] === "share" ? "" : units[column]}</span>}
        </>
      ))}
      rows={rows.map((row) =>
        row.map((value, column) => {
          const cell: unknown = value;
          // A table of a what-if tool may hold an error in a cell.
          if (cell instanceof CalculationError) return <span title={cell.message}>{cell.error}</span>;
          const shown = show(value, units[column] ?? "", digits);
          return <span title={shown.full}>{value === "" ? "" : shown.text}</span>;
        }),
      )}
      {...(chosen === undefined ? {} : { chosen })}
      {...(onChoose ? { onChoose } : {})}
    />
  );
}

/** Units of a table's columns; empty for texts and for columns of several units. */
export function unitsOf(fn: FunctionDefinition): string[] {
  return Object.values(fn.columns ?? {}).map((column) => (typeof column === "string" ? "" : String(column)));
}
