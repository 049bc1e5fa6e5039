import { ratio, token, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast } from "../parameter";

export const collateralRatio = defineFunction({
  name: "COLLATERALRATIO",
  title: "Collateral ratio of a token vault",
  summary:
    "Returns the value of locked tokens divided by what they back; use it to see how far a vault is from its limits.",
  aliases: ["CR", "overcollateralization", "collateralization ratio", "backing ratio", "peg"],
  parameters: {
    tokens: amount(token, "Tokens locked.", atLeast(0)),
    price: amount(usd.per(token), "Token price.", atLeast(0)),
    liabilities: amount(usd, "Claims backed by the tokens.", atLeast(0)),
  },
  returns: {
    unit: ratio,
    description:
      "Below 1 the tokens no longer cover the claims. The share by which the token price may fall until then is 1 − 1 ÷ the ratio.",
    means: "The locked tokens are worth {result} the {liabilities} that they back.",
  },
  example: { tokens: 8_771_929, price: 1.2, liabilities: 10_000_000 },
  sources: ["Akash AEP-76 burn-mint equilibrium"],
  related: ["BURNMINTNET", "BORROWINGBASE"],
  calculate({ tokens, price, liabilities }) {
    const value = tokens.times(price).as("value of the tokens");
    return value.dividedBy(liabilities);
  },
});
