import { hour, megawatt, megawattHour, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, optional, share } from "../parameter";

export const lossFromCurtailment = defineFunction({
  name: "CURTAILMENTLOSS",
  title: "Loss from curtailment",
  summary: "Returns the margin lost when a load is curtailed, restarts included.",
  aliases: ["interruptible", "demand response", "load shedding"],
  parameters: {
    megawatts: amount(megawatt, "IT load exposed to curtailment.", atLeast(0)),
    hours: amount(hour, "Hours of curtailment.", atLeast(0)),
    revenuePerMwh: amount(usd.per(megawattHour), "Revenue per MWh of IT energy.", atLeast(0)),
    depth: optional(1, share("Share of the load that is cut.", atLeast(0), atMost(1))),
    avoidedCostPerMwh: optional(0, amount(usd.per(megawattHour), "Power cost saved per MWh not used.")),
    restartHours: optional(
      0,
      amount(hour, "Hours in total in which the cut load draws power again but earns nothing.", atLeast(0)),
    ),
  },
  returns: {
    unit: usd,
    description: "Negative when stopping saves more than the hours would have earned.",
    means: "Being curtailed costs {result}.",
  },
  example: { megawatts: 50, hours: 60, revenuePerMwh: 900, depth: 0.5, avoidedCostPerMwh: 60, restartHours: 8 },
  sources: ["Net value of interruptible load"],
  related: ["CURTAILMENTBREAKEVEN", "CURTAILMENTAVAILABILITY"],
  calculate({ megawatts, hours, revenuePerMwh, depth, avoidedCostPerMwh, restartHours }) {
    const stopped = hours.times(revenuePerMwh.minus(avoidedCostPerMwh)).as("loss while stopped, per megawatt");
    const restarting = restartHours.times(revenuePerMwh).as("loss while restarting, per megawatt");
    return megawatts.times(depth).times(stopped.plus(restarting));
  },
});
