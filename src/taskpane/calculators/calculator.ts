/** A calculator: inputs, and a chain of our functions over them. Working, drivers and units come from the functions. */
export interface Calculator {
  readonly id: string;
  readonly title: string;
  /** One sentence: what it answers. */
  readonly summary: string;
  readonly aliases: readonly string[];
  /** The lesson behind it. */
  readonly lesson: string;
  readonly inputs: readonly CalculatorInput[];
  /** Ways to the answer, the usual one first. */
  readonly routes: readonly Route[];
  /** Accelerators of the reference table whose figures may be taken over, and what fills which input. */
  readonly presets?: Presets;
}

export interface CalculatorInput {
  readonly id: string;
  readonly label: string;
  /** An illustrative value to begin with. */
  readonly value: number;
  /** The argument whose unit and limits it has: "GPUHOURCOST.capex". */
  readonly like: `${Uppercase<string>}.${string}`;
}

export interface Route {
  readonly id: string;
  readonly label: string;
  /** In order, each over inputs and results of earlier steps. */
  readonly steps: readonly CalculatorStep[];
  /** The step whose result is the answer. */
  readonly answer: string;
  /** A function that takes the answer apart: its table has parts, amounts and shares, and the total last. */
  readonly parts?: { readonly title: string; readonly call: Call };
  readonly comparison?: Comparison;
}

/** Which input or earlier step each argument of a function is. */
export interface Call {
  readonly fn: Uppercase<string>;
  readonly arguments: Readonly<Record<string, string>>;
}

export interface CalculatorStep extends Call {
  readonly id: string;
}

/** The answer against an input: it should not be more. */
export interface Comparison {
  readonly title: string;
  readonly against: string;
  /** "Owning costs", followed by the distance and "less" or "more". */
  readonly subject: string;
  /** What the distance is per: "an hour"; empty where it is a total. */
  readonly per: string;
  /** The input that is moved to find where both meet, and the values between which it may lie. */
  readonly lever: { readonly input: string; readonly low: number; readonly high: number; readonly words: string };
}

export interface Presets {
  readonly label: string;
  readonly gpus: readonly string[];
  /** Figures of GPUSPEC by input: { peakTflops: "bf16" }. */
  readonly fills: Readonly<Record<string, { readonly field: string; readonly times?: number }>>;
}
