import { gpuHour, token, usd } from "../../calc/unit";
import { defineTable } from "../define";
import { amount, atLeast, atMost, optional, share } from "../parameter";

export const nodeOperatorProfit = defineTable({
  name: "NODEOPERATORPROFIT",
  title: "Node operator profit",
  summary:
    "Returns a GPU node's income, fee, token rewards and cost on a decentralized network; use it to see whether a node earns without the tokens.",
  aliases: ["DePIN", "mining profitability", "provider earnings", "token rewards", "GPU node income"],
  parameters: {
    price: amount(usd.per(gpuHour), "Price the customer pays per hour.", atLeast(0)),
    utilization: share("Share of hours rented.", atLeast(0), atMost(1)),
    takeRate: share("Share of the price kept by the network.", atLeast(0), atMost(1)),
    costPerHour: amount(usd.per(gpuHour), "Running cost per hour online, rented or not.", atLeast(0)),
    hours: optional(730, amount(gpuHour.labelled("h"), "Hours online in the period.", atLeast(0))),
    rewardTokens: optional(0, amount(token, "Tokens earned in the period.", atLeast(0))),
    tokenPrice: optional(0, amount(usd.per(token), "Price at which they are sold.", atLeast(0))),
  },
  columns: { line: "text", amount: usd },
  example: {
    price: 2,
    utilization: 0.6,
    takeRate: 0.05,
    costPerHour: 0.5,
    hours: 730,
    rewardTokens: 100,
    tokenPrice: 1.5,
  },
  sources: ["Render RNP-021, RNP-023", "Akash AEP-76 burn-mint equilibrium"],
  related: ["TAKERATEGROSSUP", "BREAKEVENUTILIZATION", "RENTALYIELD"],
  calculate({ price, utilization, takeRate, costPerHour, hours, rewardTokens, tokenPrice }, { lines }) {
    const rental = price.times(hours).times(utilization).as("rental");
    const fee = rental.times(takeRate).times(-1).as("network fee");
    const rewards = rewardTokens.times(tokenPrice).as("token rewards");
    const cost = costPerHour.times(hours).times(-1).as("running cost");
    return lines([
      { line: "rental", amount: rental },
      { line: "network fee", amount: fee },
      { line: "token rewards", amount: rewards },
      { line: "running cost", amount: cost },
      { line: "profit", amount: rental.plus(fee).plus(rewards).plus(cost) },
    ]);
  },
});
