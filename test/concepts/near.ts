/** Expects two numbers to agree but for the rounding of doubles. `scale`: the size of the figures that led to them. */
export function expectNear(actual: number, expected: number, scale = Math.max(1, Math.abs(expected))): void {
  expect(Math.abs(actual - expected) / scale).toBeLessThan(1e-12);
}
