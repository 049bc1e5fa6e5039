import { isError } from "../../src/formula/values";
import { ModelValues } from "../../src/models/evaluate";
import { models } from "../../src/models/templates";
import { write } from "../../src/models/write";
import { type Content, Engine } from "./engine";

export const modelIds = (): string[] => models.map(({ id }) => id);

export interface BookAgreement {
  readonly compared: number;
  readonly differences: readonly string[];
  /** Errors that the model's checks count, as the engine sees them. */
  readonly errors: Content | undefined;
}

/** A model in classic rows, cell by cell: our own evaluation against the independent engine's. */
export async function bookAgreement(id: string): Promise<BookAgreement> {
  const model = models.find((one) => one.id === id)!;
  const made = write(model, { style: "classic" });
  const values = new ModelValues(made);
  const cells = made.sheets.map(({ name, content }) => {
    const rows = content.rows.map(
      (row, r) =>
        [
          r,
          new Map(
            row.flatMap((cell, c): [number, Content][] => {
              const entry = cell?.formula ?? cell?.value;
              return entry === undefined ? [] : [[c, entry]];
            }),
          ),
        ] as const,
    );
    return [name, new Map(rows)] as const;
  });
  const engine = new Engine();
  const read = await engine.calculateBook(new Map(cells));
  const differences: string[] = [];
  let compared = 0;
  for (const sheet of made.sheets) {
    sheet.content.rows.forEach((row, r) =>
      row.forEach((cell, c) => {
        if (cell?.formula === undefined) return;
        compared++;
        const ours = values.at(sheet.id, r + 1, c + 1);
        const theirs = read(sheet.name, r, c);
        if (!same(ours, theirs)) {
          const shown = isError(ours) ? ours.error : String(ours);
          differences.push(
            `${sheet.name} row ${r + 1} column ${c + 1} ${cell.formula}: ${shown}, engine ${String(theirs)}`,
          );
        }
      }),
    );
  }
  const { row } = made.layout.spot("checkErrors");
  const errors = read("Checks", row - 1, 2);
  engine.close();
  return { compared, differences: differences.slice(0, 10), errors };
}

function same(ours: unknown, theirs: Content | undefined): boolean {
  if (typeof ours === "number" && typeof theirs === "number")
    return Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours));
  return ours === theirs || (ours === "" && theirs === undefined);
}
