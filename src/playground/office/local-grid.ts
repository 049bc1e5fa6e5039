import type { Grid } from "./grid";

/** The grid for one frame: its handlers go when the frame goes, or a reloaded pane would be called twice. */
export function localGrid(grid: Grid, frame: Window): Grid {
  const stops = new Set<() => void>();
  frame.addEventListener("pagehide", () => {
    for (const stop of stops) stop();
    stops.clear();
  });
  return new Proxy(grid, {
    get(target, name: keyof Grid) {
      if (name === "on")
        return (handler: Parameters<Grid["on"]>[0]) => {
          const stop = target.on(handler);
          stops.add(stop);
          return () => {
            stops.delete(stop);
            stop();
          };
        };
      return target[name].bind(target);
    },
  });
}
