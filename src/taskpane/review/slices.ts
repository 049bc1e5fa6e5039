/** How long a stretch of work may be before the pane draws and reacts again, in milliseconds. */
const longestStretch = 40;

const breath = () => new Promise((resolve) => setTimeout(resolve));

/** Runs work that pauses in small steps, with room for everything else between. undefined when it is no longer wanted. */
export async function inSlices<T>(steps: Generator<undefined, T>, wanted: () => boolean): Promise<T | undefined> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < longestStretch) continue;
    await breath();
    if (!wanted()) return undefined;
    since = performance.now();
  }
}
