import { annuityDueFactor, growth } from "../../calc/finance";
import { constant, spelled, when } from "../../calc/quantity";
import { generate, together } from "../../calc/series";
import { perYear, share, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, moreThan, optional } from "../parameter";
import { leaseTerms, periodRent, periodsOf, periodsPaid, someRentIsPaid, yearsOf } from "./lease";

export const netEffectiveRent = defineFunction({
  name: "NETEFFECTIVERENT",
  title: "Net effective rent",
  summary:
    "Returns the level rent per period that is worth the same as the lease after free rent and concessions; use it to compare offers with different incentives.",
  aliases: ["NER", "effective rent", "free rent", "tenant improvement", "TI allowance", "rent concession"],
  parameters: {
    ...leaseTerms,
    concessions: optional(0, amount(usd, "Landlord cash paid at signing, such as fit-out money.", atLeast(0))),
    discountRate: optional(0, amount(perYear.labelled("share/year"), "Effective yearly discount rate.", moreThan(-1))),
  },
  returns: {
    unit: periodRent,
    description:
      "Compare offers on this figure, each at the same discount rate: the face rent says little once free periods, escalators and fit-out money differ. Rent is taken as paid at the start of each period.",
    means: "The lease is worth a level rent of {result}, against {startingRent} on its face.",
  },
  example: {
    startingRent: 150,
    escalator: 0.03,
    years: 10,
    freePeriods: 6,
    periodsPerYear: 12,
    concessions: 900,
    discountRate: 0.08,
  },
  sources: ["Commercial-lease net effective rent: level annuity-due of equal present value"],
  related: ["STRAIGHTLINERENT", "LEASESCHEDULE", "REQUIREDRENT"],
  requires: someRentIsPaid,
  calculate({ concessions, discountRate, ...lease }) {
    const { years, periodsPerYear } = lease;
    const periods = periodsOf(lease);
    const periodRate = growth(discountRate, constant(1).dividedBy(periodsPerYear)).minus(1);
    const rate = periodRate.in(share).as("discount rate per period");

    const theYears = { year: generate(years, (leaseYear) => leaseYear).as("year"), ...yearsOf(lease) };
    const worths = together(theYears).map(({ year, rent, paid }) => {
      const yearsBefore = year.minus(paid.dividedBy(periodsPerYear));
      const discounted = annuityDueFactor({ rate, periods: paid }).dividedBy(growth(discountRate, yearsBefore));
      return rent.times(when(discountRate.is(0), paid, discounted)).in(usd);
    });
    const byYears = worths.as("present value of the rent of the year").sum();
    const byPeriods = periodsPaid(lease, (rent, yearsBefore) => rent.dividedBy(growth(discountRate, yearsBefore)));
    const worth = spelled(byYears, byPeriods.sum()).as("present value of the rent");

    const annuity = when(discountRate.is(0), periods, annuityDueFactor({ rate, periods }));
    return worth.minus(concessions).dividedBy(annuity.as("present value of 1 a period"));
  },
});
