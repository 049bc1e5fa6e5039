import { secondsPerHour, tokensPerMillion } from "../../calc/conversions";
import { hour, million, second, share, token, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast } from "../parameter";

export const selfHostingBreakEven = defineFunction({
  name: "SELFHOSTBREAKEVEN",
  title: "Self-hosting break-even",
  summary: "Returns the utilization at which own serving costs as much as an API.",
  aliases: ["build or buy", "API or own", "break-even"],
  parameters: {
    apiPricePerMillion: amount(usd.per(million), "API price per million tokens.", atLeast(0)),
    costPerHour: amount(usd.per(hour), "Hourly cost of the own deployment.", atLeast(0)),
    tokensPerSecond: amount(token.per(second), "Tokens per second at full load.", atLeast(0)),
  },
  returns: {
    unit: share,
    description: "Above 100% self-hosting cannot break even at this throughput.",
    means: "Self-hosting breaks even at a utilization of {result}.",
  },
  example: { apiPricePerMillion: 0.6, costPerHour: 4, tokensPerSecond: 2500 },
  sources: ["Break-even identity"],
  related: ["SERVINGCOST", "TOKENCOST"],
  calculate({ apiPricePerMillion, costPerHour, tokensPerSecond }) {
    const full = apiPricePerMillion.times(tokensPerSecond).times(secondsPerHour).as("worth of a full hour");
    return costPerHour.times(tokensPerMillion).dividedBy(full);
  },
});
