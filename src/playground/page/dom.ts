/** Makes an element with its attributes and content. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

const svgNamespace = "http://www.w3.org/2000/svg";

/** A drawing of one path, hidden from screen readers: words say what it says. */
export function drawing(path: string, className: string): SVGSVGElement {
  const svg = document.createElementNS(svgNamespace, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", className);
  svg.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(svgNamespace, "path");
  shape.setAttribute("d", path);
  svg.append(shape);
  return svg;
}

export const icons = {
  mark: "M13 1H4a3 3 0 0 0-3 3v8a3 3 0 0 0 3 3h9v-2H4a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1h9zM6 5h9v2H6zM6 9h9v2H6z",
  down: "M3 6l5 5 5-5",
  close: "M4 4l8 8M12 4l-8 8",
  undo: "M6 3L2.5 6.5 6 10M3 6.5h6.5a4 4 0 0 1 0 8H7",
  redo: "M10 3l3.5 3.5L10 10M13 6.5H6.5a4 4 0 0 0 0 8H9",
} as const;

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element ${id}.`);
  return found;
}
