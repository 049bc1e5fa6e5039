import type { Concept } from "../concept";
import { availabilityInParallel } from "./availability-in-parallel";
import { availabilityInSeries } from "./availability-in-series";
import { availabilityUnderCurtailment } from "./availability-under-curtailment";
import { availabilityWithSpares } from "./availability-with-spares";
import { breakEvenInterruptibleCredit } from "./break-even-interruptible-credit";
import { demandResponsePayment } from "./demand-response-payment";
import { downtimeHours } from "./downtime-hours";
import { lossFromCurtailment } from "./loss-from-curtailment";

export const curtailmentRiskConcept: Concept = {
  slug: "curtailment-risk",
  title: "Curtailment risk",
  functions: [
    lossFromCurtailment,
    availabilityUnderCurtailment,
    breakEvenInterruptibleCredit,
    demandResponsePayment,
    downtimeHours,
    availabilityInSeries,
    availabilityInParallel,
    availabilityWithSpares,
  ],
};
