import type { Concept } from "../concept";
import { liabilityRecovery } from "./liability-recovery";
import { revenueShare } from "./revenue-share";
import { slaCredit } from "./sla-credit";
import { slaUptime } from "./sla-uptime";

export const aiModelHostingAgreementsConcept: Concept = {
  slug: "ai-model-hosting-agreements",
  title: "AI model hosting agreements",
  functions: [slaUptime, slaCredit, revenueShare, liabilityRecovery],
};
