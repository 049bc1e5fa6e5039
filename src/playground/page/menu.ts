/** A button that opens a list of things to do, by mouse and keyboard. */
import { drawing, element, icons } from "./dom";

export interface MenuItem {
  readonly label: string;
  /** Said beside the label, quieter. */
  readonly detail?: string;
  readonly choose: () => void;
}

export function menuButton(label: string, items: () => readonly MenuItem[]): HTMLElement {
  const button = element("button", { type: "button", "aria-haspopup": "menu", "aria-expanded": "false" }, `${label} `);
  button.append(drawing(icons.down, "icon"));
  const list = element("div", { class: "menu", role: "menu", "aria-label": label, hidden: "" });
  const holder = element("div", { class: "menu-holder" }, button, list);

  function open(last = false): void {
    list.replaceChildren(...items().map(entry));
    list.hidden = false;
    button.setAttribute("aria-expanded", "true");
    // The bar scrolls sideways in a narrow window and would cut the list off, so it stands free of it.
    const { left, bottom } = button.getBoundingClientRect();
    list.style.setProperty("left", `${Math.max(0, Math.min(left, innerWidth - list.offsetWidth - 8))}px`);
    list.style.setProperty("top", `${bottom + 4}px`);
    focus(last ? -1 : 0);
  }

  function close(refocus: boolean): void {
    if (list.hidden) return;
    list.hidden = true;
    button.setAttribute("aria-expanded", "false");
    if (refocus) button.focus();
  }

  function entry({ label: text, detail, choose }: MenuItem): HTMLElement {
    const item = element("button", { type: "button", role: "menuitem", tabindex: "-1" }, text);
    if (detail) item.append(element("span", { class: "detail" }, detail));
    item.addEventListener("click", () => {
      close(true);
      choose();
    });
    return item;
  }

  function focus(index: number): void {
    (Array.from(list.children).at(index) as HTMLElement | undefined)?.focus();
  }

  function move(step: number): void {
    const count = list.children.length;
    const current = Array.from(list.children).indexOf(document.activeElement as Element);
    focus((current + step + count) % count);
  }

  button.addEventListener("click", () => (list.hidden ? open() : close(true)));
  button.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    open(event.key === "ArrowUp");
  });
  const moves: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Home: () => focus(0),
    End: () => focus(-1),
    Escape: () => close(true),
  };
  list.addEventListener("keydown", (event) => {
    const act = moves[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  holder.addEventListener("focusout", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && holder.contains(relatedTarget))) close(false);
  });
  return holder;
}
