import { isShare, showChange, unitWords } from "../format";

interface Driver {
  readonly name: string;
  /** Change of the result when the argument rises by a tenth. */
  readonly change: number;
}

interface DriversProps {
  /** The largest first. */
  readonly drivers: readonly Driver[];
  readonly unit: { toString(): string } | string;
}

const shownAtMost = 6;

/** What moves the result most: a bar to the right raises it, a hollow bar to the left lowers it. */
export function Drivers({ drivers, unit }: DriversProps) {
  const moving = drivers.filter(({ change }) => Number.isFinite(change) && change !== 0);
  const shown = moving.slice(0, shownAtMost);
  const largest = Math.abs(shown[0]?.change ?? 0);
  if (largest === 0)
    return <p class="small muted">No single number moves it: a tenth more of any leaves it as it is.</p>;
  const name = isShare(unit) ? "share" : unitWords(unit);
  const hollow = shown.some(({ change }) => change < 0);
  return (
    <>
      <p class="small muted">
        Change{name ? ` in ${name}` : ""} when one input rises by a tenth.{hollow && " Outlined bars lower it."}
      </p>
      <ul class="bars">
        {shown.map(({ name: argument, change }) => (
          <li key={argument}>
            <span>{argument}</span>
            <Bar part={change / largest} />
            <span class="num">{showChange(change, unit)}</span>
          </li>
        ))}
      </ul>
      <Rest drivers={moving.slice(shownAtMost)} unit={unit} />
    </>
  );
}

function Bar({ part }: { readonly part: number }) {
  const width = Math.abs(part) * 48;
  return (
    <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
      <rect class={part < 0 ? "down" : "up"} x={part < 0 ? 50 - width : 50} y="1.5" width={width} height="9" />
      <path class="track" d="M50 0V12" />
    </svg>
  );
}

const counts = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

function Rest({ drivers, unit }: DriversProps) {
  if (drivers.length === 0) return null;
  const said = drivers.map(({ name, change }) => `${name} ${showChange(change, unit)}`).join(", ");
  return (
    <p class="small muted">
      {counts[drivers.length] ?? drivers.length} more: {said}.
    </p>
  );
}
