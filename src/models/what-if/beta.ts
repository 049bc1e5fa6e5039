/** Into how many cells the values from 0 to 1 are cut. */
const cells = 1024;
/** So many at either end are computed by a series: there the distribution function is too steep for a polynomial in each cell. */
const endCells = 64;
const steps = 10;

/**
 * Quantile function of the beta distribution with a, b ≥ 1, to some fourteen digits. In each cell the distribution function is a
 * polynomial that meets it, its slope and its bend at both ends; Newton's method turns it around.
 */
export function betaQuantile(a: number, b: number): (share: number) => number {
  const scale = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b));
  const shares = Float64Array.from({ length: cells + 1 }, (_, i) => incompleteBeta(a, b, i / cells, scale));
  const polynomials = polynomialsOf(a, b, scale, shares);
  const firsts = firstCells(shares);
  const [low, high] = [lowerEnd(a, b, scale), lowerEnd(b, a, scale)];
  return (share) => {
    let cell = firsts[Math.floor(share * cells)]!;
    while (shares[cell + 1]! <= share && cell < cells - 1) cell++;
    if (cell < endCells) return low(share, cell / cells, (cell + 1) / cells, shares[cell]!, shares[cell + 1]!);
    if (cell >= cells - endCells) {
      const from = (cells - 1 - cell) / cells;
      return 1 - high(1 - share, from, from + 1 / cells, 1 - shares[cell + 1]!, 1 - shares[cell]!);
    }
    return (cell + inverted(polynomials, cell * 6, share)) / cells;
  };
}

/** For evenly spaced shares the cell to begin the search at. */
function firstCells(shares: Float64Array): Uint16Array {
  let cell = 0;
  return Uint16Array.from({ length: cells + 1 }, (_, i) => {
    while (cell < cells - 1 && shares[cell + 1]! <= i / cells) cell++;
    return cell;
  });
}

/** Six coefficients for each cell, over the place in the cell from 0 to 1. */
function polynomialsOf(a: number, b: number, scale: number, shares: Float64Array): Float64Array {
  const coefficients = new Float64Array(cells * 6);
  const size = 1 / cells;
  const slopeAt = (x: number): number => scale * x ** (a - 1) * (1 - x) ** (b - 1) * size;
  const bendAt = (x: number): number => slopeAt(x) * ((a - 1) / x - (b - 1) / (1 - x)) * size;
  for (let cell = endCells; cell < cells - endCells; cell++) {
    const [from, to] = [cell * size, (cell + 1) * size];
    const rise = shares[cell + 1]! - shares[cell]!;
    const [slope, slopeAfter, bend, bendAfter] = [slopeAt(from), slopeAt(to), bendAt(from), bendAt(to)];
    coefficients.set(
      [
        shares[cell]!,
        slope,
        bend / 2,
        10 * rise - 6 * slope - 4 * slopeAfter - 1.5 * bend + 0.5 * bendAfter,
        -15 * rise + 8 * slope + 7 * slopeAfter + 1.5 * bend - bendAfter,
        6 * rise - 3 * slope - 3 * slopeAfter - 0.5 * bend + 0.5 * bendAfter,
      ],
      cell * 6,
    );
  }
  return coefficients;
}

/** The place in a cell, from 0 to 1, at which its polynomial reaches a share. */
function inverted(coefficients: Float64Array, at: number, share: number): number {
  const c0 = coefficients[at]!;
  const c1 = coefficients[at + 1]!;
  const c2 = coefficients[at + 2]!;
  const c3 = coefficients[at + 3]!;
  const c4 = coefficients[at + 4]!;
  const c5 = coefficients[at + 5]!;
  let place = (share - c0) / (c1 + c2 + c3 + c4 + c5);
  for (let step = 0; step < steps; step++) {
    const value = ((((c5 * place + c4) * place + c3) * place + c2) * place + c1) * place + c0;
    const slope = (((5 * c5 * place + 4 * c4) * place + 3 * c3) * place + 2 * c2) * place + c1;
    const move = (share - value) / slope;
    place = Math.min(1, Math.max(0, place + move));
    if (Math.abs(move) < 1e-12) break;
  }
  return place;
}

/** The quantile near 0, within a bracket: by the power series of the distribution function. */
function lowerEnd(a: number, b: number, scale: number) {
  const terms = 24;
  const series = new Float64Array(terms);
  let factor = scale;
  for (let k = 0; k < terms; k++) {
    series[k] = factor / (a + k);
    factor *= (k + 1 - b) / (k + 1);
  }
  return (share: number, from: number, to: number, shareFrom: number, shareTo: number): number => {
    // At 0 itself the first term of the series says nearly all.
    let x =
      from === 0
        ? Math.min(to, (share / series[0]!) ** (1 / a))
        : from + (to - from) * (shareTo > shareFrom ? (share - shareFrom) / (shareTo - shareFrom) : 0.5);
    for (let step = 0; step < steps; step++) {
      let sum = series[terms - 1]!;
      for (let k = terms - 2; k >= 0; k--) sum = sum * x + series[k]!;
      const power = x ** (a - 1);
      const slope = scale * power * (1 - x) ** (b - 1);
      if (!(slope > 0)) break;
      const next = Math.min(to, Math.max(from, x - (power * x * sum - share) / slope));
      const moved = Math.abs(next - x);
      x = next;
      if (moved < 1e-16) break;
    }
    return x;
  };
}

/** Regularized incomplete beta function by its continued fraction, evaluated by Lentz's method. */
function incompleteBeta(a: number, b: number, x: number, scale: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = scale * x ** a * (1 - x) ** b;
  return x < (a + 1) / (a + b + 2) ? (front * fraction(a, b, x)) / a : 1 - (front * fraction(b, a, 1 - x)) / b;
}

function fraction(a: number, b: number, x: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1), tiny);
  let result = d;
  for (let m = 1; m < 300; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d, tiny);
    c = nonZero(1 + even / c, tiny);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d, tiny);
    c = nonZero(1 + odd / c, tiny);
    const factor = d * c;
    result *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return result;
}

const nonZero = (value: number, tiny: number): number => (Math.abs(value) < tiny ? tiny : value);

/** Logarithm of the gamma function for x ≥ 1: Stirling's series after moving x up to 10. */
function logGamma(x: number): number {
  let shift = 0;
  let at = x;
  while (at < 10) shift += Math.log(at++);
  const inverse = 1 / (at * at);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / at;
  return (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + series - shift;
}
