import type { ComponentChildren } from "preact";
import { Icon } from "./icon";

export type VerdictKind = "pass" | "fail" | "care" | "info";

interface VerdictProps {
  readonly kind: VerdictKind;
  /** The verdict in a few words. */
  readonly title: ComponentChildren;
  /** The distance: what against what. */
  readonly children?: ComponentChildren;
  /** What would change it. */
  readonly fix?: ComponentChildren;
  readonly actions?: ComponentChildren;
}

/** A sign, a word, then the distance. */
export function Verdict({ kind, title, children, fix, actions }: VerdictProps) {
  return (
    <div class={`verdict ${kind}`}>
      <Icon name={kind} />
      <p>
        <strong>{title}</strong> {children}
      </p>
      {fix !== undefined && <p class="small muted">{fix}</p>}
      {actions !== undefined && <div class="actions">{actions}</div>}
    </div>
  );
}
