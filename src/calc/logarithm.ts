import { Decimal } from "./decimal";

/** Numbers are held as whole multiples of 2^-192: 57 digits, so that 34 are left of a logarithm near 0. */
const places = 192n;
const digits = 58;
const tenToDigits = 10n ** BigInt(digits);
/** The number is first divided by the nearest 64th: the rest is within 1/90 of 1, where the series is short. */
const steps = 64;

/** Natural logarithm: ten times as fast as the library's, for ranges of prices, and as exact. */
export function naturalLogarithm(x: Decimal): Decimal {
  const double = x.toNumber();
  if (!(double > 0 && double < Infinity)) return x.ln();
  const [numerator, denominator] = fraction(x);
  const doublings = Math.round(Math.log2(double));
  // In two halves, because 2^1024 is no double.
  const half = Math.trunc(doublings / 2);
  const step = Math.round((double / 2 ** half / 2 ** (doublings - half)) * steps);
  const [above, below] = doublings < 0 ? [BigInt(-doublings), 0n] : [0n, BigInt(doublings)];
  const scaled = (numerator * BigInt(steps)) << above;
  const stepped = (denominator * BigInt(step)) << below;
  const rest = logarithmOfRatio(scaled, stepped);
  return decimal(rest + known(step, steps) + BigInt(doublings) * known(2, 1));
}

/** ln(a/b) by its series in s = (a − b)/(a + b), which is quick where a and b are close. */
function logarithmOfRatio(a: bigint, b: bigint): bigint {
  const s = ((a - b) << places) / (a + b);
  const square = (s * s) >> places;
  let power = s;
  let sum = s;
  for (let odd = 3n; power !== 0n && power !== -1n; odd += 2n) {
    power = (power * square) >> places;
    sum += power / odd;
  }
  return 2n * sum;
}

const kept = new Map<string, bigint>();

/** ln(over/under) of the few numbers that every logarithm is put together from. */
function known(over: number, under: number): bigint {
  const name = `${over}/${under}`;
  let value = kept.get(name);
  if (value === undefined) {
    const exact = Decimal.clone({ precision: digits });
    value = fixed(new exact(over).dividedBy(under).ln());
    kept.set(name, value);
  }
  return value;
}

/** A positive decimal as a fraction of whole numbers. */
function fraction(x: Decimal): [bigint, bigint] {
  const { d: words, e: exponent } = x;
  let whole = 0n;
  for (const word of words) whole = whole * 10_000_000n + BigInt(word);
  // The first word ends just left of the point that the exponent places; each further one is seven digits on.
  const tens = (Math.floor(exponent / 7) - (words.length - 1)) * 7;
  return tens < 0 ? [whole, 10n ** BigInt(-tens)] : [whole * 10n ** BigInt(tens), 1n];
}

const fixed = (x: Decimal): bigint => (BigInt(x.toFixed(digits).replace(".", "")) << places) / tenToDigits;
const decimal = (x: bigint): Decimal => new Decimal(`${(x * tenToDigits) >> places}e-${digits}`).plus(0);
