import { useEffect, useRef, useState } from "preact/hooks";
import { useApp, usePane } from "./app";
import type { Argument } from "./argument";
import { isRange } from "./argument";
import { type Entries, type Entry, referenceIn } from "./computation";
import { typed } from "./format";
import { typedRange } from "./typing";
import { type Block, type Place, WorkbookError } from "./workbook";

/** Typing pauses this long before anything is computed. */
const pause = 120;

export interface Form {
  /** What stands in the fields now. */
  readonly entries: Entries;
  /** What stood in them when typing last paused; compute with these. */
  readonly settled: Entries;
  /** What is wrong with references, by field. */
  readonly unread: Readonly<Record<string, string>>;
  type(name: string, text: string): void;
  /** Fills fields from cells, which they follow from then on. */
  take(name: string, place: Place): void;
  fill(entries: Entries): void;
}

export const blankEntry: Entry = { text: "" };

type Spec = Pick<Argument, "name" | "kind" | "unit">;

/** The fields of a form: typed by hand, or read from cells and kept up with them. */
export function useForm(specs: readonly Spec[], initial: Entries): Form {
  const app = useApp();
  const edits = usePane((state) => state.edits);
  const [entries, setEntries] = useState(initial);
  const [settled, setSettled] = useState(initial);
  const [unread, setUnread] = useState<Readonly<Record<string, string>>>({});
  const latest = useRef(entries);
  latest.current = entries;

  const set = (changed: Entries) => setEntries((before) => ({ ...before, ...changed }));
  const specOf = (name: string) => specs.find((spec) => spec.name === name)!;

  const read = async (places: readonly (readonly [name: string, place: Place])[]) => {
    const { workbook } = app;
    if (!workbook || places.length === 0) return;
    try {
      const blocks = await workbook.read(places.map(([, place]) => place));
      const found = places.flatMap(([name, place], i) => {
        const block = blocks[i];
        return block ? [[name, { text: textOf(block, specOf(name)), from: place }] as const] : [];
      });
      const changed = Object.fromEntries(found);
      setUnread(
        Object.fromEntries(
          places.filter((_, i) => !blocks[i]).map(([name, place]) => [name, `There is no sheet ${place.sheet}.`]),
        ),
      );
      set(changed);
      setSettled({ ...latest.current, ...changed });
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      setUnread(Object.fromEntries(places.map(([name]) => [name, error.message])));
    }
  };

  useEffect(() => {
    const timer = setTimeout(() => {
      const current = latest.current;
      const references = specs.flatMap((spec) => {
        const entry = current[spec.name];
        const reference = entry && !entry.from ? referenceIn(spec, entry.text) : undefined;
        return reference
          ? [
              [
                spec.name,
                { sheet: reference.sheet ?? app.state.cell?.sheet ?? "", address: reference.address },
              ] as const,
            ]
          : [];
      });
      if (references.length > 0 && app.workbook) void read(references);
      else setSettled(current);
    }, pause);
    return () => clearTimeout(timer);
  }, [entries]);

  useEffect(() => {
    const followed = Object.entries(latest.current).flatMap(([name, { from }]) =>
      from ? [[name, from] as const] : [],
    );
    void read(followed);
  }, [edits]);

  return {
    entries,
    settled,
    unread,
    type: (name, text) => set({ [name]: { text } }),
    take: (name, place) => void read([[name, place]]),
    fill: set,
  };
}

/** A block of cells as a field shows it. */
function textOf({ values }: Block, spec: Spec): string {
  const plain = values.map((row) =>
    row.map((value) => (typeof value === "object" && value !== null ? value.error : value)),
  );
  return isRange(spec) ? typedRange(plain) : typed(plain[0]?.[0], spec.unit);
}

/** The values of an example or a preset as entries of a form. */
export function entriesOf(specs: readonly Spec[], values: Readonly<Record<string, unknown>>): Entries {
  return Object.fromEntries(
    specs.map((spec) => {
      const value = values[spec.name];
      const rows = Array.isArray(value)
        ? Array.isArray(value[0])
          ? (value as unknown[][])
          : [value as unknown[]]
        : undefined;
      return [spec.name, { text: rows ? typedRange(rows) : typed(value, spec.unit) }];
    }),
  );
}
