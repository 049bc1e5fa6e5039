import type { Unsubscribe } from "../taskpane/workbook";
import { run, supports } from "./run";

/** What every event of the Excel API offers. */
interface Source {
  add(handler: () => Promise<void>): OfficeExtension.EventHandlerResult<unknown>;
}

type Sources = (context: Excel.RequestContext) => Source[];

/** A sheet that comes to the front changes the selection as well. */
export const onSelectionChanged = (handler: () => void): Unsubscribe =>
  subscribe(handler, ({ workbook }) => [
    workbook.onSelectionChanged,
    ...(supports("1.7") ? [workbook.worksheets.onActivated as Source] : []),
  ]);

export const onChanged = (handler: () => void): Unsubscribe =>
  subscribe(handler, ({ workbook: { worksheets } }) => [
    ...(supports("1.9") ? [worksheets.onChanged as Source] : []),
    ...(supports("1.8") ? [worksheets.onCalculated as Source] : []),
  ]);

/** Calls that arrive together, such as the many of one recalculation, become one. */
function subscribe(handler: () => void, sources: Sources): Unsubscribe {
  let active = true;
  let waiting = false;
  const called = (): Promise<void> => {
    if (!waiting) {
      waiting = true;
      setTimeout(() => {
        waiting = false;
        if (active) handler();
      });
    }
    return Promise.resolve();
  };
  // Excel without an event is Excel whose pane does not follow: the rest works.
  const added = run(async (context) => {
    const results = sources(context).map((source) => source.add(called));
    await context.sync();
    return results;
  }).catch(() => []);
  return () => {
    active = false;
    void added.then((results) => Promise.all(results.map(removed)));
  };
}

/** An event is removed in the context that added it. */
function removed(result: OfficeExtension.EventHandlerResult<unknown>): Promise<void> {
  return Excel.run(result.context as Excel.RequestContext, async (context) => {
    result.remove();
    await context.sync();
  }).catch(() => undefined);
}
