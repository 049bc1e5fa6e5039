import type { ComponentChildren } from "preact";
import { useApp } from "../app";
import { pathOf, type Screen } from "../screen";

interface GoProps {
  readonly to: Screen;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** A link to another screen. */
export function Go({ to, class: name, children }: GoProps) {
  const app = useApp();
  return (
    <a
      href={`#${pathOf(to)}`}
      {...(name ? { class: name } : {})}
      onClick={(event) => {
        event.preventDefault();
        app.go(to);
      }}
    >
      {children}
    </a>
  );
}

/** A link out of the pane; it opens in the browser. */
export function Out({ href, children }: { readonly href: string; readonly children: ComponentChildren }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
