import type { Workbook } from "../workbook";

/** Saved with the document: what its reader has called no mistake. */
const setting = "reviewSetAside";

/** Keys of findings that stay silent. */
export function setAside(workbook: Workbook): ReadonlySet<string> {
  const kept = workbook.setting(setting);
  return new Set(Array.isArray(kept) ? kept.filter((key): key is string => typeof key === "string") : []);
}

export async function keepAside(workbook: Workbook, keys: ReadonlySet<string>): Promise<void> {
  await workbook.setSetting(setting, keys.size === 0 ? undefined : [...keys]);
}
