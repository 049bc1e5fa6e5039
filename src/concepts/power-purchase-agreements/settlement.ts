import { match, max, type Quantity, when, type Word } from "../../calc/quantity";
import { megawattHour, usd } from "../../calc/unit";
import { amount, atLeast, choice, optional, share } from "../parameter";

export const perMegawattHour = usd.per(megawattHour);

const receivers = ["buyer", "generator"] as const;

/** The terms by which a virtual agreement settles, as its functions take them. */
export const strike = amount(perMegawattHour, "Fixed price of the agreement.");
export const settlementTerms = {
  share: optional(1, share("Hedged share of the volume; may be above 1.", atLeast(0))),
  receiver: optional("buyer", choice(receivers, "Whose cash flow is returned.")),
  floor: optional(null, amount(perMegawattHour, "Lowest reference price used in the settlement; none when left out.")),
  basis: optional(0, amount(perMegawattHour, "Added to the reference price: settlement point minus hub.")),
};

export const settlementSources = [
  "UK LCCC contract-for-difference rule (difference between strike and reference price times output), https://www.lowcarboncontracts.uk/faqs",
  "calcsimpler.com virtual PPA settlement examples, https://www.calcsimpler.com/calculators/virtual-power-purchase-agreement-settlement-calculator",
];

/** The reference price after basis and floor: what the strike is set against. */
export function settlementPrice(
  referencePrice: Quantity,
  { floor, basis }: { floor: Quantity; basis: Quantity },
): Quantity {
  const atPoint = referencePrice.plus(basis);
  return when(floor.isGiven, max(floor, atPoint), atPoint);
}

/** What the receiver gets for a volume: the buyer when the price is above the strike, the generator when it is below. */
export function settlementOf(terms: {
  volume: Quantity;
  price: Quantity;
  strike: Quantity;
  share: Quantity;
  receiver: Word<(typeof receivers)[number]>;
}): Quantity {
  const { volume, price, strike, share, receiver } = terms;
  const sign = match(receiver, { buyer: 1, generator: -1 }).as("sign");
  return sign.times(price.minus(strike)).times(volume).times(share);
}
