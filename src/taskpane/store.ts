import { useEffect, useReducer, useRef } from "preact/hooks";

/** A value that others can watch. */
export interface Store<State> {
  get(): State;
  /** Replaces some of the state and tells who watches. */
  set(change: Partial<State>): void;
  watch(watcher: () => void): () => void;
}

export function createStore<State extends object>(initial: State): Store<State> {
  let state = initial;
  const watchers = new Set<() => void>();
  return {
    get: () => state,
    set(change) {
      state = { ...state, ...change };
      for (const watcher of [...watchers]) watcher();
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}

/** Part of a store's state, kept current while the component is shown. */
export function useStore<State, Part>(store: Store<State>, part: (state: State) => Part): Part {
  const [, again] = useReducer<number, void>((count) => count + 1, 0);
  const current = part(store.get());
  const last = useRef(current);
  last.current = current;
  useEffect(() => {
    const look = () => {
      if (!Object.is(part(store.get()), last.current)) again();
    };
    look();
    return store.watch(look);
    // `part` is a constant selector at every call; watching anew on each render would only cost time.
  }, [store]);
  return current;
}
