import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useApp, usePane } from "../app";
import { holdsOurs, ourNames } from "../selection";
import { Go } from "./go";
import { Icon, Mark } from "./icon";

interface FrameProps {
  /** Where the reader is, beside the way back; absent on the first screen. */
  readonly place?: ComponentChildren;
  /** Stays in view at the bottom: a result and what to do with it. */
  readonly dock?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** What every screen stands in: the bar, quiet lines about the surroundings, the content, and what is docked below. */
export function Frame({ place, dock, children }: FrameProps) {
  const app = useApp();
  return (
    <div class="pane">
      <header class="bar">
        {place === undefined ? (
          <div class="brand">
            <Mark />
            <span>
              Compute <span>Economics</span>
            </span>
          </div>
        ) : (
          <button type="button" class="where" onClick={() => app.back()}>
            <Icon name="back" />
            <span class="hidden">Back. You are here: </span>
            <span class="place">{place}</span>
          </button>
        )}
        {place !== undefined && (
          <button
            type="button"
            class="only"
            aria-label="Search, shortcut slash"
            onClick={() => app.store.set({ searching: true })}
          >
            <Icon name="search" />
          </button>
        )}
      </header>
      <PreviewLine />
      <SelectionLine />
      <main>{children}</main>
      {dock !== undefined && <div class="dock">{dock}</div>}
    </div>
  );
}

/** Says in a plain browser why Insert copies instead. */
function PreviewLine() {
  const plain = usePane(({ workbook }) => workbook === undefined);
  if (!plain) return null;
  return (
    <section class="line" aria-label="Where you are">
      <Icon name="info" />
      <span>Preview: open in Excel to insert. Insert copies here.</span>
    </section>
  );
}

/** Offers to explain the selected cell without taking the screen away. */
function SelectionLine() {
  const cell = usePane((state) => state.cell);
  const shown = usePane(({ screen }) => screen.name);
  if (!cell || shown === "cell" || !holdsOurs(cell)) return null;
  return (
    <section class="line" aria-label="Selected cell">
      <span class="grow">
        Cell {cell.address}: <code>{ourNames(cell)[0]}</code>
      </span>
      <Go to={{ name: "cell" }}>Explain</Go>
    </section>
  );
}

interface HeadingProps {
  readonly children: ComponentChildren;
  readonly class?: string;
  /** Set where the screen changes with the selection: focus is then left where it is. */
  readonly still?: boolean;
}

/** The screen's heading. It takes the focus when the reader comes to the screen, so that reading starts there. */
export function Heading({ children, class: name, still }: HeadingProps) {
  const app = useApp();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (still || !app.moved) return;
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} {...(name ? { class: name } : {})}>
      {children}
    </h1>
  );
}

interface BlockProps {
  readonly title?: ComponentChildren;
  /** Stands to the right of the title. */
  readonly side?: ComponentChildren;
  readonly id?: string;
  readonly class?: string;
  readonly hiddenTitle?: boolean;
  readonly children: ComponentChildren;
}

/** A part of a screen, set off by a hairline. */
export function Block({ title, side, id, class: name, hiddenTitle, children }: BlockProps) {
  const heading = title !== undefined && <h2 class={hiddenTitle ? "hidden" : undefined}>{title}</h2>;
  return (
    <section class={`block ${name ?? ""}`} id={id} tabIndex={id ? -1 : undefined}>
      {side === undefined ? (
        heading
      ) : (
        <div class="row">
          {heading}
          {side}
        </div>
      )}
      {children}
    </section>
  );
}
