import { NumberValueObject, ValueObjectFactory } from "@univerjs/preset-sheets-core";

/**
 * Univer 0.25 takes a number in a formula for a text when JavaScript would write it with an exponent, such as
 * 0.0000001 or 1E-9, and then compares it wrongly. This reads such numbers as numbers.
 */
export function readSmallNumbers(): void {
  const create = ValueObjectFactory.create.bind(ValueObjectFactory);
  ValueObjectFactory.create = (raw, ...rest) => {
    const small = typeof raw === "string" && /^\s*-?\d+(?:\.\d+)?(?:E[+-]?\d+)?\s*$/i.test(raw);
    return small && String(Number(raw)).includes("e") ? NumberValueObject.create(Number(raw)) : create(raw, ...rest);
  };
}
