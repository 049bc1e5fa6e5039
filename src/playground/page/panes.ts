/** The pane beside the sheet: its frame, its width, and the way between the two by keyboard. */
import { drawing, element, icons } from "./dom";
import { readSetting, writeSetting } from "./storage";

const least = 320;
const usual = 360;
const step = 16;

export interface Pane {
  show(): void;
  hide(): void;
  focus(): void;
  onToggle(handler: (shown: boolean) => void): void;
}

export function pane(aside: HTMLElement, splitter: HTMLElement, address: string, focusSheet: () => void): Pane {
  const book = aside.parentElement as HTMLElement;
  const frame = element("iframe", { title: "Compute Economics", src: address });
  const close = element("button", {
    type: "button",
    class: "only close",
    "aria-label": "Close pane",
    title: "Close pane",
  });
  close.append(drawing(icons.close, "icon"));
  aside.append(frame, close);
  const handlers: ((shown: boolean) => void)[] = [];

  function toggle(shown: boolean): void {
    book.classList.toggle("alone", !shown);
    aside.hidden = !shown;
    writeSetting("pane", shown ? "shown" : "hidden");
    for (const handler of handlers) handler(shown);
  }

  close.addEventListener("click", () => {
    toggle(false);
    focusSheet();
  });
  frame.addEventListener("load", () => connectKeys(frame, focusSheet));
  makeSplitter(splitter, book);
  return {
    show() {
      toggle(true);
      frame.contentWindow?.focus();
    },
    hide: () => toggle(false),
    focus: () => focusFrame(frame),
    onToggle(handler) {
      handlers.push(handler);
      if (readSetting("pane") === "hidden") toggle(false);
    },
  };
}

/** F6 and Escape lead from the pane back to the sheet. Escape first closes what is open in the pane. */
function connectKeys(frame: HTMLIFrameElement, focusSheet: () => void): void {
  frame.contentWindow?.addEventListener("keydown", (event) => {
    const leaves = event.key === "F6" || (event.key === "Escape" && !event.defaultPrevented);
    if (!leaves) return;
    event.preventDefault();
    focusSheet();
  });
}

function focusFrame(frame: HTMLIFrameElement): void {
  frame.focus();
  const inside = frame.contentDocument;
  if (inside && inside.activeElement !== inside.body) return;
  inside?.querySelector<HTMLElement>("input, button, a[href], [tabindex='0']")?.focus();
}

/** A separator that is moved by dragging, by the arrow keys, and put back by a double click. */
function makeSplitter(splitter: HTMLElement, book: HTMLElement): void {
  const attributes = {
    role: "separator",
    tabindex: "0",
    "aria-orientation": "vertical",
    "aria-label": "Width of the pane",
    "aria-valuemin": String(least),
  };
  for (const [name, value] of Object.entries(attributes)) splitter.setAttribute(name, value);
  let width = Number(readSetting("pane-width")) || usual;

  function set(wanted: number): void {
    const most = Math.max(least, Math.round(innerWidth * 0.6));
    width = Math.round(Math.min(Math.max(wanted, least), most));
    book.style.setProperty("--pane-width", `${width}px`);
    splitter.setAttribute("aria-valuenow", String(width));
    splitter.setAttribute("aria-valuemax", String(most));
    splitter.setAttribute("aria-valuetext", `${width} pixels`);
    writeSetting("pane-width", String(width));
  }

  splitter.addEventListener("pointerdown", (event) => {
    splitter.setPointerCapture(event.pointerId);
    book.classList.add("resizing");
  });
  splitter.addEventListener("pointermove", (event) => {
    if (splitter.hasPointerCapture(event.pointerId)) set(innerWidth - event.clientX);
  });
  splitter.addEventListener("lostpointercapture", () => book.classList.remove("resizing"));
  splitter.addEventListener("dblclick", () => set(usual));
  const moves: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => set(width + step),
    ArrowRight: () => set(width - step),
    Home: () => set(least),
    End: () => set(innerWidth),
    Enter: () => set(usual),
  };
  splitter.addEventListener("keydown", (event) => {
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  });
  set(width);
}
