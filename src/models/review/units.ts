/** What kind of quantity a unit measures. Units of one kind differ only by a factor. */
export type Kind =
  "power" | "energy" | "time" | "energyPrice" | "computePrice" | "tokenPrice" | "rate" | "money" | "share" | "other";

/** A unit as people write it beside a number. */
export interface ReadUnit {
  readonly kind: Kind;
  /** How many of the kind's base units one of it is: kW, kWh, hour, USD/kWh, USD/GPU-hour, USD/million tokens, share/year. */
  readonly scale: number;
  /** As written. */
  readonly text: string;
}

/** Longer texts are labels. */
const longestUnit = 32;
const mostKnown = 5000;

const currency = "(?:usd|us\\$|\\$|eur|€|gbp|£|chf|cad|aud|sgd)";
const powers: Readonly<Record<string, number>> = { w: 1e-3, kw: 1, mw: 1e3, gw: 1e6 };
const energies: Readonly<Record<string, number>> = { wh: 1e-3, kwh: 1, mwh: 1e3, gwh: 1e6, twh: 1e9 };
const times: Readonly<Record<string, number>> = {
  minute: 1 / 60,
  hour: 1,
  day: 24,
  week: 168,
  month: 730,
  quarter: 2190,
  year: 8760,
};

/** By the first letter of thousand, million and billion. */
const moneyScales: Readonly<Record<string, number>> = { t: 1e3, k: 1e3, m: 1e6, b: 1e9 };

/** Money that is neither USD nor near it: what is a usual size for a price is not known there. */
const otherCurrency =
  /\b(inr|jpy|cny|rmb|krw|twd|rub|idr|vnd|huf|clp|cop|try|php|thb|isk|nok|sek|dkk|czk|pln|brl|mxn|zar|sats?|tokens?)\b|[¥₹₩₽]/i;

export const inOtherCurrency = (text: string): boolean => otherCurrency.test(text);

/** GPUs in a node and in a rack as they are mostly built. */
export const gpusPerNode = 8;
export const gpusPerRack = 72;

const known = new Map<string, ReadUnit | undefined>();

/** A text that is a unit and nothing else; undefined for all other texts. */
export function readUnit(written: string): ReadUnit | undefined {
  if (written.length > longestUnit) return undefined;
  // The same few units stand beside all numbers of a workbook.
  if (!known.has(written)) {
    if (known.size > mostKnown) known.clear();
    known.set(written, unitIn(written));
  }
  return known.get(written);
}

const names = new WeakMap<object, string>();

/** A unit of a declaration as people read it. */
export function nameOf(unit: { toString(): string }): string {
  let name = names.get(unit);
  if (name === undefined) names.set(unit, (name = unit.toString()));
  return name;
}

function unitIn(written: string): ReadUnit | undefined {
  const text = written.trim();
  if (text === "") return undefined;
  const plain = text
    .toLowerCase()
    .replace(/\s*\bper\b\s*|\s+a\s+(?=(year|month|quarter|day)$)/g, "/")
    .replace(/^(share|percent|%)\s+of\s+.*$/, "share")
    .replace(/[\s·_-]+/g, "");
  const [kind, scale] = found(plain) ?? [];
  return kind === undefined || scale === undefined ? undefined : { kind, scale, text };
}

function found(plain: string): readonly [Kind, number] | undefined {
  const simple = simply(plain);
  if (simple) return simple;
  const [, money, below] = new RegExp(`^(${currency}|cents?|cts?|c|¢|pence)/(.+)$`).exec(plain) ?? [];
  if (money === undefined || below === undefined) return undefined;
  const part = /^(cents?|cts?|c|¢|pence)$/.test(money) ? 0.01 : 1;
  const energy = energies[below];
  if (energy !== undefined) return ["energyPrice", part / energy];
  const chips = chipsIn(below);
  if (chips !== undefined) return ["computePrice", part / chips];
  if (/^(1?m|1?mtok(ens?)?|million(tokens?)?|1million(tokens?)?)$/.test(below)) return ["tokenPrice", part];
  if (/^(1?k|1000|1,000|1?ktok(ens?)?|thousand(tokens?)?|1000tokens?|1,000tokens?)$/.test(below))
    return ["tokenPrice", part * 1000];
  return ["other", 1];
}

