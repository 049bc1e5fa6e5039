import { token, usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { amount, atLeast, atMost, moreThan, share } from "../parameter";

export const burnMintNet = defineFunction({
  name: "BURNMINTNET",
  title: "Net tokens of a burn-and-mint payment",
  summary:
    "Returns tokens minted minus tokens burned for an amount of spending; use it to see which way the supply moves: negative means that it shrinks.",
  aliases: ["BME", "burn-mint equilibrium", "net emission", "deflationary", "supply change"],
  parameters: {
    spend: amount(usd, "Money spent on the network.", atLeast(0)),
    burnShare: share("Share of it used to burn tokens.", atLeast(0), atMost(1)),
    burnPrice: amount(usd.per(token), "Token price at the burn.", moreThan(0)),
    rewardShare: share("Share of the spending paid out in new tokens.", atLeast(0)),
    rewardPrice: amount(usd.per(token), "Token price when rewards are minted.", moreThan(0)),
  },
  returns: {
    unit: token,
    description:
      "0 leaves the supply as it is. A price that rises between burn and mint makes it negative, one that falls makes it positive, at the same spending.",
    means: "Spending of {spend} changes the supply by {result}.",
  },
  example: { spend: 1000, burnShare: 1, burnPrice: 1.14, rewardShare: 1, rewardPrice: 1.5 },
  sources: ["Akash AEP-76 burn-mint equilibrium", "Render RNP-021, RNP-023"],
  related: ["BURNMINTSCHEDULE", "BURNMINTBREAKEVEN"],
  calculate({ spend, burnShare, burnPrice, rewardShare, rewardPrice }) {
    const minted = spend.times(rewardShare).dividedBy(rewardPrice).as("tokens minted");
    const burned = spend.times(burnShare).dividedBy(burnPrice).as("tokens burned");
    return minted.minus(burned);
  },
});
