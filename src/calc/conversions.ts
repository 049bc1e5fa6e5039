import { constant, type Quantity } from "./quantity";
import * as unit from "./unit";

const of = (value: number, over: unit.Unit, under: unit.Unit): Quantity => constant(value, over.per(under));

/** Every conversion between units, written once. They show in the working and in native formulas as plain factors. */
export const monthsPerYear = of(12, unit.month, unit.year);
export const hoursPerDay = of(24, unit.hour, unit.day);
export const hoursPerYear = of(8760, unit.hour, unit.year);
export const minutesPerHour = of(60, unit.minute, unit.hour);
export const secondsPerMinute = of(60, unit.second, unit.minute);
export const secondsPerHour = of(3600, unit.second, unit.hour);
export const secondsPerDay = of(86_400, unit.second, unit.day);
export const millisecondsPerSecond = of(1000, unit.millisecond, unit.second);
export const wattsPerKilowatt = of(1000, unit.watt, unit.kilowatt);
export const kilowattsPerMegawatt = of(1000, unit.kilowatt, unit.megawatt);
/** Of apparent power: what is real power is told by the power factor, a plain number. */
export const voltAmperesPerKilowatt = of(1000, unit.volt.times(unit.ampere), unit.kilowatt);
export const kilojoulesPerKilowattMinute = of(60, unit.kilojoule, unit.kilowatt.times(unit.minute));
export const kilojoulesPerKilowattHour = of(3600, unit.kilojoule, unit.kilowattHour);
/** A litre moved against a kilopascal is a joule of work. */
export const litreKilopascalsPerKilowattMinute = of(
  60_000,
  unit.litre.times(unit.kilopascal),
  unit.kilowatt.times(unit.minute),
);
export const wattsPerMegawatt = of(1_000_000, unit.watt, unit.megawatt);
export const kilogramsPerTonne = of(1000, unit.kilogram, unit.tonne);
export const bytesPerGigabyte = of(1e9, unit.byte, unit.gigabyte);
export const gigabytesPerTerabyte = of(1000, unit.gigabyte, unit.terabyte);
export const flopsPerTeraflop = of(1e12, unit.flop, unit.teraflop);
export const tokensPerMillion = of(1_000_000, unit.token, unit.million);
export const oneYear = constant(1, unit.year);
export const oneMonth = constant(1, unit.month);
