/**
 * Ratios measured in one run: ours against the same formula in plain doubles, against well-known packages where they have the
 * function, and what Microsoft's runtime costs. Times differ from machine to machine, ratios less.
 */
import { readFileSync } from "node:fs";
import vm from "node:vm";
import { gzipSync } from "node:zlib";
import { NPV, PMT } from "@formulajs/formulajs";
import { npv, pmt } from "financial";
import { Compiler, frameOf } from "../../src/calc/compile";
import { Decimal } from "../../src/calc/decimal";
import { doubles } from "../../src/calc/numbers";
import { Quantity } from "../../src/calc/quantity";
import { concepts, functionNamed } from "../../src/concepts";
import { exampleCells, type FunctionDefinition } from "../../src/concepts/define";
import { evaluate, readArguments } from "../../src/concepts/evaluate";
import { whatIf } from "../../src/models/what-if";
import { callInRuntime } from "../runtime/microsoft-runtime";

/** Microseconds of one call: the median of several rounds. */
function time(run: () => unknown, rounds = 7): number {
  for (let i = 0; i < 50; i++) run();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    let calls = 0;
    while (performance.now() - start < 30) {
      run();
      calls++;
    }
    return ((performance.now() - start) * 1000) / calls;
  });
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)]!;
}

const line = (what: string, ratio: number, detail = ""): void =>
  console.log(`${what.padEnd(58)} ${ratio.toFixed(1).padStart(8)}  ${detail}`);
const fn = (name: string): FunctionDefinition => functionNamed(name)!;
const micros = (one: number): string => `${one.toFixed(2)} µs`;

/** The tree of a function in plain doubles: the same formula, another arithmetic. */
function inDoubles(one: FunctionDefinition): (() => number) | undefined {
  if (!(one.formula instanceof Quantity)) return undefined;
  const args = Object.fromEntries(
    Object.entries(readArguments(one, exampleCells(one))).map(([name, value]) => [
      name,
      value instanceof Decimal
        ? value.toNumber()
        : Array.isArray(value)
          ? value.map((cell) => (cell as Decimal).toNumber())
          : value,
    ]),
  );
  const run = new Compiler([one.formula], doubles).quantity(one.formula);
  return () => run(frameOf<number>(args as never));
}

console.log("A call with all its checks, against the same formula in plain doubles (times slower)");
for (const concept of concepts) {
  const ratios = concept.functions.flatMap((one) => {
    const plain = inDoubles(one);
    return plain ? [time(() => evaluate(one, exampleCells(one)), 3) / time(plain, 3)] : [];
  });
  if (ratios.length > 0)
    line(concept.title, ratios.reduce((a, b) => a + b, 0) / ratios.length, `${ratios.length} functions`);
}

console.log("\nAgainst packages (times slower)");
const payment = time(() => evaluate(fn("INTERCONNECTIONADDER"), [150, 0.08, 20]));
line("INTERCONNECTIONADDER and formulajs PMT", payment / time(() => Number(PMT(0.08, 20, 150)) / -12), micros(payment));
line("INTERCONNECTIONADDER and financial pmt", payment / time(() => pmt(0.08, 20, 150) / -12), micros(payment));
const flows = Array.from({ length: 60 }, (_, i) => 100 + i);
const worth = time(() => evaluate(fn("LOANLIFECOVERAGE"), [[flows], 0.01, 3000]));
line(
  "LOANLIFECOVERAGE of 60 periods and formulajs NPV",
  worth / time(() => Number(NPV(0.01, flows)) / 3000),
  micros(worth),
);
line(
  "LOANLIFECOVERAGE of 60 periods and financial npv",
  worth / time(() => npv(0.01, [0, ...flows]) / 3000),
  micros(worth),
);

console.log("\nSchedules and simulation");
const schedule = time(() => evaluate(fn("LOANSCHEDULE"), [42e6, 0.005, 360]));
const plainSchedule = time(() => {
  const level = (42e6 * 0.005) / (1 - 1.005 ** -360);
  let balance = 42e6;
  return Array.from({ length: 360 }, (_, k) => {
    const interest = balance * 0.005;
    const row = [k + 1, balance, level, interest, level - interest, (balance -= level - interest)];
    return row;
  });
});
line("LOANSCHEDULE of 360 rows and the loop in doubles", schedule / plainSchedule, micros(schedule));
const simulate = whatIf.find(({ name }) => name === "SIMULATE")!;
const trials = exampleCells(simulate);
trials[3] = 200_000;
const simulated = time(() => evaluate(simulate, trials), 3);
const drawn = time(() => {
  let sum = 0;
  for (let i = 0; i < 400_000; i++) sum += Math.random();
  return sum;
}, 3);
line(
  "SIMULATE, a draw and Math.random()",
  simulated / drawn,
  `${(400_000 / simulated).toFixed(1)} million draws a second`,
);

console.log("\nThe host");
const calls = Array.from({ length: 10_000 }, (_, i) => ["GPUHOURCOST", [30_000 + i, 3, 0.7]] as const);
const start = performance.now();
await callInRuntime(calls);
const hosted = (performance.now() - start) * 1000;
line(
  "10,000 calls through Microsoft's runtime and without it",
  hosted / 10_000 / time(() => evaluate(fn("GPUHOURCOST"), [30_000, 3, 0.7])),
  `${(hosted / 1000).toFixed(0)} ms`,
);
const script = readFileSync("dist/functions.js", "utf8");
const cold = performance.now();
const associated: Record<string, unknown> = {};
vm.runInNewContext(script, { CustomFunctions: { associate: (table: object) => Object.assign(associated, table) } });
const load = performance.now() - cold;
const first = performance.now();
(associated["GPUHOURCOST"] as (...cells: unknown[]) => unknown)(30_000, 3, 0.7);
line(
  "cold start of dist/functions.js and its first call",
  load / (performance.now() - first),
  `${load.toFixed(0)} ms, ${(gzipSync(script).length / 1000).toFixed(1)} kB compressed`,
);
process.exit(0);
