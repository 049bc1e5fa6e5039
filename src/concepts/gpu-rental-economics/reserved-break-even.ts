import { gpu, gpuHour, hour, share, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, moreThan, optional } from "../parameter";

export const reservedBreakEven = defineFunction({
  name: "RESERVEDBREAKEVEN",
  title: "Break-even use of a reservation",
  summary:
    "Returns the share of the term that must be used for a reservation to be cheaper than on demand; above 1 it never is.",
  aliases: ["reserved instance break-even", "reserve or on demand", "reservation utilization"],
  parameters: {
    onDemandRate: amount(usd.per(gpuHour), "On-demand price per hour.", atLeast(0)),
    reservedRate: amount(usd.per(gpuHour), "Reserved price per hour, owed in every hour of the term.", atLeast(0)),
    upfront: optional(0, amount(usd.per(gpu).labelled("USD"), "Payment at the start per GPU.", atLeast(0))),
    termHours: optional(8760, amount(hour, "Hours in the reservation term.", moreThan(0))),
  },
  returns: {
    unit: share,
    description:
      "Reserve if you are sure to use more of the term than this; below it, on demand is cheaper. Above 100% the reservation never pays.",
    means: "The reservation is cheaper once more than {result} of the term is used.",
  },
  example: { onDemandRate: 8, reservedRate: 6.5 },
  sources: [
    "ComputeTape lessons and calculators, https://www.computetape.com/learn/",
    "AWS Savings Plans and Reserved Instances user guides",
  ],
  related: ["OPTIMALCOMMITMENT", "COMMITMENTBILL", "FORWARDRATE"],
  calculate({ onDemandRate, reservedRate, upfront, termHours }) {
    const owed = reservedRate.plus(upfront.dividedBy(termHours)).as("reserved cost of an hour");
    return owed.dividedBy(onDemandRate);
  },
});
