import type { App } from "./app";
import { holdsOurs } from "./selection";
import { type Cell, type Workbook, WorkbookError } from "./workbook";

/** Changes come in bursts; they are looked at once, this long after the last. */
const calm = 60;

/** Keeps the pane's idea of the selected cell, and opens its explanation where the reader wants that. */
export function follow(app: App, workbook: Workbook): () => void {
  let turn = 0;
  const look = async (moved: boolean) => {
    const mine = ++turn;
    const cell = await selected(workbook);
    // The last selection wins, whichever answer comes first.
    if (mine !== turn) return;
    app.store.set(moved ? { cell } : { cell, edits: app.state.edits + 1 });
    if (moved && cell && holdsOurs(cell) && opens(app)) app.go({ name: "cell" });
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stops = [
    workbook.onSelectionChanged(() => void look(true)),
    workbook.onChanged(() => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(false), calm);
    }),
  ];
  void look(false);
  return () => {
    clearTimeout(timer);
    turn++;
    for (const stop of stops) stop();
  };
}

/** Whether selecting a cell may change the screen. On Home and Cell it always may, unless the reader said never. */
function opens(app: App): boolean {
  const { screen, settings, searching } = app.state;
  if (searching || settings.follow === "never" || screen.name === "cell") return false;
  return settings.follow === "always" || screen.name === "home";
}

async function selected(workbook: Workbook): Promise<Cell | undefined> {
  try {
    return await workbook.selectedCell();
  } catch (error) {
    if (error instanceof WorkbookError) return undefined;
    throw error;
  }
}
