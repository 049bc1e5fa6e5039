import type { ReadCall } from "../cell-reading";
import { Explanation } from "./explanation";
import { Details } from "../components/details";
import { Formula } from "../components/formula";
import { Block } from "../components/frame";
import { asSentence } from "../computation";
import { showText } from "../format";

/** Calls inside the formula, each opened on its own. */
export function Inner({ calls, whole }: { readonly calls: readonly ReadCall[]; readonly whole: boolean }) {
  return (
    <Block title={whole ? "Inside its arguments" : "Also in this formula"} class="tight">
      {calls.map((call, i) => (
        <Details
          key={i}
          title={call.fn.name}
          side={
            call.computation?.kind === "value" && !Array.isArray(call.computation.value)
              ? showText(call.computation.value, call.fn.returns?.unit ?? "")
              : undefined
          }
        >
          <div class="inner">
            <Formula text={call.text} />
            {call.computation?.kind === "value" && <Explanation call={call} row={undefined} />}
            {call.unknown !== undefined && <p class="small muted">{call.unknown}</p>}
            {call.computation?.kind === "problem" && (
              <p class="bad">
                {asSentence(Object.values(call.computation.problems)[0]?.message ?? call.computation.message ?? "")}
              </p>
            )}
          </div>
        </Details>
      ))}
    </Block>
  );
}
