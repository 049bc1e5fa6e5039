import { blank, match, type Quantity, when, type Word } from "../../calc/quantity";
import { none, ratio } from "../../calc/unit";
import { defineTable } from "../define";
import { amount, choice, optional, series } from "../parameter";
import { debtSizingCourse } from "../gpu-backed-financing/loan-coverage";

/** By so much a ratio may miss its covenant: a loan sculpted to the covenant passes it. */
export const allowance = 1e-9;

export const covenantTest = defineTable({
  name: "COVENANTTEST",
  title: "Covenant test by period",
  summary: "Returns headroom and pass or fail for each period of a ratio; feed it the coverage column of a schedule.",
  aliases: ["covenant compliance", "covenant headroom", "DSCR covenant", "LTV covenant", "compliance certificate"],
  parameters: {
    ratios: series(ratio, "Ratio in each period; a blank cell or empty text means the period is not tested.", {
      gaps: true,
    }),
    threshold: amount(ratio, "Level of the covenant."),
    direction: optional(
      "at least",
      choice(["at least", "at most"], "at least: the ratio must not be lower; at most: it must not be higher."),
    ),
  },
  columns: { period: none, ratio, threshold: ratio, headroom: ratio, pass: "truth" },
  example: { ratios: [1.45, 1.31, 1.22, 1.18], threshold: 1.2 },
  sources: [debtSizingCourse],
  related: ["COVENANTBREACH", "COVERAGESCHEDULE", "COVENANTHEADROOM", "EQUITYCURE"],
  calculate: ({ ratios, threshold, direction }, { rowsOf }) =>
    rowsOf({ ratio: ratios }, ({ position, ratio }) => {
      const headroom = headroomOf(ratio, threshold, direction);
      return {
        period: position,
        ratio: when(ratio.isGiven, ratio, blank),
        threshold,
        headroom: when(ratio.isGiven, headroom, blank),
        pass: headroom.isAtLeast(-allowance).onlyIf(ratio.isGiven),
      };
    }),
});

/** How far a ratio is on the right side of its covenant. */
export const headroomOf = (ratio: Quantity, threshold: Quantity, direction: Word<"at least" | "at most">): Quantity =>
  match(direction, { "at least": ratio.minus(threshold), "at most": threshold.minus(ratio) }).as(
    "distance from the covenant",
  );
