/** Where in the pane the reader is. Kept as data, because Office takes the browser's history away. */
export type Screen =
  | {
      readonly name: "home" | "lessons" | "calculators" | "models" | "board" | "review" | "cell" | "settings" | "about";
    }
  | { readonly name: "functions"; readonly track?: string }
  | { readonly name: "glossary"; readonly term?: string }
  | { readonly name: "lesson"; readonly slug: string; readonly section?: string }
  | { readonly name: "calculator"; readonly id: string }
  | { readonly name: "model"; readonly id: string }
  | { readonly name: "native"; readonly direction?: Direction }
  | { readonly name: "what-if"; readonly tool?: WhatIfTool }
  | { readonly name: "function"; readonly fn: string; readonly cell?: boolean };

/** Formulas of ours into Excel's own, the way back, and a sheet that proves them. */
export type Direction = "native" | "back" | "proof";

/** What is asked about a call in a cell. */
export const whatIfTools = ["sensitivity", "tornado", "solve", "scenarios", "simulate"] as const;
export type WhatIfTool = (typeof whatIfTools)[number];

const plain = ["home", "lessons", "calculators", "models", "board", "review", "cell", "settings", "about"] as const;

/** The address of a screen, such as function/GPUHOURCOST; it stands after # in links. */
export function pathOf(screen: Screen): string {
  switch (screen.name) {
    case "functions":
      return screen.track ? `functions/${screen.track}` : "functions";
    case "glossary":
      return screen.term ? `glossary/${encodeURIComponent(screen.term)}` : "glossary";
    case "lesson":
      return screen.section ? `lesson/${screen.slug}/${screen.section}` : `lesson/${screen.slug}`;
    case "calculator":
      return `calculator/${screen.id}`;
    case "model":
      return `model/${screen.id}`;
    case "native":
      return screen.direction ? `native/${screen.direction}` : "native";
    case "what-if":
      return screen.tool ? `what-if/${screen.tool}` : "what-if";
    case "function":
      return `function/${screen.fn}`;
    default:
      return screen.name;
  }
}

/** The screen at an address, or undefined where there is none. */
export function screenAt(path: string): Screen | undefined {
  const [name = "", first, second] = path.replace(/^#?\/?/, "").split("/");
  const simple = plain.find((known) => known === name);
  if (simple) return { name: simple };
  switch (name) {
    case "functions":
      return first ? { name, track: first } : { name };
    case "glossary":
      return first ? { name, term: decoded(first) } : { name };
    case "lesson":
      return first ? { name, slug: first, ...(second ? { section: second } : {}) } : undefined;
    case "calculator":
    case "model":
      return first ? { name, id: first } : undefined;
    case "native":
      return first === "back" || first === "proof" ? { name, direction: first } : { name };
    case "what-if": {
      const tool = whatIfTools.find((known) => known === first);
      return tool ? { name, tool } : { name };
    }
    case "function":
      return first ? { name, fn: first.toUpperCase() } : undefined;
    default:
      return undefined;
  }
}

/** Where Back leads when nothing was visited before. */
export function parentOf(screen: Screen): Screen {
  switch (screen.name) {
    case "function":
      return { name: "functions" };
    case "lesson":
      return { name: "lessons" };
    case "calculator":
      return { name: "calculators" };
    case "model":
      return { name: "models" };
    case "what-if":
      return screen.tool ? { name: "what-if" } : { name: "home" };
    case "about":
      return { name: "settings" };
    default:
      return { name: "home" };
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
