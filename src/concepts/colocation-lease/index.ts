import type { Concept } from "../concept";
import { coloBill } from "./colo-bill";
import { coloCost } from "./colo-cost";
import { leaseSchedule } from "./lease-schedule";
import { netEffectiveRent } from "./net-effective-rent";
import { straightLineRent } from "./straight-line-rent";

export const colocationLeaseConcept: Concept = {
  slug: "colocation-lease",
  title: "Colocation lease",
  functions: [coloBill, coloCost, leaseSchedule, straightLineRent, netEffectiveRent],
};
