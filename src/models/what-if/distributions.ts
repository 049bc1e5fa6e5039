import { CalculationError } from "../../calc/error";
import { inverseNormalDouble } from "../../calc/normal-double";
import { asText } from "../../calc/text";
import { betaQuantile } from "./beta";

/** A distribution: turns a column of evenly spread shares into draws, in place, by its quantile function. */
export type Draw = (column: Float64Array) => void;

interface Kind {
  readonly parameters: readonly string[];
  /** What the parameters must be, in words; undefined where they will do. */
  problem(values: readonly number[]): string | undefined;
  draw(values: readonly number[]): Draw;
}

const ordered = ([low, mode, high]: readonly number[]): string | undefined =>
  low! < high! && low! <= mode! && mode! <= high! ? undefined : "low must be below high and mode between them";

const kinds: Readonly<Record<string, Kind>> = {
  normal: {
    parameters: ["mean", "standard deviation"],
    problem: ([, deviation]) => (deviation! >= 0 ? undefined : "the standard deviation must be at least 0"),
    draw: ([mean, deviation]) => normally(mean!, deviation!),
  },
  /** By the mean and the standard deviation of the value itself, not of its logarithm. */
  lognormal: {
    parameters: ["mean", "standard deviation"],
    problem: ([mean, deviation]) =>
      mean! > 0 && deviation! >= 0 ? undefined : "the mean must be more than 0 and the standard deviation at least 0",
    draw: ([mean, deviation]) => {
      const variance = Math.log(1 + (deviation! / mean!) ** 2);
      const normal = normally(Math.log(mean!) - variance / 2, Math.sqrt(variance));
      return (column) => {
        normal(column);
        for (let i = 0; i < column.length; i++) column[i] = Math.exp(column[i]!);
      };
    },
  },
  triangular: {
    parameters: ["low", "mode", "high"],
    problem: ordered,
    draw: (values) => {
      const [low, mode, high] = values as [number, number, number];
      const width = high - low;
      const turn = (mode - low) / width;
      const [rising, falling] = [width * (mode - low), width * (high - mode)];
      return (column) => {
        for (let i = 0; i < column.length; i++) {
          const share = column[i]!;
          column[i] = share < turn ? low + Math.sqrt(share * rising) : high - Math.sqrt((1 - share) * falling);
        }
      };
    },
  },
  uniform: {
    parameters: ["low", "high"],
    problem: ([low, high]) => (low! < high! ? undefined : "low must be below high"),
    draw: (values) => {
      const [low, high] = values as [number, number];
      const width = high - low;
      return (column) => {
        for (let i = 0; i < column.length; i++) column[i] = low + column[i]! * width;
      };
    },
  },
  "beta-pert": {
    parameters: ["low", "mode", "high"],
    problem: ordered,
    draw: (values) => {
      const [low, mode, high] = values as [number, number, number];
      const width = high - low;
      const quantile = betaQuantile(1 + (4 * (mode - low)) / width, 1 + (4 * (high - mode)) / width);
      return (column) => {
        for (let i = 0; i < column.length; i++) column[i] = low + width * quantile(column[i]!);
      };
    },
  },
};

/** What each distribution has to be told, by its name. */
export const distributionParameters: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(kinds).map(([name, { parameters }]) => [name, parameters]),
);

function normally(mean: number, deviation: number): Draw {
  return (column) => {
    for (let i = 0; i < column.length; i++) column[i] = mean + deviation * inverseNormalDouble(column[i]!);
  };
}

/** The draws of a row: a distribution's name, then its parameters. */
export function drawOf(row: readonly unknown[], line: number): Draw {
  const name = asText(row[0]).trim().toLowerCase();
  const kind = Object.hasOwn(kinds, name) ? kinds[name]! : undefined;
  const where = `distributions row ${line}`;
  if (!kind)
    throw refused(
      `${where} must name a distribution (normal, lognormal, triangular, uniform or beta-PERT); it names "${asText(row[0])}"`,
    );
  const values = kind.parameters.map((parameter, i) => {
    const value = row[i + 1];
    if (typeof value === "number" && Number.isFinite(value)) return value;
    throw refused(
      `${where} must give ${kind.parameters.join(", ")} as numbers; ${parameter} is ${value === undefined || value === null || value === "" ? "blank" : `"${asText(value)}"`}`,
    );
  });
  const problem = kind.problem(values);
  if (problem !== undefined) throw refused(`${where} will not do for ${name}: ${problem}`);
  return kind.draw(values);
}

const refused = (words: string): CalculationError => new CalculationError("invalidValue", words, "distributions");
