import { constant } from "../../calc/quantity";
import { hour } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, moreThan, optional, share } from "../parameter";

export const downtimeHours = defineFunction({
  name: "DOWNTIMEHOURS",
  title: "Downtime hours",
  summary: "Returns the hours of downtime that an availability allows.",
  aliases: ["nines", "uptime", "outage"],
  parameters: {
    availability: share("Share of time in service.", atLeast(0), atMost(1)),
    periodHours: optional(8760, amount(hour, "Hours in the period.", moreThan(0))),
  },
  returns: {
    unit: hour,
    description: "At 99.9% a year has 8.76 hours of downtime.",
    means: "That is {result} of downtime.",
  },
  example: { availability: 0.9995 },
  sources: ["Availability tables (nines)"],
  related: ["SERIESAVAILABILITY", "SLAUPTIME"],
  calculate({ availability, periodHours }) {
    return constant(1).minus(availability).times(periodHours);
  },
});
