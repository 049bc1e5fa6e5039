import type { ComponentChildren } from "preact";

/** The parts of a tool's screen. */
export interface ToolView {
  readonly form: ComponentChildren;
  readonly preview: ComponentChildren;
  readonly dock: ComponentChildren;
}
