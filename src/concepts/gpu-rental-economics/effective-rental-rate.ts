import { gpuHour, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { commitment, commitmentSplit, committedRate, onDemandRate, usage } from "./commitment";

export const effectiveRentalRate = defineFunction({
  name: "EFFECTIVERENTALRATE",
  title: "Effective rate under a commitment",
  summary:
    "Returns the bill per unit really used when part of the usage is committed; use it to compare commitments with one another and with on demand.",
  aliases: ["blended rate", "effective savings rate", "ESR", "effective hourly cost"],
  parameters: { usage, commitment, committedRate, onDemandRate },
  returns: {
    unit: usd.per(gpuHour),
    description:
      "Above the on-demand rate the commitment costs more than it saves; the nearer to the committed rate, the better it is used.",
    means: "Each unit used costs {result}, with {commitment} committed in every period.",
  },
  example: { usage: [80, 120, 100, 60], commitment: 90, committedRate: 2, onDemandRate: 3.5 },
  sources: ["AWS Savings Plans and Reserved Instances user guides"],
  related: ["COMMITMENTBILL", "OPTIMALCOMMITMENT", "RENTALBILL"],
  calculate: (terms) => commitmentSplit(terms).bill.dividedBy(terms.usage.sum()),
});
