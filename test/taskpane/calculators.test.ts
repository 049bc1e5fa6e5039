import { functionNamed } from "../../src/concepts";
import { evaluate } from "../../src/concepts/evaluate";
import { calculators } from "../../src/taskpane/calculators";
import {
  answerOf,
  driversOf,
  inputArgument,
  inputsOf,
  meeting,
  partsOf,
  planOf,
  run,
  workingOf,
} from "../../src/taskpane/calculators/run";
import { layOut } from "../../src/taskpane/sheet-rows";

const routes = calculators.flatMap((calculator) =>
  calculator.routes.map((route) => [`${calculator.title}: ${route.label}`, calculator, route] as const),
);
const start = (calculator: (typeof calculators)[number]) =>
  Object.fromEntries(calculator.inputs.map(({ id, value }) => [id, value]));

describe.each(routes)("%s", (_, calculator, route) => {
  const values = start(calculator);

  it("computes from the inputs it begins with", () => {
    expect(answerOf(route, values)).toBeGreaterThan(0);
  });

  it("asks for inputs with the limits of the arguments they feed", () => {
    for (const input of inputsOf(calculator, route)) {
      const { kind } = inputArgument(input);
      expect([input.id, kind]).toEqual([input.id, "number"]);
    }
  });

  it("shows its working, and its last step is the answer", () => {
    const result = run(route, values);
    if (result.kind !== "value") throw new Error(result.message);
    expect(workingOf([result.answer]).at(-1)?.exact).toBeCloseTo(result.answer.value as number, 9);
  });

  it("says what moves it most", () => {
    const [largest, ...rest] = driversOf(inputsOf(calculator, route), route, values);
    expect(largest?.change).toBeDefined();
    for (const { change } of rest) expect(Math.abs(change)).toBeLessThanOrEqual(Math.abs(largest!.change));
  });

  it("goes into a sheet as live formulas over its inputs", () => {
    const result = run(route, values);
    if (result.kind !== "value") throw new Error(result.message);
    const { rows } = layOut(planOf(calculator, route, values, result), "A1");
    const formulas = rows.flatMap((row) => row.flatMap((cell) => cell?.formula ?? []));
    expect(formulas).toHaveLength(route.steps.length);
    for (const formula of formulas) expect(formula).toMatch(/^=COMPUTE\.[A-Z]+\([A-Z0-9,]*\)$/);
  });
});

describe("GPU-hour cost", () => {
  const calculator = calculators[0]!;
  const [own] = calculator.routes;
  const values = start(calculator);

  // The lesson brief: LEVELIZEDCOMPUTECOST(35000,5,0.75,0.1,1.3,1.25,0.07,2200,3500) = 1.8046.
  it("gives the levelized cost of the running case", () => {
    expect(answerOf(own!, values)).toBeCloseTo(1.804576962714532, 12);
  });

  it("takes it apart into parts that add up", () => {
    const table = partsOf(own!, values)?.value as (string | number)[][];
    const amounts = table.slice(1, -1).map(([, amount]) => amount as number);
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(table.at(-1)![1] as number, 12);
  });

  it("finds the use at which owning meets the rent", () => {
    const use = meeting(own!, values, "utilization", 2.4, 0.01, 1)!;
    expect(answerOf(own!, { ...values, utilization: use })).toBeCloseTo(2.4, 9);
    expect(use).toBeCloseTo(0.564, 3);
  });

  it("finds none where there is none", () => {
    expect(meeting(own!, values, "utilization", 0.5, 0.01, 1)).toBeUndefined();
  });

  it("blames the input, not the argument, for what will not do", () => {
    expect(run(own!, { ...values, utilization: 75 })).toMatchObject({
      kind: "problem",
      problems: { utilization: { better: 0.75 } },
    });
  });
});

describe("presets", () => {
  const presets = calculators.flatMap((calculator) =>
    calculator.presets ? [[calculator.title, calculator.presets] as const] : [],
  );

  it.each(presets)("of %s are in the reference table", (_, { gpus, fills }) => {
    const specification = functionNamed("GPUSPEC")!;
    for (const gpu of gpus) {
      for (const { field } of Object.values(fills)) expect(evaluate(specification, [gpu, field])).toBeGreaterThan(0);
    }
  });
});
