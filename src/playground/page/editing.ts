/** Tells what is being typed into a cell and where the caret is. */
import type { Injector } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { DocSelectionManagerService } from "@univerjs/preset-sheets-core";

export function onTyping(
  api: FUniver,
  injector: Injector,
  handler: (formula: string | undefined, caret?: number) => void,
): void {
  const selection = injector.get(DocSelectionManagerService);
  let text: string | undefined;

  function tell(): void {
    if (text !== undefined) handler(text, selection.getActiveTextRange()?.startOffset ?? text.length);
  }

  api.addEvent(api.Event.SheetEditStarted, ({ worksheet, row, column }) => {
    text = worksheet.getRange(row, column).getFormula();
    tell();
  });
  api.addEvent(api.Event.SheetEditChanging, ({ value }) => {
    text = value.toPlainText().replace(/\r?\n$/, "");
    tell();
  });
  api.addEvent(api.Event.SheetEditEnded, () => {
    text = undefined;
    handler(undefined);
  });
  selection.textSelection$.subscribe(tell);
}
