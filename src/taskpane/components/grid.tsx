import type { ComponentChildren } from "preact";

interface GridProps {
  /** What the table is, for those who cannot see it. */
  readonly label: string;
  /** Set above the table; absent: the label stays hidden. */
  readonly caption?: string;
  readonly head: readonly ComponentChildren[];
  readonly rows: readonly (readonly ComponentChildren[])[];
  /** Which cells fail. */
  readonly failing?: (row: number, column: number) => boolean;
  /** Makes rows choosable and says which one is chosen. */
  readonly chosen?: number;
  readonly onChoose?: (row: number) => void;
}

/** A table that scrolls inside its own box when it is wider than the pane. */
export function Grid({ label, caption, head, rows, failing, chosen, onChoose }: GridProps) {
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={label}>
      <table>
        <caption class={caption === undefined ? "hidden" : undefined}>{caption ?? label}</caption>
        <thead>
          <tr>
            {head.map((name, i) => (
              <th scope="col" key={i}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={r} class={r === chosen ? "chosen" : undefined}>
              {row.map((cell, c) => (
                <td key={c} class={failing?.(r, c) ? "bad" : undefined}>
                  {c === 0 && onChoose ? (
                    <button type="button" class="pick" aria-pressed={r === chosen} onClick={() => onChoose(r)}>
                      {cell}
                    </button>
                  ) : (
                    cell
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
