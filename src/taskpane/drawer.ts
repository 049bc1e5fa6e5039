/** What the pane keeps on this computer. Storage may be full, blocked or absent: then it keeps things for this visit only. */
export interface Drawer {
  /** What was put under the key, or undefined when nothing readable is there. */
  get(key: string): unknown;
  put(key: string, value: unknown): void;
  /** False when nothing survives closing the pane. */
  readonly lasting: boolean;
}

/** A part of localStorage: `prefix` keeps documents that share a domain apart. */
export function openDrawer(storage: () => Storage, prefix: string): Drawer {
  const meanwhile = new Map<string, string>();
  const place = (key: string) => `${prefix}compute-economics.${key}`;
  const attempt = <T>(action: (store: Storage) => T): T | undefined => {
    try {
      return action(storage());
    } catch {
      return undefined;
    }
  };
  const lasting = attempt((store) => {
    store.setItem(place("probe"), "1");
    store.removeItem(place("probe"));
    return true;
  });
  return {
    lasting: lasting ?? false,
    get(key) {
      const text = attempt((store) => store.getItem(place(key))) ?? meanwhile.get(key);
      if (text === undefined || text === null) return undefined;
      try {
        return JSON.parse(text) as unknown;
      } catch {
        return undefined;
      }
    },
    put(key, value) {
      const text = JSON.stringify(value);
      meanwhile.set(key, text);
      attempt((store) => store.setItem(place(key), text));
    },
  };
}
