import { notAvailable, when } from "../../calc/quantity";
import { together } from "../../calc/series";
import { none } from "../../calc/unit";
import { defineFunction } from "../define";
import { allowance, covenantTest, headroomOf } from "./covenant-test";

const { parameters, example, sources } = covenantTest;

export const covenantBreach = defineFunction({
  name: "COVENANTBREACH",
  title: "First breach of a covenant",
  summary:
    "Returns the first period in which a ratio breaks its covenant; use it to see how long there is time to act.",
  aliases: ["covenant breach", "default date", "first breach", "covenant violation"],
  parameters,
  returns: {
    unit: none,
    description:
      "Periods are counted from 1, those that are not tested included. #N/A is the good answer: the covenant holds throughout.",
    means: "The covenant of {threshold} is first broken in period {result}.",
  },
  example,
  sources,
  related: ["COVENANTTEST", "MINLOANCOVERAGE", "COVENANTHEADROOM"],
  calculate: ({ ratios, threshold, direction }) =>
    together({ ratio: ratios })
      .where(({ ratio }) => when(ratio.isGiven, headroomOf(ratio, threshold, direction), 0).isLessThan(-allowance))
      .map(({ position }) => position)
      .as("periods in breach")
      .smallest({ ifNone: notAvailable("the covenant is never broken") }),
});