function simply(plain: string): readonly [Kind, number] | undefined {
  const power = powers[plain.replace(/(it|ofit|itload)$/, "")];
  if (power !== undefined) return ["power", power];
  const energy = energies[plain];
  if (energy !== undefined) return ["energy", energy];
  const time = timeIn(plain);
  if (time !== undefined) return ["time", time];
  const money = new RegExp(`^${currency}(thousand|k|million|mn|m|billion|bn)?$`).exec(plain);
  if (money) return ["money", moneyScales[money[1]?.[0] ?? ""] ?? 1];
  const rate =
    /^(?:share|percent|%|1)?\/(year|annum|month|quarter|day)$|^(?:share|percent|%)?(p\.?a\.?|p\.?m\.?)$/.exec(plain);
  if (rate) return ["rate", ratePeriods(rate[1] ?? rate[2] ?? "")];
  if (/^(share|percent|%|ratio|times|x)$/.test(plain)) return ["share", 1];
  if (
    /^(gpu|gpus|gpuhours?|thousandgpuhours?|million(gpuhours?)?|count|number|tokens?|milliontokens?|flop|tflops?(\/s)?|gb|tb|byte|w\/gpu|kw\/gpu|word|flag|truth)$/.test(
      plain,
    )
  )
    return ["other", 1];
  return undefined;
}

function timeIn(plain: string): number | undefined {
  const short: Readonly<Record<string, string>> = {
    h: "hour",
    hr: "hour",
    yr: "year",
    mo: "month",
    mth: "month",
    min: "minute",
  };
  const single = plain.length > 2 ? plain.replace(/s$/, "") : plain;
  return times[short[single] ?? single];
}

/** Rates are counted by how many of their periods a year has: a share a month is 12 in it. */
function ratePeriods(period: string): number {
  if (period === "month" || period.startsWith("p.m") || period === "pm") return 12;
  return period === "quarter" ? 4 : period === "day" ? 365 : 1;
}

/** GPUs that are rented by what stands under the money: 1 for a GPU-hour; undefined for no price of compute. */
function chipsIn(below: string): number | undefined {
  if (
    /^(gpu|gpu\/|chip|accelerator|h100|h200|b200|b300)(h|hr|hour)s?$|^(h|hr|hour)\/gpu$|^gpu\/(h|hr|hour)$/.test(below)
  )
    return 1;
  if (
    /^(8x?|8gpu)?(node|server|instance|machine|host|hgx|dgx|8x?gpu)(h|hr|hour|\/h|\/hr|\/hour)s?$|^(h|hr|hour)\/(node|server|instance|machine)$/.test(
      below,
    )
  )
    return gpusPerNode;
  return /^rack(h|hr|hour|\/h|\/hour)s?$/.test(below) ? gpusPerRack : undefined;
}

/** A unit at the end of a label: "Price (USD/MWh)", "IT load, kW", "Rate in USD/kWh", "Power [MW]". */
export function unitInLabel(label: string): ReadUnit | undefined {
  const bracket = /[([]([^()[\]]+)[)\]]\s*$/.exec(label)?.[1];
  const ending = /(?:,|;|:|\bin)\s*([^,;:]+)$/i.exec(label)?.[1];
  for (const part of [bracket, ending]) {
    const unit = part === undefined ? undefined : readUnit(part);
    if (unit) return unit;
  }
  return undefined;
}

/** A unit that a number format writes after the number: 0.00 "USD/kWh". */
export function unitInFormat(format: string): ReadUnit | undefined {
  const quoted = /"([^"]+)"/.exec(format)?.[1];
  return quoted === undefined ? undefined : readUnit(quoted);
}
