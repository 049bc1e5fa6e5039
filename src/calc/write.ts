import { dividedBy, times } from "./arithmetic";
import { plainNumber } from "./number";
import type { Condition, Quantity } from "./quantity";
import type { Series } from "./series";
import { atom, infix, inWords, levels, type Text } from "./text";

const isOne = ({ origin }: Quantity): boolean => origin.kind === "constant" && origin.value.equals(1);

/** Writes a formula in words: every argument and named result by its name, both branches of every choice. */
export class Writer {
  write(part: Quantity): Text {
    const { origin } = part;
    switch (origin.kind) {
      case "operation":
        return this.operation(origin, part);
      case "reduction":
        return this.reduction(origin, part);
      case "when":
        return this.when(origin);
      case "match":
        return this.match(origin);
      case "spelled":
        return this.write(origin.of);
      case "named":
        return this.leaf(part, origin.name);
      case "argument":
        return this.leaf(part, inWords(origin.name));
      case "constant":
        return this.constant(part);
      case "element":
        return this.leaf(part, this.elementName(origin.series));
      case "position":
        return this.leaf(part, "period");
      case "above":
        return this.leaf(part, `${origin.name} above`);
      case "blank":
        return atom("left empty");
      case "failure":
        return atom(`no result (${origin.error.message})`);
    }
  }

  condition({ test }: Condition): Text {
    switch (test.kind) {
      case "comparison":
        return test.comparison.written(this.write(test.left), this.write(test.right));
      case "given":
        return atom(
          test.quantity.origin.kind === "above" ? "there is a row above" : `${this.write(test.quantity).text} is given`,
        );
      case "word":
        return atom(`${inWords(test.word.name)} is ${test.is}`);
      case "flag":
        return atom(inWords(test.name));
      case "last":
        return atom("it is the last row");
      case "every":
        return atom(`everywhere ${this.condition(test.condition).text}`);
      case "not":
        return atom(`not (${this.condition(test.of).text})`);
      case "asked":
        return atom(`${this.condition(test.of).text}, left empty unless ${this.condition(test.when).text}`);
      case "both":
        return infix(" and ", levels.comparison)(this.condition(test.left), this.condition(test.right));
      case "either":
        return infix(" or ", levels.comparison)(this.condition(test.left), this.condition(test.right));
    }
  }

  /** A series by its name, or by the formula of its elements. */
  seriesName(series: Series): string {
    const { source } = series;
    if (series.name) return inWords(series.name);
    switch (source.kind) {
      case "argument":
        return inWords(source.name);
      case "otherwise":
        return this.seriesName(source.of);
      case "slice":
        return `part of ${this.seriesName(source.of)}`;
      case "running":
        return `running ${source.fold} of ${this.seriesName(source.of)}`;
      case "shifted":
        return `${this.seriesName(source.of)} of the period before`;
      case "generated":
      case "each": {
        const element = new Writer().write(source.element).text;
        return source.kind === "each" && source.where
          ? `${element} where ${new Writer().condition(source.where).text}`
          : element;
      }
    }
  }

  protected elementName(series: Series): string {
    return `${this.seriesName(series)} of the period`;
  }
  /** What a fold takes: the series by its name. */
  protected elements(series: Series): Text {
    return atom(this.seriesName(series));
  }
  protected reduction(origin: Extract<Quantity["origin"], { kind: "reduction" }>, _part: Quantity): Text {
    const { reduction, series, operands } = origin;
    return reduction.written(this.elements(series), ...operands.map((operand) => this.write(operand)));
  }
  protected operation(origin: Extract<Quantity["origin"], { kind: "operation" }>, _part: Quantity): Text {
    const { operation, operands } = origin;
    // "× 1 year" turns a number of years into years: it changes the unit and nothing that people would write down.
    if ((operation === times || operation === dividedBy) && isOne(operands[1]!)) return this.write(operands[0]!);
    return operation.written(...operands.map((operand) => this.write(operand)));
  }
  protected when(origin: Extract<Quantity["origin"], { kind: "when" }>): Text {
    const { condition, yes, no } = origin;
    return {
      text: `${this.write(yes).text} if ${this.condition(condition).text}, else ${this.write(no).text}`,
      level: 0,
    };
  }
  protected match(origin: Extract<Quantity["origin"], { kind: "match" }>): Text {
    const cases = Object.entries(origin.cases).map(
      ([word, result]) => `${this.write(result).text} if ${inWords(origin.word.name)} is ${word}`,
    );
    return { text: cases.join("; "), level: 0 };
  }
  protected constant(part: Quantity): Text {
    return atom(plainNumber((part.origin as Extract<Quantity["origin"], { kind: "constant" }>).value));
  }
  protected leaf(_part: Quantity, name: string): Text {
    return atom(name);
  }
}
