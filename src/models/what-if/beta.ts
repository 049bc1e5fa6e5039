/** Quantile function of the beta distribution with a, b ≥ 1: a table for the start, then Newton on the distribution function. */
export function betaQuantile(a: number, b: number): (share: number) => number {
  const scale = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b));
  const density = (x: number): number => scale * x ** (a - 1) * (1 - x) ** (b - 1);
  const nodes = 1024;
  const shares = Float64Array.from({ length: nodes + 1 }, (_, i) => incompleteBeta(a, b, i / nodes, scale));
  return (share) => {
    let [low, high] = [0, nodes];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (shares[middle]! <= share) low = middle;
      else high = middle;
    }
    const [from, to] = [shares[low]!, shares[high]!];
    let x = (low + (to > from ? (share - from) / (to - from) : 0.5)) / nodes;
    for (let step = 0; step < 8; step++) {
      const slope = density(x);
      if (!(slope > 0)) break;
      const next = Math.min(high / nodes, Math.max(low / nodes, x - (incompleteBeta(a, b, x, scale) - share) / slope));
      const moved = Math.abs(next - x);
      x = next;
      if (moved < 1e-15) break;
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
