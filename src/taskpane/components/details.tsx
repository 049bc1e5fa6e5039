import type { ComponentChildren } from "preact";
import { Icon } from "./icon";

interface DetailsProps {
  readonly title: ComponentChildren;
  readonly side?: ComponentChildren;
  readonly open?: boolean;
  readonly onToggle?: (open: boolean) => void;
  readonly children: ComponentChildren;
}

/** Something that opens on request. */
export function Details({ title, side, open, onToggle, children }: DetailsProps) {
  return (
    <details open={open ?? false} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary>
        <Icon name="open" />
        {title}
        {side !== undefined && <span class="unit">{side}</span>}
      </summary>
      {children}
    </details>
  );
}
