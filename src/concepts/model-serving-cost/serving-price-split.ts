import { tokensPerMillion } from "../../calc/conversions";
import { million, ratio, token, usd } from "../../calc/unit";
import { defineTable } from "../define";
import { amount, atLeast } from "../parameter";

export const servingPriceSplit = defineTable({
  name: "SERVINGPRICESPLIT",
  title: "Serving price split",
  summary: "Splits a serving cost into prices per million input and output tokens.",
  aliases: ["input and output price"],
  parameters: {
    cost: amount(usd, "Cost of the work.", atLeast(0)),
    inputTokens: amount(token, "Input tokens processed.", atLeast(0)),
    outputTokens: amount(token, "Output tokens produced.", atLeast(0)),
    inputToOutputRatio: amount(ratio, "Price of an input token over that of an output token.", atLeast(0)),
  },
  columns: { side: "text", "USD per million": usd.per(million) },
  example: { cost: 0.0154589639, inputTokens: 2035, outputTokens: 300, inputToOutputRatio: 0.3 },
  sources: ["Tensor Economics: LLM inference economics from first principles"],
  related: ["SERVINGCOST", "TOKENCOST"],
  calculate({ cost, inputTokens, outputTokens, inputToOutputRatio }, { lines }) {
    const weighted = inputToOutputRatio.times(inputTokens).plus(outputTokens).as("weighted tokens");
    const output = cost.times(tokensPerMillion).dividedBy(weighted).as("output price");
    return lines([
      { side: "input", "USD per million": inputToOutputRatio.times(output) },
      { side: "output", "USD per million": output },
    ]);
  },
});
