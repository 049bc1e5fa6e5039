import type { Concept } from "../concept";
import { costOfDelay } from "./cost-of-delay";
import { expectedQueueCapacity } from "./expected-capacity-of-a-queue";
import { expectedMonthsInTheQueue } from "./expected-months-in-the-queue";
import { probabilityOfEnergizationByADate } from "./probability-of-energization-by-a-date";
import { queueStages } from "./queue-stages";

export const interconnectionQueueConcept: Concept = {
  slug: "interconnection-queue",
  title: "Interconnection queue",
  functions: [
    expectedQueueCapacity,
    queueStages,
    expectedMonthsInTheQueue,
    probabilityOfEnergizationByADate,
    costOfDelay,
  ],
};
