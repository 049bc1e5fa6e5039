import { oneYear } from "../../calc/conversions";
import { growth } from "../../calc/finance";
import { type Condition, max, type Quantity, spelled, when } from "../../calc/quantity";
import { generate, type Series, together } from "../../calc/series";
import { count, none, perYear, usd, year } from "../../calc/unit";
import { amount, atLeast, atMost, moreThan, optional, whole } from "../parameter";

/** A rent paid in every period. */
export const periodRent = usd.labelled("USD/period");

/** The terms of an escalating lease, as its functions take them. */
export const leaseTerms = {
  startingRent: amount(periodRent, "Rent of the first period.", atLeast(0)),
  escalator: amount(perYear.labelled("share/year"), "Yearly increase of the rent.", moreThan(-1)),
  years: amount(year, "Length of the lease.", whole, atLeast(1), atMost(100)),
  freePeriods: optional(0, amount(count, "Rent-free periods at the start.", whole, atLeast(0))),
  periodsPerYear: optional(
    12,
    amount(none.per(year).labelled("count"), "Rent periods in a year.", whole, atLeast(1), atMost(366)),
  ),
};

export type Lease = Readonly<Record<keyof typeof leaseTerms, Quantity>>;

export const leaseSources = [
  "ASC 842 / IAS 17 straight-line rent",
  "Archibus, straight-line reporting for stepped rent, https://knowledge.eptura.com/Archibus/Archibus_Applications_and_Modules/0360-Real_Property/0642-Costs/0702-Straight-Line_Reporting_Overview/1702-StraightLine_Reporting_for_Stepped_Rent",
];

export const someRentIsPaid = ({ freePeriods, years, periodsPerYear }: Lease): Record<string, Condition> => ({
  "freePeriods must be below years × periodsPerYear": freePeriods.isLessThan(years.times(periodsPerYear)),
});

export const periodsOf = ({ years, periodsPerYear }: Lease): Quantity =>
  years.times(periodsPerYear).as("periods of the lease");

/** Year by year the rent of a period and how many periods are paid. Free periods do not delay the escalator. */
export function yearsOf({ startingRent, escalator, years, freePeriods, periodsPerYear }: Lease) {
  const rent = generate(years, (leaseYear) => startingRent.times(growth(escalator, leaseYear.minus(oneYear))));
  const paid = generate(years, (leaseYear) => {
    const start = leaseYear.minus(oneYear).times(periodsPerYear);
    return max(0, leaseYear.times(periodsPerYear).minus(max(start, freePeriods)));
  });
  return { rent: rent.as("rent of the year"), paid: paid.as("periods paid in the year") };
}

/** Period by period the rent that is paid: how a sheet would spell it, where a hundred years of daily rent may take their time. */
export function periodsPaid(lease: Lease, amountOf: (theRent: Quantity, yearsBefore: Quantity) => Quantity): Series {
  const { startingRent, escalator, freePeriods, periodsPerYear } = lease;
  return generate(periodsOf(lease), (period) => {
    const yearsBefore = period.minus(1).dividedBy(periodsPerYear);
    const rent = startingRent.times(growth(escalator, yearsBefore.roundedDown()));
    return when(period.isAtMost(freePeriods), 0, amountOf(rent, yearsBefore));
  });
}

/** All rent that is paid over the lease, summed by years: a hundred years of daily rent are a hundred terms. */
export function cashRentOf(lease: Lease): Quantity {
  const cashRents = together(yearsOf(lease)).map(({ rent, paid }) => rent.times(paid).in(usd));
  const byYears = cashRents.as("cash rent of the year").sum();
  return spelled(byYears, periodsPaid(lease, (rent) => rent).sum()).as("cash rent of the lease");
}
