import fc from "fast-check";

const decimals = (least: number, most: number, places: number): fc.Arbitrary<number> =>
  fc.integer({ min: least * 10 ** places, max: most * 10 ** places }).map((n) => n / 10 ** places);

/** Amounts in USD, with cents. */
export const money = (most = 1_000_000, least = 0): fc.Arbitrary<number> => decimals(least, most, 2);
/** A part of a whole from 0 to 1. */
export const part = (least = 0, most = 1): fc.Arbitrary<number> => decimals(least, most, 3);
/** A rate of interest or discount; 0 comes up often, being a case of its own. */
export const rate = fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 6, arbitrary: decimals(0, 0.3, 4) });
/** A number of years or a multiple above 0. */
export const positive = (most: number): fc.Arbitrary<number> => decimals(0, most, 2).map((n) => n + 0.01);
/** Amounts of as many periods. */
export const amounts = (least: number, most: number, longest = 24): fc.Arbitrary<number[]> =>
  fc.array(money(most, least), { minLength: 1, maxLength: longest });
/** Several lists of one length. */
export const lists = (count: number, most: number): fc.Arbitrary<number[][]> =>
  fc
    .array(fc.tuple(...Array.from({ length: count }, () => money(most))), { minLength: 1, maxLength: 24 })
    .map((rows) => Array.from({ length: count }, (_, i) => rows.map((row) => row[i]!)));
