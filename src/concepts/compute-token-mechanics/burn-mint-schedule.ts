import { min } from "../../calc/quantity";
import { none, token, usd } from "../../calc/unit";
import { defineTable } from "../define";
import { atLeast, amount, atMost, moreThan, optional, series, share } from "../parameter";

export const burnMintSchedule = defineTable({
  name: "BURNMINTSCHEDULE",
  title: "Burn-and-mint supply schedule",
  summary:
    "Returns token supply period by period from emissions and spending; use it to see when burning overtakes emission.",
  aliases: ["BME", "token supply", "tokenomics", "circulating supply", "burn schedule"],
  parameters: {
    openingSupply: amount(token, "Supply at the start.", atLeast(0)),
    emissions: series(token, "Tokens minted in each period.", atLeast(0)),
    spends: series(usd, "Spending in each period.", atLeast(0)),
    prices: series(usd.per(token), "Token price in each period.", moreThan(0)),
    burnShare: optional(1, share("Share of spending used to burn tokens.", atLeast(0), atMost(1))),
  },
  columns: { period: none, opening: token, minted: token, burned: token, closing: token },
  example: {
    openingSupply: 1_000_000,
    emissions: [10_000, 10_000, 10_000],
    spends: [8000, 12_000, 20_000],
    prices: [1, 1.2, 1.5],
    burnShare: 0.95,
  },
  sources: ["Akash AEP-76 burn-mint equilibrium", "Render RNP-021, RNP-023", "Helium HIP-20"],
  related: ["BURNMINTBREAKEVEN", "BURNMINTNET", "EMISSIONSCHEDULE"],
  calculate({ openingSupply, emissions, spends, prices, burnShare }, { rowsOf }) {
    return rowsOf({ minted: emissions, spend: spends, price: prices }, ({ minted, spend, price, position, above }) => {
      const opening = above.closing.otherwise(openingSupply);
      const supply = opening.plus(minted).as("supply before the burn");
      const burned = min(supply, spend.times(burnShare).dividedBy(price));
      return { period: position, opening, minted, burned, closing: supply.minus(burned) };
    });
  },
});
