import type { Calculator } from "./calculator";
import { gpuHourCost } from "./gpu-hour-cost";
import { servingCost } from "./serving-cost";
import { trainingCost } from "./training-cost";

/** The calculators, in the order of the curriculum. */
export const calculators: readonly Calculator[] = [gpuHourCost, trainingCost, servingCost];

export const calculatorNamed = (id: string): Calculator | undefined =>
  calculators.find((calculator) => calculator.id === id);
