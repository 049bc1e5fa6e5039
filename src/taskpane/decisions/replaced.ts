import type { Values } from "../../concepts/lesson";
import type { App } from "../app";

/** What the reader typed over a lesson's numbers, by lesson: the same in every cell and on the board, as long as the pane is open. */
const kept = new WeakMap<App, Map<string, Values>>();

export function replacedIn(app: App, slug: string): Values {
  return kept.get(app)?.get(slug) ?? {};
}

export function keepReplaced(app: App, slug: string, values: Values): void {
  const all = kept.get(app) ?? new Map<string, Values>();
  all.set(slug, { ...all.get(slug), ...values });
  kept.set(app, all);
}
