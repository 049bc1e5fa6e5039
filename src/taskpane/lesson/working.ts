import { functionNamed } from "../../concepts";
import type { FunctionDefinition } from "../../concepts/define";
import type { Formula } from "../../concepts/lesson";
import { calls } from "../../formula/calls";
import { explain, type Step } from "../../formula/explain";
import { parse } from "../../formula/parse";
import { argumentValues } from "../formula-value";
import type { Sight } from "./values";

/** How the one function of a formula came to its result; undefined where the formula is not a single call of a number. */
export function workingOfCall(
  formula: Formula,
  sight: Sight,
): { readonly fn: FunctionDefinition; readonly steps: readonly Step[] } | undefined {
  const text = `=${formula}`;
  const tree = parse(text);
  const [call] = calls(tree, "bare");
  if (!call || tree !== call.node || call.fn.columns !== undefined) return undefined;
  const fn = functionNamed(call.fn.name);
  const cells = fn && argumentValues(text, call, (name) => sight.value(name));
  if (!fn || !cells) return undefined;
  try {
    return { fn, steps: explain(fn, cells).steps };
  } catch {
    // Where the function has no result the step already says so.
    return undefined;
  }
}
