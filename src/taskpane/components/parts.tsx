import { functionNamed } from "../../concepts";
import type { FunctionDefinition } from "../../concepts/define";
import { calculators } from "../calculators";
import { computeCells } from "../computation";
import { unitWords } from "../format";
import { Block } from "./frame";
import { Stack } from "./stack";

/** Where a result goes, for functions that have another which takes them apart over the same arguments. */
export function Parts({ fn, cells }: { readonly fn: FunctionDefinition; readonly cells: readonly unknown[] }) {
  const apart = partsFunction(fn);
  if (!apart) return null;
  const computed = computeCells(apart.fn, cells);
  if (computed.kind !== "value" || !Array.isArray(computed.value)) return null;
  return (
    <Block title={apart.title}>
      <Stack
        table={computed.value}
        unit={unitWords(fn.returns?.unit ?? "")}
        label={`Parts of ${fn.title.toLowerCase()}`}
      />
    </Block>
  );
}

/** The calculators know which function takes which apart; here it counts when both take the same arguments. */
function partsFunction(
  fn: FunctionDefinition,
): { readonly fn: FunctionDefinition; readonly title: string } | undefined {
  for (const { routes } of calculators) {
    for (const { steps, answer, parts } of routes) {
      if (!parts || steps.find(({ id }) => id === answer)?.fn !== fn.name) continue;
      const apart = functionNamed(parts.call.fn);
      const same = apart && Object.keys(apart.parameters).join() === Object.keys(fn.parameters).join();
      if (apart && same) return { fn: apart, title: parts.title };
    }
  }
  return undefined;
}
