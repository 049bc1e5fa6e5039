import { usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, optional } from "../parameter";
import { cashRentOf, leaseSources, leaseTerms, periodRent, periodsOf, someRentIsPaid } from "./lease";

export const straightLineRent = defineFunction({
  name: "STRAIGHTLINERENT",
  title: "Straight-line rent",
  summary:
    "Returns the level rent per period that an escalating lease averages to; use it for the rent expense that accounts show.",
  aliases: ["ASC 842", "IFRS 16", "IAS 17", "average rent", "rent expense", "rent leveling", "free rent"],
  parameters: {
    ...leaseTerms,
    incentives: optional(0, amount(usd, "Lease incentives received from the landlord in total.", atLeast(0))),
  },
  returns: {
    unit: periodRent,
    description:
      "Compare it with the cash rent of a period: above it early in an escalating lease, below it late. Negative when incentives exceed the rent. It ignores the time value of money, which NETEFFECTIVERENT counts.",
    means: "Over {years} a rent of {startingRent} that rises {escalator} averages {result}.",
  },
  example: { startingRent: 100, escalator: 0.03, years: 10 },
  sources: leaseSources,
  related: ["LEASESCHEDULE", "NETEFFECTIVERENT", "COLOCOST"],
  requires: someRentIsPaid,
  calculate: ({ incentives, ...lease }) => cashRentOf(lease).minus(incentives).dividedBy(periodsOf(lease)),
});
