/** Share of a standard normal distribution below x, in native doubles: Marsaglia's series, and Laplace's continued fraction in the tails. */
export function normalShareDouble(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x < -5) return upperTail(-x);
  if (x > 5) return 1 - upperTail(x);
  const square = x * x;
  let term = x;
  let sum = x;
  for (let odd = 3; Math.abs(term) > Math.abs(sum) * 1e-17; odd += 2) sum += term *= square / odd;
  return 0.5 + sum * density(x);
}

function upperTail(x: number): number {
  let fraction = x;
  for (let depth = 40; depth >= 1; depth--) fraction = x + depth / fraction;
  return density(x) / fraction;
}

const density = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/** Inverse of the standard normal distribution: algorithm AS 241 (PPND16) of Wichura, Applied Statistics 37 (1988), about 16 digits. */
export function inverseNormalDouble(share: number): number {
  const fromHalf = share - 0.5;
  if (Math.abs(fromHalf) <= 0.425) {
    const r = 0.180625 - fromHalf * fromHalf;
    return (fromHalf * polynomial(centreOver, r)) / polynomial(centreUnder, r);
  }
  const tail = fromHalf < 0 ? share : 1 - share;
  if (!(tail > 0)) return tail === 0 ? Math.sign(fromHalf) * Infinity : NaN;
  const r = Math.sqrt(-Math.log(tail));
  const value =
    r <= 5
      ? polynomial(nearOver, r - 1.6) / polynomial(nearUnder, r - 1.6)
      : polynomial(farOver, r - 5) / polynomial(farUnder, r - 5);
  return fromHalf < 0 ? -value : value;
}

const polynomial = (c: Coefficients, r: number): number =>
  ((((((c[7] * r + c[6]) * r + c[5]) * r + c[4]) * r + c[3]) * r + c[2]) * r + c[1]) * r + c[0];

type Coefficients = readonly [number, number, number, number, number, number, number, number];

// prettier-ignore
const centreOver: Coefficients = [3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3];
// prettier-ignore
const centreUnder: Coefficients = [1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3, 2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3];
// prettier-ignore
const nearOver: Coefficients = [1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4];
// prettier-ignore
const nearUnder: Coefficients = [1, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1, 1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9];
// prettier-ignore
const farOver: Coefficients = [6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7];
// prettier-ignore
const farUnder: Coefficients = [1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2, 7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15];
