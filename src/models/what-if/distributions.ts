import { CalculationError } from "../../calc/error";
import { inverseNormalDouble } from "../../calc/normal-double";
import { asText } from "../../calc/text";
import { betaQuantile } from "./beta";

/** A distribution as a quantile function: draws are made by putting evenly spread shares through it. */
export type Quantile = (share: number) => number;

interface Kind {
  readonly parameters: readonly string[];
  /** What the parameters must be, in words; undefined where they will do. */
  problem(values: readonly number[]): string | undefined;
  quantile(values: readonly number[]): Quantile;
}

const ordered = ([low, mode, high]: readonly number[]): string | undefined =>
  low! < high! && low! <= mode! && mode! <= high! ? undefined : "low must be below high and mode between them";

const kinds: Readonly<Record<string, Kind>> = {
  normal: {
    parameters: ["mean", "standard deviation"],
    problem: ([, deviation]) => (deviation! >= 0 ? undefined : "the standard deviation must be at least 0"),
    quantile:
      ([mean, deviation]) =>
      (share) =>
        mean! + deviation! * inverseNormalDouble(share),
  },
  /** By the mean and the standard deviation of the value itself, not of its logarithm. */
  lognormal: {
    parameters: ["mean", "standard deviation"],
    problem: ([mean, deviation]) =>
      mean! > 0 && deviation! >= 0 ? undefined : "the mean must be more than 0 and the standard deviation at least 0",
    quantile: ([mean, deviation]) => {
      const variance = Math.log(1 + (deviation! / mean!) ** 2);
      const [centre, spread] = [Math.log(mean!) - variance / 2, Math.sqrt(variance)];
      return (share) => Math.exp(centre + spread * inverseNormalDouble(share));
    },
  },
  triangular: {
    parameters: ["low", "mode", "high"],
    problem: ordered,
    quantile: ([low, mode, high]) => {
      const width = high! - low!;
      const turn = (mode! - low!) / width;
      return (share) =>
        share < turn
          ? low! + Math.sqrt(share * width * (mode! - low!))
          : high! - Math.sqrt((1 - share) * width * (high! - mode!));
    },
  },
  uniform: {
    parameters: ["low", "high"],
    problem: ([low, high]) => (low! < high! ? undefined : "low must be below high"),
    quantile:
      ([low, high]) =>
      (share) =>
        low! + share * (high! - low!),
  },
  "beta-pert": {
    parameters: ["low", "mode", "high"],
    problem: ordered,
    quantile: ([low, mode, high]) => {
      const width = high! - low!;
      const quantile = betaQuantile(1 + (4 * (mode! - low!)) / width, 1 + (4 * (high! - mode!)) / width);
      return (share) => low! + width * quantile(share);
    },
  },
};

/** The quantile function of a row: a distribution's name, then its parameters. */
export function quantileOf(row: readonly unknown[], line: number): Quantile {
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
  return kind.quantile(values);
}

const refused = (words: string): CalculationError => new CalculationError("invalidValue", words, "distributions");
