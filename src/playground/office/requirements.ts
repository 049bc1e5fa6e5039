/** The newest version of each set of the API that the emulation covers, as far as a pane needs it. */
const supported: Readonly<Record<string, readonly [number, number]>> = {
  // Cell notes, the newest thing here, came with 1.18.
  excelapi: [1, 18],
  customfunctionsruntime: [1, 3],
  customxmlparts: [1, 1],
  settings: [1, 1],
};

export function isSetSupported(name: string, version: string | number = "1.1"): boolean {
  const newest = supported[name.toLowerCase()];
  if (!newest) return false;
  const [major = 0, minor = 0] = String(version).split(".").map(Number);
  return major < newest[0] || (major === newest[0] && minor <= newest[1]);
}
