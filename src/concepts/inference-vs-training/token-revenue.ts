import { million, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, optional } from "../parameter";

export const tokenRevenue = defineFunction({
  name: "TOKENREVENUE",
  title: "Token revenue",
  summary: "Returns the revenue from a volume of input, cached and output tokens.",
  aliases: ["API revenue", "sales"],
  parameters: {
    inputMillions: amount(million.labelled("million tokens"), "Input tokens, cached ones included.", atLeast(0)),
    outputMillions: amount(million.labelled("million tokens"), "Output tokens.", atLeast(0)),
    inputPrice: amount(usd.per(million), "Price of uncached input.", atLeast(0)),
    outputPrice: amount(usd.per(million), "Price of output.", atLeast(0)),
    cachedMillions: optional(
      0,
      amount(million.labelled("million tokens"), "Part of the input served from cache.", atLeast(0)),
    ),
    cachedPrice: optional(0, amount(usd.per(million), "Price of cached input.", atLeast(0))),
  },
  returns: {
    unit: usd,
    description: "Cached input tokens are part of the input tokens and are billed at their own price.",
    means: "The tokens bring in {result}.",
  },
  example: {
    inputMillions: 608000,
    outputMillions: 168000,
    inputPrice: 0.55,
    outputPrice: 2.19,
    cachedMillions: 342000,
    cachedPrice: 0.14,
  },
  sources: ["DeepSeek open-infra-index, one-day inference statistics"],
  related: ["TOKENCOST", "GROSSMARGIN"],
  requires: ({ cachedMillions, inputMillions }) => ({
    "cachedMillions must be at most inputMillions": cachedMillions.isAtMost(inputMillions),
  }),
  calculate({ inputMillions, outputMillions, inputPrice, outputPrice, cachedMillions, cachedPrice }) {
    const fresh = inputMillions.minus(cachedMillions).times(inputPrice).as("fresh input");
    const cached = cachedMillions.times(cachedPrice).as("cached input");
    const output = outputMillions.times(outputPrice).as("output");
    return fresh.plus(cached).plus(output);
  },
});
