import type { LinkItem } from "../components/links";
import { type WhatIfTool, whatIfTools } from "../screen";

/** What each tool is called and does. */
export const whatIfTitles: Readonly<Record<WhatIfTool, { readonly title: string; readonly what: string }>> = {
  sensitivity: { title: "Sensitivity grid", what: "The result for values of one or two arguments." },
  tornado: { title: "Tornado", what: "Which argument moves the result most between a low and a high value." },
  solve: { title: "What must be true", what: "The value of an argument at which the result is what you want." },
  scenarios: { title: "Scenarios", what: "The result in named cases that change several arguments at once." },
  simulate: { title: "Monte Carlo", what: "How the result is spread when arguments are uncertain." },
};

/** Other words that people search for. */
export const whatIfAliases: Readonly<Record<WhatIfTool, readonly string[]>> = {
  sensitivity: ["data table", "two-way table"],
  tornado: ["drivers", "swing"],
  solve: ["goal seek", "break-even", "target"],
  scenarios: ["scenario manager", "stress test", "cases"],
  simulate: ["simulation", "risk", "distribution", "P90"],
};

/** A link to each. */
export const whatIfLinks = (): LinkItem[] =>
  whatIfTools.map((tool) => ({
    to: { name: "what-if", tool },
    name: whatIfTitles[tool].title,
    what: whatIfTitles[tool].what,
  }));
