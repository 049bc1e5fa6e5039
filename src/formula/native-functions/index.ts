import { array } from "./array";
import { conditional } from "./conditional";
import { date } from "./date";
import type { NativeFunctions } from "./define";
import { financial } from "./financial";
import { logic } from "./logic";
import { lookup } from "./lookup";
import { math } from "./math";
import { statistics } from "./statistics";
import { text } from "./text";

/**
 * Excel's own functions that are worked out here. Volatile ones (NOW, RAND, OFFSET, INDIRECT …) are left out on
 * purpose: what they give depends on more than the formula.
 */
export const nativeFunctions: NativeFunctions = {
  ...math,
  ...logic,
  ...statistics,
  ...conditional,
  ...lookup,
  ...array,
  ...text,
  ...date,
  ...financial,
};
