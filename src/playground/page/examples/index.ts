import type { Example } from "./example";
import { gpuBackedLoan } from "./loan";
import { powerUse } from "./power";

/** The examples of the page, the one it opens with first. */
export const examples: readonly Example[] = [gpuBackedLoan, powerUse];
