import { token, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, optional, share } from "../parameter";

export const burnMintBreakEven = defineFunction({
  name: "BURNMINTBREAKEVEN",
  title: "Spending that offsets emission",
  summary:
    'Returns the spending at which burned tokens equal emitted tokens; use it to test a claim that a token is "deflationary".',
  aliases: ["burn-mint equilibrium", "break-even spend", "deflation point", "BME"],
  parameters: {
    emission: amount(token, "Tokens emitted in the period.", atLeast(0)),
    price: amount(usd.per(token), "Token price.", atLeast(0)),
    burnShare: optional(1, share("Share of spending used to burn tokens.", atLeast(0), atMost(1))),
  },
  returns: {
    unit: usd,
    description:
      "Spending above it shrinks the supply, spending below it lets the supply grow. It rises with the token price.",
    means: "Spending of {result} burns as many tokens as are emitted, at {price}.",
  },
  example: { emission: 492_132, price: 2, burnShare: 0.95 },
  sources: ["Render RNP-021, RNP-023"],
  related: ["BURNMINTNET", "BURNMINTSCHEDULE", "EMISSIONSCHEDULE"],
  calculate({ emission, price, burnShare }) {
    const value = emission.times(price).as("value of the emission");
    return value.dividedBy(burnShare);
  },
});
