import type { Role } from "../concepts/lesson";

/** A model as data. How to write one: docs/models.md. */
export interface Model {
  /** The file's name. */
  readonly id: string;
  readonly title: string;
  /** One sentence for lists. */
  readonly summary: string;
  /** Raised when the model changes. */
  readonly version: string;
  /** Five sentences that explain it. */
  readonly sentences: readonly [string, string, string, string, string];
  /** Slugs of the lessons it leads to. */
  readonly lessons: readonly string[];
  readonly audience: readonly Role[];
  readonly axis: Axis;
  readonly chart: ModelChart;
  readonly inputs: readonly Section<InputRow>[];
  readonly workings: readonly Section<Row>[];
  /** Tables that our functions spill, periods downwards. */
  readonly tables?: readonly ModelTable[];
  readonly outputs: readonly Section<OutputRow>[];
  readonly checks: readonly Check[];
  readonly decisions: readonly Decision[];
  /** What has to move which way; the tests move it. */
  readonly directions: readonly Direction[];
  /** What the figures rest on, for the About sheet. */
  readonly sources: readonly string[];
}

/** The one time axis: periods 1 to `periods`, and a column before them for the state at the start. */
export interface Axis {
  /** "Quarter", "Year", "Month". */
  readonly label: string;
  readonly unit: string;
  readonly periods: number;
  /** What the column before the first period is called: "At close". */
  readonly start: string;
}

export interface Section<R> {
  readonly title: string;
  readonly rows: readonly R[];
}

/**
 * An Excel formula without its equals sign, over ids instead of addresses; our functions stand without their prefix.
 * Besides ids: previous(x), next(x), start(x), first(x), last(x), all(x), upTo(x), from(x), total(x),
 * column(table, "column") and period.
 */
export type Formula = string;

interface Line {
  /** camelCase; what formulas call it. */
  readonly id: string;
  readonly label: string;
  /** As people read it: "USD thousand", "share", "times", "number". Never empty. */
  readonly unit: string;
  /** An Excel number format. */
  readonly format: string;
}

/** What a user may change. */
export interface InputRow extends Line {
  readonly value?: number | string | boolean;
  /** A value for each period instead. */
  readonly each?: readonly number[];
  /** Where the value comes from; left out: illustrative. */
  readonly source?: string;
  /** "2026-11"; of the source. */
  readonly date?: string;
  /** The words that a text may be. */
  readonly words?: readonly string[];
}

/** A number, or a number for each period. */
export interface Row extends Line {
  /** One number. Ids of rows with periods stand for all their periods. */
  readonly value?: Formula;
  /** The same formula in each period. Ids of rows with periods stand for the period's number. */
  readonly each?: Formula;
  /** The state before the first period: what previous(x) finds in the first one. */
  readonly start?: Formula;
  /** Over the periods: sum, min, max, average or last, or a formula. */
  readonly total?: Formula;
  /**
   * Native formulas in place of the ones above for the style without the add-in. Needed where the native form of one of our functions
   * is not a classic formula, or breaks a rule of modelling; the tests say where.
   */
  readonly classic?: {
    readonly value?: Formula;
    readonly each?: Formula;
    readonly start?: Formula;
    readonly total?: Formula;
  };
  readonly style?: "total";
  /** A few words beside the numbers. */
  readonly note?: string;
}

export interface OutputRow extends Row {
  /** One of the few results that the pane shows. */
  readonly key?: true;
}

/** One call of a table function: a spill, or classic rows. */
export interface ModelTable {
  readonly id: string;
  readonly title: string;
  /** One call, over ids. */
  readonly call: Formula;
  /** Rows under the header; left out: as many as periods. */
  readonly rows?: number;
  /**
   * Its rows have no classic form: the style without the add-in leaves it out, and every row that takes a column of it has a classic
   * formula.
   */
  readonly dynamicOnly?: true;
  /** Number formats by column; "#,##0.00" where left out. */
  readonly formats?: Readonly<Record<string, string>>;
}

/** What must hold in any model of this shape, whatever the inputs: arithmetic, not judgment. */
export interface Check {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** Must be zero: one number. */
  readonly difference?: Formula;
  /** Must be zero in each period. */
  readonly each?: Formula;
  /** Must be true. */
  readonly truth?: Formula;
  /** Native form of the one that is given. */
  readonly classic?: Formula;
}

/** A question that the model decides. */
export interface Decision {
  readonly id: string;
  /** A question: "Does every quarter cover its debt service?" */
  readonly label: string;
  readonly unit: string;
  readonly format: string;
  /** Distance from the limit, positive on the good side: one number, or one in each period. */
  readonly margin?: Formula;
  readonly each?: Formula;
  readonly classic?: Formula;
  /** The number that would make it pass, or that it could bear while it passes. */
  readonly fix: {
    readonly label: string;
    readonly unit: string;
    readonly format: string;
    readonly value: Formula;
    readonly classic?: Formula;
  };
}

/** One input multiplied by a factor, and the rows with one number that must rise and fall. */
export interface Direction {
  readonly input: string;
  readonly times: number;
  readonly raises?: readonly string[];
  readonly lowers?: readonly string[];
}

/** The chart that makes the model's point: rows with periods of Outputs. */
export interface ModelChart {
  readonly title: string;
  /** The point, in one sentence. */
  readonly point: string;
  readonly kind: "line" | "column" | "stackedColumn";
  readonly valueAxis: string;
  /** A row with periods of Outputs that names the points; left out: the periods themselves. */
  readonly x?: string;
  /** Show the column before the first period. */
  readonly fromStart: boolean;
  readonly series: readonly {
    readonly id: string;
    readonly label: string;
    readonly style: "plain" | "strong" | "dashed";
  }[];
}
