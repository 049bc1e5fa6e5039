import { constant, when } from "../../calc/quantity";
import { share as shareOf } from "../../calc/unit";
import { defineFunction } from "../define";
import { atLeast, atMost, flag, optional, share } from "../parameter";

export const stakingYield = defineFunction({
  name: "STAKINGYIELD",
  title: "Staking yield",
  summary:
    "Returns the yearly yield on staked tokens, before or after dilution by inflation; use it to compare staking with holding.",
  aliases: ["staking APR", "staking rewards", "real yield", "validator return", "delegation"],
  parameters: {
    inflation: share("Yearly growth of the supply that is paid to stakers.", atLeast(0)),
    bondedShare: share("Share of the supply that is staked.", atLeast(0), atMost(1)),
    commission: optional(0, share("Validator commission.", atLeast(0), atMost(1))),
    communityTax: optional(0, share("Share of inflation diverted before stakers.", atLeast(0), atMost(1))),
    real: optional(false, flag("TRUE returns the yield after inflation.")),
  },
  returns: {
    unit: shareOf,
    description:
      "The nominal yield is mostly paid by those who do not stake; only the yield after inflation is a gain in share of the network. It is in tokens and says nothing about their price.",
    means: "Staking yields {result} a year, with {bondedShare} of the supply staked.",
  },
  example: { inflation: 0.1, bondedShare: 0.6, commission: 0.05, communityTax: 0.02, real: true },
  sources: ["Akash AEP-76 burn-mint equilibrium", "Giants Labs staking calculator"],
  related: ["BURNMINTNET", "EMISSIONSCHEDULE"],
  calculate({ inflation, bondedShare, commission, communityTax, real }) {
    const untaxed = constant(1).minus(communityTax);
    const afterCommission = constant(1).minus(commission);
    const paid = inflation.times(untaxed).times(afterCommission).as("inflation paid to stakers");
    const nominal = paid.dividedBy(bondedShare).as("nominal yield");
    const diluted = nominal.plus(1).dividedBy(inflation.plus(1)).minus(1).as("yield after inflation");
    return when(real, diluted, nominal);
  },
});
