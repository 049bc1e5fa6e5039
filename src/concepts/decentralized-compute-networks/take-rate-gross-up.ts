import { constant } from "../../calc/quantity";
import { gpuHour, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, share } from "../parameter";

export const takeRateGrossUp = defineFunction({
  name: "TAKERATEGROSSUP",
  title: "Price before the network's take",
  summary:
    "Returns the customer price that leaves a provider its asking price after the network fee; use it to compare networks as the customer sees them.",
  aliases: ["gross-up", "network fee", "marketplace commission", "protocol fee", "take rate"],
  parameters: {
    ask: amount(usd.per(gpuHour), "What the provider wants to receive.", atLeast(0)),
    takeRate: share("Share of the price kept by the network.", atLeast(0), atMost(1)),
  },
  returns: {
    unit: usd.per(gpuHour),
    description:
      "What the customer compares with other offers. It is more than the ask plus the fee on the ask: the fee is taken on the whole price.",
    means: "The customer pays {result} for the provider to receive {ask}.",
  },
  example: { ask: 1.9, takeRate: 0.05 },
  sources: ["Render RNP-021, RNP-023"],
  related: ["NODEOPERATORPROFIT", "REVENUESHARE"],
  calculate({ ask, takeRate }) {
    const kept = constant(1).minus(takeRate).as("share left to the provider");
    return ask.dividedBy(kept);
  },
});
