import { max, min } from "../../calc/quantity";
import { usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast } from "../parameter";
import { coreWeaveProspectus } from "./gpu-loan-limit";

export const mandatoryPrepayment = defineFunction({
  name: "MANDATORYPREPAYMENT",
  title: "Mandatory prepayment",
  summary:
    "Returns the payment that brings a loan down to the lower of its contract-supported and collateral-supported limits.",
  aliases: ["prepayment", "margin call", "cure payment", "paydown", "overadvance"],
  parameters: {
    balance: amount(usd, "Loan balance.", atLeast(0)),
    contractLimit: amount(usd, "Loan supported by contracted cash.", atLeast(0)),
    collateralLimit: amount(usd, "Loan supported by collateral.", atLeast(0)),
  },
  returns: {
    unit: usd,
    description:
      "0 while both limits hold. The nearer the balance is to the lower limit, the sooner a fall in prices or a lost contract costs cash.",
    means: "A balance of {balance} calls for a prepayment of {result}.",
  },
  example: { balance: 100, contractLimit: 82, collateralLimit: 88 },
  sources: [coreWeaveProspectus],
  related: ["GPULOANLIMIT", "BORROWINGBASE", "COLLATERALSCHEDULE"],
  calculate: ({ balance, contractLimit, collateralLimit }) =>
    max(0, balance.minus(min(contractLimit, collateralLimit).as("lower limit"))),
});
