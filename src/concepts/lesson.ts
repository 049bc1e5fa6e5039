/** A lesson as `build/lesson.cjs` compiles it from a concept's `lesson.md`. How to write one: docs/lessons.md. */

/**
 * HTML of a closed vocabulary: p, em, strong, ul, ol, li, code,
 * `a` with href `lesson:<slug>` or `function:<NAME>`,
 * `<dfn data-term="debt service">payment</dfn>` (a glossary term, in lower case),
 * `<data data-id="payment" data-format="4"></data>` (empty: filled with the value of the id when shown; without
 * data-format in the id's own format).
 */
export type Html = string;

/** An Excel formula without its equals sign, over ids; our functions stand without their prefix. */
export type Formula = string;

/**
 * Decimals ("0", "3"), decimals of a percentage ("0%", "1%"), "general" (at most six significant digits) or "text".
 * A series is shown as a list, "1.87, 1.40 and 1.02", without its empty texts.
 */
export type Format = string;

/** What a cell, a row of cells or a word holds. */
export type LessonValue = number | string | boolean | readonly number[];

export type Role = "investor" | "analyst" | "operator" | "finance";

/** How near a source is to the fact. */
export type Tier = "primary" | "press" | "vendor" | "second-hand";

/** Values by id, as a sample or a round gives them. */
export type Values = Readonly<Record<string, LessonValue>>;

/** What a reader may change. A block's own input with the id of one of the example's has its label, unit and format unless given. */
export interface LessonInput {
  readonly id: string;
  readonly label: string;
  readonly value: LessonValue;
  /** As people read it; empty for shares shown in percent and for plain numbers. */
  readonly unit: string;
  readonly format: Format;
}

/** Something computed from what stands before it. */
export interface LessonComputation {
  readonly id: string;
  readonly formula: Formula;
  /** Ids of series taken element by element: the formula then gives a series. Series not named here are used whole. */
  readonly each?: readonly string[];
  readonly format: Format;
}

export interface LessonStep extends LessonComputation {
  readonly label: string;
  readonly unit: string;
  /** What the step shows. Absent: the step is computed, not shown on its own. */
  readonly caption?: Html;
}

/**
 * What a block sees: the example's inputs with the block's inputs over them, the example's steps computed from those,
 * then the block's values in their order. A step that fails matters only where it is used.
 */
export interface LessonScope {
  readonly inputs: readonly LessonInput[];
  readonly values: readonly LessonComputation[];
}

export interface LessonOption {
  readonly text: Html;
  /** True for exactly one option. */
  readonly correct: Formula;
}

export interface LessonGuess extends LessonScope {
  readonly question: Html;
  readonly options: readonly LessonOption[];
  readonly answer: Html;
}

export interface LessonColumn {
  /** A series of the example. */
  readonly id: string;
  readonly label: string;
  readonly format: Format;
  /** On one row's values: true where the cell fails. */
  readonly fails?: Formula;
}

export interface LessonExample {
  readonly caseName: string;
  readonly inputs: readonly LessonInput[];
  readonly steps: readonly LessonStep[];
  readonly table?: { readonly caption: string; readonly columns: readonly LessonColumn[] };
  readonly note?: Html;
}

/** From, to, step. */
export type LessonRange = readonly [from: number, to: number, step: number];

/** How fresh numbers are drawn: from a range, as the value times a factor from a range (for a series the same for all), or from a list. */
export type LessonVariation =
  { readonly range: LessonRange } | { readonly times: LessonRange } | { readonly of: readonly LessonValue[] };

export interface WrongPattern {
  readonly formula: Formula;
  readonly feedback: Html;
}

export interface LessonAnswer {
  readonly label: string;
  readonly formula: Formula;
  readonly unit: string;
  readonly format: Format;
}

export interface LessonYourTurn extends LessonScope {
  readonly prompt: Html;
  readonly inputs: readonly (LessonInput & { readonly vary?: LessonVariation })[];
  /** Values of the second try, the third …; after them come fresh numbers. */
  readonly rounds: readonly Values[];
  /** Ids of the example's steps that are shown worked. */
  readonly given: readonly string[];
  readonly answer: LessonAnswer;
  /** Relative. */
  readonly tolerance: number;
  readonly hints: readonly [Html, Html, Html];
  readonly wrongPatterns: readonly WrongPattern[];
}

export interface LessonSeries {
  readonly id: string;
  readonly label: string;
  /** Evaluated once per value of x; may use the series above it. */
  readonly formula: Formula;
  /** Dashed: a limit; hollow in bars and stacks. */
  readonly style: "plain" | "strong" | "dashed";
}

