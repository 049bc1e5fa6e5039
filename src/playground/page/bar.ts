/** The bar above the sheet. */
import { addToExcelDialog } from "./add-to-excel";
import { drawing, element, icons } from "./dom";
import { menuButton, type MenuItem } from "./menu";
import type { ThemeControl } from "./theme";

export interface BarActions {
  readonly examples: () => readonly MenuItem[];
  readonly numberFormats: readonly MenuItem[];
  readonly newSheet: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly showPane: () => void;
}

export interface Bar {
  /** Offers to show the pane while it is closed. */
  paneClosed(closed: boolean): void;
}

export function fillBar(bar: HTMLElement, theme: ThemeControl, actions: BarActions): Bar {
  const dialog = addToExcelDialog();
  const themeButton = button("", () => theme.next());
  const sayTheme = (): void => void (themeButton.textContent = `Theme: ${theme.theme}`);
  const show = button("Show pane", actions.showPane);
  show.hidden = true;
  const add = button("Add to Excel", () => dialog.showModal());
  add.className = "primary";

  bar.append(
    element(
      "h1",
      { class: "brand" },
      drawing(icons.mark, "mark"),
      element("span", {}, "Compute ", element("span", {}, "Economics")),
    ),
    menuButton("Open example", actions.examples),
    button("New sheet", actions.newSheet),
    element("span", { class: "rule" }),
    iconButton("Undo", icons.undo, actions.undo),
    iconButton("Redo", icons.redo, actions.redo),
    menuButton("Number format", () => actions.numberFormats),
    element("span", { class: "grow" }),
    show,
    themeButton,
    add,
  );
  document.body.append(dialog);
  sayTheme();
  theme.onChange(sayTheme);
  return { paneClosed: (closed) => void (show.hidden = !closed) };
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = element("button", { type: "button" }, label);
  made.addEventListener("click", act);
  return made;
}

function iconButton(label: string, path: string, act: () => void): HTMLButtonElement {
  const made = button("", act);
  made.className = "only";
  made.setAttribute("aria-label", label);
  made.title = label;
  made.append(drawing(path, "icon"));
  return made;
}
