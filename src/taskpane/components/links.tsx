import type { ComponentChildren } from "preact";
import type { Screen } from "../screen";
import { Go } from "./go";

export interface LinkItem {
  readonly to: Screen;
  readonly name: ComponentChildren;
  readonly side?: ComponentChildren;
  readonly what?: ComponentChildren;
  readonly done?: boolean;
}

/** A list that leads somewhere. */
export function Links({
  items,
  plain,
  ordered,
}: {
  readonly items: readonly LinkItem[];
  readonly plain?: boolean;
  readonly ordered?: boolean;
}) {
  const lines = items.map(({ to, name, side, what, done }, i) => (
    <li key={i}>
      <Go to={to}>
        <span class="name">{name}</span>
        {side !== undefined && <span class={done ? "side tick" : "side"}>{side}</span>}
        {what !== undefined && <span class="what">{what}</span>}
      </Go>
    </li>
  ));
  const name = plain ? "links plain" : "links";
  return ordered ? <ol class={name}>{lines}</ol> : <ul class={name}>{lines}</ul>;
}