export interface LessonChart extends LessonScope {
  readonly title: string;
  readonly lead: Html;
  readonly kind: "line" | "bars" | "stack";
  /** Moves the value of this input. */
  readonly slider: {
    readonly input: string;
    readonly min: number;
    readonly max: number;
    readonly step: number;
    readonly label: string;
    readonly format: Format;
  };
  readonly x: {
    readonly id: string;
    readonly label: string;
    readonly unit: string;
    readonly format: Format;
    readonly values: readonly number[] | readonly string[];
  };
  readonly y: { readonly label: string; readonly unit: string; readonly format: Format };
  readonly series: readonly LessonSeries[];
  /** A level line. */
  readonly threshold?: { readonly label: string; readonly formula: Formula };
  /** A number and a word under each x: on the x and the series there. */
  readonly test?: {
    readonly label: string;
    readonly formula: Formula;
    readonly format: Format;
    readonly fails: Formula;
    readonly words: { readonly pass: string; readonly fail: string };
  };
  /** What the chart proves, at the slider's place: the first text whose condition holds; the last one's always does. */
  readonly sentence: readonly { readonly when: Formula; readonly text: Html }[];
}

export interface LessonCalculation extends LessonAnswer {
  readonly remark?: Html;
}

export interface LessonMistake extends LessonScope {
  readonly wrong: LessonCalculation;
  readonly right: LessonCalculation;
  /** The money between them. */
  readonly difference: LessonAnswer;
  readonly prose: Html;
}

export interface LessonFact {
  readonly text: Html;
  /** The figure, in the source's words. */
  readonly value: string;
  /** 2025, 2025-06 or 2025-06-30. */
  readonly asOf: string;
  readonly source: string;
  readonly url: string;
  readonly tier: Tier;
}

export interface LessonSignal extends LessonScope {
  readonly watch: Html;
  readonly facts: readonly LessonFact[];
  readonly read: Html;
  readonly discipline: Html;
}

export interface LessonCondition {
  readonly id: string;
  readonly label: string;
  /** True when it holds. */
  readonly formula: Formula;
  /** Distance to the boundary, positive where the condition holds: `{margin}` in the texts. */
  readonly margin: Formula;
  readonly unit: string;
  readonly format: Format;
  readonly pass: Html;
  readonly fail: Html;
}

/** What would make a failing check pass, `{fix}` in its message: a formula, or the value of an input between two bounds, found by search. Shown rounded to the side that passes. */
export type LessonFix = { readonly format: Format; readonly message: Html } & (
  { readonly formula: Formula } | { readonly input: string; readonly low: Formula; readonly high: Formula }
);

export interface LessonDecisionCheck extends LessonScope {
  readonly sentence: Html;
  /** Ids of the inputs that the reader may point at cells. */
  readonly cells: readonly string[];
  readonly conditions: readonly LessonCondition[];
  /** `{reason}` in `cannot` is the failing function's message. */
  readonly messages: { readonly pass: Html; readonly fail: Html; readonly cannot: Html };
  readonly fix: LessonFix;
  readonly samples: { readonly pass: Values; readonly fail: Values; readonly cannot: Values };
}

export interface LessonChoice extends LessonScope {
  readonly question: Html;
  readonly options: readonly (LessonOption & { readonly feedback: Html })[];
}

export interface LessonNumberQuestion extends LessonScope {
  readonly question: Html;
  readonly formula: Formula;
  readonly unit: string;
  readonly format: Format;
  /** Relative. */
  readonly tolerance: number;
  readonly wrongPatterns: readonly WrongPattern[];
}

export interface LessonSource {
  readonly name: string;
  readonly date: string;
  readonly url: string;
  readonly tier: Tier;
  /** Which sentence rests on it. */
  readonly supports: string;
}

/** A glossary entry whose home is the lesson. */
export interface LessonTerm {
  readonly term: string;
  readonly line: string;
}

/** What lists, search and the glossary need of a lesson: small, so that they need not load the rest. Plain text throughout. */
export interface LessonHeader {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly audience: readonly Role[];
  readonly minutes: number;
  readonly track: string;
  readonly position: number;
  readonly functions: readonly string[];
  readonly calculators: readonly string[];
  readonly aliases: readonly string[];
  readonly terms: readonly LessonTerm[];
}

/** One lesson: header, prose and data blocks, in the order in which they are read. Labels are plain text. */
export interface Lesson extends LessonHeader {
  readonly prerequisites: readonly string[];
  readonly related: readonly string[];
  readonly uses: readonly string[];
  readonly reviewed: string;
  readonly guess: LessonGuess;
  readonly definition: Html;
  /** One paragraph for each role of the audience. */
  readonly roles: Readonly<Partial<Record<Role, Html>>>;
  readonly example: LessonExample;
  readonly yourTurn: LessonYourTurn;
  readonly chart: LessonChart;
  readonly mistake: LessonMistake;
  readonly signal: LessonSignal;
  readonly takeaway: Html;
  readonly decisionCheck: LessonDecisionCheck;
  readonly memory: Html;
  readonly exit: { readonly choice: LessonChoice; readonly number: LessonNumberQuestion };
  readonly sources: readonly LessonSource[];
}
