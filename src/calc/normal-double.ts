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
const centreOver: Coefficients = [3.3871328727963665e0, 1.3314166789178438e2, 1.9715909503065513e3, 1.373169376550946e4, 4.592195393154987e4, 6.72657709270087e4, 3.343057558358813e4, 2.5090809287301227e3];
// prettier-ignore
const centreUnder: Coefficients = [1, 4.231333070160091e1, 6.871870074920579e2, 5.394196021424751e3, 2.1213794301586597e4, 3.930789580009271e4, 2.8729085735721943e4, 5.226495278852854e3];
// prettier-ignore
const nearOver: Coefficients = [1.4234371107496835e0, 4.630337846156546e0, 5.769497221460691e0, 3.6478483247632045e0, 1.2704582524523684e0, 2.417807251774506e-1, 2.2723844989269184e-2, 7.745450142783414e-4];
// prettier-ignore
const nearUnder: Coefficients = [1, 2.053191626637759e0, 1.6763848301838038e0, 6.897673349851e-1, 1.4810397642748008e-1, 1.5198666563616457e-2, 5.475938084995345e-4, 1.0507500716444169e-9];
// prettier-ignore
const farOver: Coefficients = [6.657904643501103e0, 5.463784911164114e0, 1.7848265399172913e0, 2.9656057182850487e-1, 2.6532189526576124e-2, 1.2426609473880784e-3, 2.7115555687434876e-5, 2.0103343992922881e-7];
// prettier-ignore
const farUnder: Coefficients = [1, 5.99832206555888e-1, 1.369298809227358e-1, 1.4875361290850615e-2, 7.868691311456133e-4, 1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15];
