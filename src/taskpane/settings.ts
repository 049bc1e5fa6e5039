/** How the reader wants the pane. */
export interface Settings {
  readonly theme: "system" | "light" | "dark";
  readonly role: Role | undefined;
  /** What Insert writes: calls of the add-in's functions, or formulas that Excel alone computes. */
  readonly insertAs: "function" | "native";
  /** What a model is made of: calls of the add-in's functions with tables that spill, or rows of formulas that Excel alone computes. */
  readonly modelStyle: "dynamic" | "classic";
  /** Whether a model's inputs get names. */
  readonly modelNames: boolean;
  /** Where Insert writes. */
  readonly insertAt: "selection" | "newSheet";
  /** Whether a chart is drawn beside what is inserted on a sheet of its own. */
  readonly insertCharts: boolean;
  /** Significant digits shown. */
  readonly digits: number;
  /** When selecting a cell opens its explanation. */
  readonly follow: "calm" | "always" | "never";
  readonly reminders: boolean;
}

export type Role = "investor" | "analyst" | "operator" | "finance";

export const roles: readonly { readonly id: Role; readonly title: string; readonly to: string }[] = [
  { id: "investor", title: "Investor", to: "To the investor" },
  { id: "analyst", title: "Analyst", to: "To the analyst" },
  { id: "operator", title: "Operator", to: "To the operator" },
  { id: "finance", title: "Finance", to: "To the finance team" },
];

export const usualSettings: Settings = {
  theme: "system",
  role: undefined,
  insertAs: "function",
  modelStyle: "dynamic",
  modelNames: false,
  insertAt: "selection",
  insertCharts: true,
  digits: 6,
  follow: "calm",
  reminders: true,
};

const allowed: { readonly [K in keyof Settings]: (value: unknown) => boolean } = {
  theme: (value) => value === "system" || value === "light" || value === "dark",
  role: (value) => value === undefined || roles.some(({ id }) => id === value),
  insertAs: (value) => value === "function" || value === "native",
  modelStyle: (value) => value === "dynamic" || value === "classic",
  modelNames: (value) => typeof value === "boolean",
  insertAt: (value) => value === "selection" || value === "newSheet",
  insertCharts: (value) => typeof value === "boolean",
  digits: (value) => Number.isInteger(value) && (value as number) >= 3 && (value as number) <= 15,
  follow: (value) => value === "calm" || value === "always" || value === "never",
  reminders: (value) => typeof value === "boolean",
};

/** Settings as found in storage or in a file: what is not understood takes its usual value. */
export function readSettings(found: unknown): Settings {
  const given = (typeof found === "object" && found !== null ? found : {}) as Record<string, unknown>;
  const understood = Object.entries(allowed).filter(([key, fits]) => key in given && fits(given[key]));
  return { ...usualSettings, ...Object.fromEntries(understood.map(([key]) => [key, given[key]])) };
}
