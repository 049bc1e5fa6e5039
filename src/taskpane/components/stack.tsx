import type { CellValue } from "../../concepts/evaluate";
import { useDigits } from "../app";
import { formatNumber } from "../format";

interface StackProps {
  /** The header row first; then parts with amount and share; the total last. */
  readonly table: readonly (readonly CellValue[])[];
  readonly unit: string;
  readonly label: string;
}

/** Gap between parts of the bar, in its hundredths. */
const gap = 0.6;

/** The parts of a whole: one bar, and the same numbers in a table. The last part is what is not used, so it is hollow. */
export function Stack({ table, unit, label }: StackProps) {
  const digits = Math.min(4, useDigits());
  const rows = table
    .slice(1)
    .map(([name, amount, share]) => ({ name: String(name), amount: Number(amount), share: Number(share) }));
  const parts = rows.slice(0, -1);
  const total = rows.at(-1);
  let from = 0;
  return (
    <>
      <svg class="stack" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
        {parts.map(({ name, share }, i) => {
          const width = Math.max(0, share * 100 - gap);
          const x = from;
          from += share * 100;
          const hollow = partClass(i, parts.length) === "p4";
          return (
            <rect
              key={name}
              class={partClass(i, parts.length)}
              x={x}
              y={hollow ? 1 : 0}
              width={width}
              height={hollow ? 18 : 20}
            />
          );
        })}
      </svg>
      <table>
        <caption class="hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col">{unit}</th>
            <th scope="col">Share</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ name, amount, share }, i) => (
            <tr key={name}>
              <th scope="row">
                <svg class={`dot ${partClass(i, parts.length)}`} viewBox="0 0 10 10" aria-hidden="true">
                  <rect x=".75" y=".75" width="8.5" height="8.5" />
                </svg>
                {capital(name)}
              </th>
              <td title={String(amount)}>{formatNumber(amount, digits)}</td>
              <td>{percent(share)}</td>
            </tr>
          ))}
          {total && (
            <tr class="sum">
              <th scope="row">{capital(total.name)}</th>
              <td title={String(total.amount)}>{formatNumber(total.amount, digits + 1)}</td>
              <td>{percent(total.share)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </>
  );
}

/** One decimal in every row, so that the column can be added up by eye. */
const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
const partClass = (i: number, of: number): string => (i === of - 1 ? "p4" : `p${Math.min(3, i + 1)}`);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
