import { match, max } from "../../calc/quantity";
import { usd } from "../../calc/unit";
import { defineFunction } from "../define";
import { debtSizingCourse } from "../gpu-backed-financing/loan-coverage";
import { choice, optional } from "../parameter";
import { covenantHeadroom } from "./covenant-headroom";

const { cashFlow, debtService, covenant } = covenantHeadroom.parameters;

export const equityCure = defineFunction({
  name: "EQUITYCURE",
  title: "Equity cure",
  summary:
    "Returns the money owners must add to restore a broken coverage covenant, counted as cash flow or used to prepay.",
  aliases: ["cure right", "covenant cure", "sponsor support", "equity injection"],
  parameters: {
    cashFlow,
    debtService,
    covenant,
    method: optional(
      "cash",
      choice(["cash", "prepayment"], "cash: the money counts as cash flow; prepayment: it reduces the debt service."),
    ),
  },
  returns: {
    unit: usd,
    description:
      "0 while the covenant holds. Money that reduces the debt service cures with less than money that counts as cash flow.",
    means: "Restoring a coverage of {covenant} takes {result} of new money.",
  },
  example: { cashFlow: 5_990_215.54, debtService: 5_009_635.23, covenant: 1.2 },
  sources: [debtSizingCourse],
  related: ["COVENANTHEADROOM", "COVENANTTEST", "MANDATORYPREPAYMENT"],
  calculate({ cashFlow, debtService, covenant, method }) {
    const missing = max(0, covenant.times(debtService).minus(cashFlow)).as("missing cash flow");
    return match(method, { cash: missing, prepayment: missing.dividedBy(covenant) });
  },
});
