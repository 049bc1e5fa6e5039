/**
 * Long calculations without a standstill: what runs longer than a slice goes on after others had their turn. Short ones answer
 * at once, for a promise shows #BUSY! for a moment.
 */

/** A calculation that pauses often, so that it can be left and taken up again. */
export type Sliced<R> = Generator<undefined, R>;

/** How long, in milliseconds, all calculations together may run in one turn. A person notices 100. */
const turn = 40;

interface Waiting {
  /** Goes on until the time is up; whether it has ended. */
  run(until: number): boolean;
}

const waiting: Waiting[] = [];
/** When the turn ends that is now running; undefined when none has begun. */
let turnEnds: number | undefined;

/** The result of a calculation: at once where the turn has time for it, else a promise of it. */
export function inSlices<R>(calculation: Sliced<R>): R | Promise<R> {
  // Where nothing can be put off, it has to be done now.
  if (typeof setTimeout !== "function") return toEnd(calculation);
  if (waiting.length === 0) {
    const step = until(calculation, endOfTurn());
    if (step.done) return step.value;
  }
  return new Promise((resolve, reject) => {
    waiting.push({
      run(end) {
        try {
          const step = until(calculation, end);
          if (step.done) resolve(step.value);
          return step.done ?? false;
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
          return true;
        }
      },
    });
  });
}

/** When the present turn ends. Its first calculation begins it; the next turn begins when the timer comes round. */
function endOfTurn(): number {
  if (turnEnds === undefined) {
    turnEnds = performanceNow() + turn;
    setTimeout(nextTurn);
  }
  return turnEnds;
}

/** The calculations that wait, one after the other, for one turn; then others have theirs. */
function nextTurn(): void {
  turnEnds = undefined;
  if (waiting.length === 0) return;
  const end = endOfTurn();
  while (waiting.length > 0 && performanceNow() < end) if (waiting[0]!.run(end)) waiting.shift();
}

function until<R>(calculation: Sliced<R>, end: number): IteratorResult<undefined, R> {
  for (;;) {
    const step = calculation.next();
    if (step.done || performanceNow() >= end) return step;
  }
}

function toEnd<R>(calculation: Sliced<R>): R {
  return (until(calculation, Infinity) as IteratorReturnResult<R>).value;
}

const performanceNow = (): number => (typeof performance === "undefined" ? Date.now() : performance.now());
