import type { Concept } from "../concept";
import { acceleratorSpecification } from "./accelerator-specification";
import { acceleratorTable } from "./accelerator-table";

export const acceleratorReferenceConcept: Concept = {
  slug: "accelerator-reference",
  title: "Accelerator reference",
  functions: [acceleratorSpecification, acceleratorTable],
};
