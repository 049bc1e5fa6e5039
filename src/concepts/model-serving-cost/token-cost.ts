import { tokensPerMillion } from "../../calc/conversions";
import { count, million, token, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, optional } from "../parameter";

export const tokenCost = defineFunction({
  name: "TOKENCOST",
  title: "Token cost",
  summary: "Returns the API bill for requests with given tokens.",
  aliases: ["API cost", "cost per request"],
  parameters: {
    inputTokens: amount(token, "Input tokens of one request, cached ones included.", atLeast(0)),
    outputTokens: amount(token, "Output tokens of one request, thinking included.", atLeast(0)),
    inputPrice: amount(usd.per(million), "Price per million input tokens.", atLeast(0)),
    outputPrice: amount(usd.per(million), "Price per million output tokens.", atLeast(0)),
    requests: optional(1, amount(count, "Number of requests.", atLeast(0))),
    cachedTokens: optional(0, amount(token, "Part of the input read from cache.", atLeast(0))),
    cachedPrice: optional(0, amount(usd.per(million), "Price per million cached tokens.", atLeast(0))),
  },
  returns: {
    unit: usd,
    description: "Input and output are billed apart; cached input at its own price.",
    means: "The requests cost {result}.",
  },
  example: { inputTokens: 1000, outputTokens: 2000, inputPrice: 3, outputPrice: 15, requests: 1000000 },
  sources: ["ComputeTape: cost per million tokens"],
  related: ["TOKENREVENUE", "SERVINGCOST"],
  requires: ({ cachedTokens, inputTokens }) => ({
    "cachedTokens must be at most inputTokens": cachedTokens.isAtMost(inputTokens),
  }),
  calculate({ inputTokens, outputTokens, inputPrice, outputPrice, requests, cachedTokens, cachedPrice }) {
    const fresh = inputTokens.minus(cachedTokens).times(inputPrice).as("fresh input");
    const cached = cachedTokens.times(cachedPrice).as("cached input");
    const output = outputTokens.times(outputPrice).as("output");
    return fresh.plus(cached).plus(output).times(requests).dividedBy(tokensPerMillion);
  },
});
