import type { Build } from "./manifest-rules.cjs";

export function distFiles(folder: string): Pick<Build, "hasFile" | "pixels">;
