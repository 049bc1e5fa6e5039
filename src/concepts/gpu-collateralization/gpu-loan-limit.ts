import { max, min } from "../../calc/quantity";
import { ratio, usd, year } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, moreThan, series, share } from "../parameter";

/** The prospectus in which a lower-of-two-limits rule for GPU loans is described. */
export const coreWeaveProspectus =
  "CoreWeave S-1, DDTL 2.0 mandatory prepayment rule, https://www.sec.gov/Archives/edgar/data/1769628/000119312525044231/d899798ds1.htm (second-hand)";

export const gpuLoanLimit = defineFunction({
  name: "GPULOANLIMIT",
  title: "Loan limit of a GPU facility",
  summary:
    "Returns the loan supported by both the depreciated GPUs and the contracted cash, whichever is lower; use it for contract-backed GPU loans.",
  aliases: ["DDTL", "delayed draw term loan", "GPU loan", "borrowing limit", "contract-backed loan"],
  parameters: {
    cost: amount(usd, "Purchase price of the GPUs.", atLeast(0)),
    lifeYears: amount(year, "Years over which the purchase price is recovered.", moreThan(0)),
    ageYears: amount(year, "Age of the GPUs.", atLeast(0)),
    advanceRate: share("Share of depreciated cost lent.", atLeast(0), atMost(1)),
    contractedCash: series(usd, "Contracted cash left for debt service in each future period.", atLeast(0)),
    rate: share("Interest rate per period.", atLeast(0)),
    coverage: amount(ratio, "Required ratio of cash flow to debt service.", atLeast(1)),
  },
  returns: {
    unit: usd,
    description:
      "A balance above it calls for a prepayment. Which of the two limits binds changes with time: the GPUs lose value as they age, the contract as it is served.",
    means: "GPUs bought for {cost} and their contracts support a loan of {result}.",
  },
  example: {
    cost: 1000,
    lifeYears: 6,
    ageYears: 1.5,
    advanceRate: 0.8,
    contractedCash: [220, 220, 220, 220],
    rate: 0.1,
    coverage: 1.3,
  },
  sources: [coreWeaveProspectus],
  related: ["MANDATORYPREPAYMENT", "DEBTCAPACITY", "BORROWINGBASE", "BOOKVALUE"],
  calculate({ cost, lifeYears, ageYears, advanceRate, contractedCash, rate, coverage }) {
    const depreciated = cost
      .times(max(0, lifeYears.minus(ageYears)))
      .dividedBy(lifeYears)
      .as("depreciated cost");
    const byCollateral = depreciated.times(advanceRate).as("limit by collateral");
    const byContracts = contractedCash.presentValue(rate).dividedBy(coverage).as("limit by contracts");
    return min(byCollateral, byContracts);
  },
});
