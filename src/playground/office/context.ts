import { asOfficeError } from "./errors";
import type { Grid } from "./grid";
import { ClientResult } from "./proxy";
import { Workbook } from "./workbook";

type Action = () => void | Promise<void>;

/** Workbooks written to since they were last calculated. */
const uncalculated = new WeakSet<Grid>();

/** What Excel.run hands to a program: the workbook and a queue that sync sends off. */
export class RequestContext {
  readonly workbook: Workbook;
  /** There is nothing to keep alive here; programs made for Excel ask for it. */
  readonly trackedObjects = { add(): void {}, remove(): void {} };
  #queue: Action[] = [];

  constructor(readonly grid: Grid) {
    this.workbook = new Workbook(this);
  }

  get application(): Workbook["application"] {
    return this.workbook.application;
  }

  /** Adds a step to the queue. */
  enqueue(action: Action): void {
    this.#queue.push(action);
  }

  /** Adds a step that reads what formulas decide: what was written before it is calculated first, where it matters. */
  enqueueRead(action: () => void, matters: () => boolean = () => true): void {
    this.enqueue(async () => {
      if (matters()) await this.calculated();
      action();
    });
  }

  /** Adds a step that writes. */
  enqueueWrite(action: () => void, calculates = false): void {
    this.enqueue(() => {
      action();
      if (calculates) uncalculated.add(this.grid);
    });
  }

  /** A value that is there after the next sync. */
  result<Result>(read: () => Result): ClientResult<Result> {
    const result = new ClientResult<Result>();
    this.enqueueRead(() => result.settle(read()));
    return result;
  }

  /** Waits until everything written so far is calculated. */
  async calculated(): Promise<void> {
    if (!uncalculated.delete(this.grid)) return;
    await this.grid.settle();
  }

  load(object: { load(names?: unknown): unknown }, names?: unknown): void {
    object.load(names);
  }

  async sync<Passed>(passed?: Passed): Promise<Passed> {
    try {
      // Steps may add steps: loading a list loads its items.
      if (this.#queue.length > 0) await this.grid.asOneStep(() => this.#run());
      return passed as Passed;
    } catch (error) {
      throw asOfficeError(error);
    } finally {
      this.#queue = [];
    }
  }

  async #run(): Promise<void> {
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) await next();
  }
}
