import { min } from "../../calc/quantity";
import { together } from "../../calc/series";
import { share as shareOf, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, optional, series, share } from "../parameter";

/** An uptime computed in another cell that comes out a hair under a threshold is at it. */
const allowance = 1e-9;
/** No threshold is as high. */
const nothingMissed = 9;

export const slaCredit = defineFunction({
  name: "SLACREDIT",
  title: "Service credit",
  summary:
    "Returns the credit owed for a period's uptime from a table of thresholds; use it for hosting and cloud agreements.",
  aliases: ["SLA penalty", "service level credit", "SLA refund", "uptime guarantee", "liquidated damages"],
  parameters: {
    uptime: share("Measured uptime.", atLeast(0), atMost(1)),
    fees: amount(usd, "Fees of the period to which the credit applies.", atLeast(0)),
    thresholds: series(shareOf, "Uptime levels below which a credit is owed, in any order.", atLeast(0), atMost(1)),
    credits: series(shareOf, "Credit at each threshold, as a share of fees.", atLeast(0), atMost(1)),
    cap: optional(1, share("Largest credit, as a share of fees.", atLeast(0), atMost(1))),
  },
  returns: {
    unit: usd,
    description:
      "Set it against what the outage cost: credits are a discount on a later bill and rarely cover the loss. Uptime exactly at a threshold earns none of its credit.",
    means: "An uptime of {uptime} earns a credit of {result} on fees of {fees}.",
  },
  example: { uptime: 0.989, fees: 250_000, thresholds: [0.9999, 0.99, 0.95], credits: [0.1, 0.3, 1] },
  sources: ["AWS Compute SLA", "PulseAPI, how to calculate SLA penalties"],
  related: ["SLAUPTIME", "LIABILITYRECOVERY"],
  calculate({ uptime, fees, thresholds, credits, cap }) {
    const lowest = together({ threshold: thresholds })
      .where(({ threshold }) => threshold.isMoreThan(uptime.plus(allowance)))
      .map(({ threshold }) => threshold)
      .smallest({ ifNone: nothingMissed })
      .as("lowest threshold missed");
    const credit = together({ threshold: thresholds, credit: credits })
      .where(({ threshold }) => threshold.is(lowest))
      .map((level) => level.credit)
      .largest({ ifNone: 0 })
      .as("credit");
    return fees.times(min(credit, cap));
  },
});
