import { blank } from "../../calc/quantity";
import { gpuHour, usd } from "../../calc/unit";
import { defineTable } from "../define";
import { commitment, commitmentSplit, committedRate, onDemandRate, usage } from "./commitment";

export const commitmentBill = defineTable({
  name: "COMMITMENTBILL",
  title: "Bill under a commitment",
  summary:
    "Returns the bill line by line when part of the usage is committed; use it to see what unused commitment costs.",
  aliases: ["savings plan", "reserved instance", "committed use discount", "CUD", "reservation bill"],
  parameters: { usage, commitment, committedRate, onDemandRate },
  columns: { line: "text", quantity: gpuHour, rate: usd.per(gpuHour), amount: usd },
  example: { usage: [80, 120, 100, 60], commitment: 90, committedRate: 2, onDemandRate: 3.5 },
  sources: ["AWS Savings Plans and Reserved Instances user guides"],
  related: ["EFFECTIVERENTALRATE", "OPTIMALCOMMITMENT", "RESERVEDBREAKEVEN"],
  calculate(terms, { lines }) {
    const { used, unused, overflow, usedCost, unusedCost, overflowCost, bill } = commitmentSplit(terms);
    const total = used.plus(unused).plus(overflow).as("quantity billed");
    const rate = terms.committedRate;
    return lines([
      { line: "committed and used", quantity: used, rate, amount: usedCost },
      { line: "committed and unused", quantity: unused, rate, amount: unusedCost },
      { line: "overflow on demand", quantity: overflow, rate: terms.onDemandRate, amount: overflowCost },
      { line: "total", quantity: total, rate: blank, amount: bill },
    ]);
  },
});
