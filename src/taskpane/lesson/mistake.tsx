import { useMemo } from "preact/hooks";
import type { Lesson, LessonCalculation } from "../../concepts/lesson";
import { Block } from "../components/frame";
import { Breakable } from "../components/formula";
import { Icon } from "../components/icon";
import { fullNumber, unitWords } from "../format";
import { formatAs } from "./format";
import { Prose } from "./prose";
import { Sight } from "./values";

/** The wrong number, the right one, and the money between them. */
export function Mistake({ lesson }: { readonly lesson: Lesson }) {
  const { mistake, example } = lesson;
  const sight = useMemo(() => new Sight(example, mistake), [lesson]);
  const { difference } = mistake;
  const between = sight.number(difference.formula);
  return (
    <Block title="Common mistake" id="mistake">
      <Prose html={mistake.prose} sight={sight} />
      <div class="compare">
        <Side calculation={mistake.wrong} sight={sight} kind="wrong" />
        <Side calculation={mistake.right} sight={sight} kind="right" />
        <div class="sum">
          <p>
            {difference.label}:{" "}
            <b class="num" title={between === undefined ? undefined : fullNumber(between)}>
              {formatAs(between, difference.format)}
            </b>{" "}
            <span class="unit">{unitWords(difference.unit)}</span>
          </p>
        </div>
      </div>
    </Block>
  );
}

interface SideProps {
  readonly calculation: LessonCalculation;
  readonly sight: Sight;
  readonly kind: "wrong" | "right";
}

function Side({ calculation, sight, kind }: SideProps) {
  const { label, formula, unit, format, remark } = calculation;
  const value = sight.number(formula);
  return (
    <div>
      <h3 class={kind === "wrong" ? "bad" : "good"}>
        <Icon name={kind === "wrong" ? "fail" : "pass"} />
        {kind === "wrong" ? "Wrong" : "Right"}
      </h3>
      <p class="small muted">{label}</p>
      <p class="big" title={value === undefined ? undefined : fullNumber(value)}>
        {formatAs(value, format)} <span class="unit small">{unitWords(unit)}</span>
      </p>
      <code>
        <Breakable text={formula} />
      </code>
      {remark !== undefined && (
        <p class="small muted">
          <Prose html={remark} sight={sight} />
        </p>
      )}
    </div>
  );
}
