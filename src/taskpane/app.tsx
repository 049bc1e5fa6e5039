import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { type Drawer, openDrawer } from "./drawer";
import { noProgress, type Progress, readProgress } from "./progress";
import { parentOf, pathOf, type Screen, screenAt } from "./screen";
import { readSettings, type Settings, usualSettings } from "./settings";
import { createStore, type Store, useStore } from "./store";
import type { Cell, Host, HostTheme, Workbook } from "./workbook";

/** All that the screens show, apart from what they hold for themselves. */
export interface PaneState {
  readonly screen: Screen;
  /** The screens before this one, the latest last, each with how far it was scrolled. */
  readonly trail: readonly { readonly screen: Screen; readonly scroll: number }[];
  readonly searching: boolean;
  /** "waiting" until the host has said whether there is one; undefined in a plain browser. */
  readonly workbook: Workbook | "waiting" | undefined;
  /** What is selected in the sheet. */
  readonly cell: Cell | undefined;
  /** Counts changes of the sheet, so that what was computed from it can be computed again. */
  readonly edits: number;
  readonly settings: Settings;
  readonly progress: Progress;
  readonly online: boolean;
  readonly welcomed: boolean;
}

/** What the pane stands on. Tests give their own. */
export interface Surroundings {
  readonly host: Host;
  /** The browser's storage; may throw. */
  readonly storage: () => Storage;
  readonly now: () => Date;
  /** Puts text on the clipboard; false when the browser does not let us. */
  readonly copy: (text: string) => Promise<boolean>;
  readonly scrollTo: (top: number) => void;
  readonly scrolled: () => number;
}

/** The pane's one controller: where the reader is, what is kept, what the workbook says. */
export class App {
  readonly store: Store<PaneState>;
  /** Whether the reader has gone anywhere yet: before that no focus is moved unasked. */
  moved = false;
  /** Whether the address of the page asked for a screen: then the place kept from last time does not count. */
  private readonly asked: boolean;
  private drawer: Drawer;

  constructor(
    readonly around: Surroundings,
    start?: Screen,
  ) {
    this.asked = start !== undefined;
    this.drawer = openDrawer(around.storage, "");
    this.store = createStore<PaneState>({
      screen: start ?? { name: "home" },
      trail: [],
      searching: false,
      workbook: "waiting",
      cell: undefined,
      edits: 0,
      settings: usualSettings,
      progress: noProgress,
      online: globalThis.navigator?.onLine ?? true,
      welcomed: true,
    });
    this.recall(!this.asked);
  }

  get state(): PaneState {
    return this.store.get();
  }

  /** The workbook, when there is one that can be used now. */
  get workbook(): Workbook | undefined {
    const { workbook } = this.state;
    return workbook === "waiting" ? undefined : workbook;
  }

  /** Whether what is kept survives closing the pane. */
  get remembers(): boolean {
    return this.drawer.lasting;
  }

  /** The host has settled: from now on its storage counts, and the workbook if it has one. */
  settle(workbook: Workbook | undefined): void {
    const prefix = this.around.host.storagePrefix();
    if (prefix !== "") {
      this.drawer = openDrawer(this.around.storage, prefix);
      this.recall(!this.asked && !this.moved);
    }
    this.store.set({ workbook });
  }

  go(screen: Screen, as: "visit" | "replace" = "visit"): void {
    const { screen: from, trail } = this.state;
    if (pathOf(screen) === pathOf(from) && screen.name !== "function") {
      this.store.set({ searching: false });
      return;
    }
    this.moved = true;
    const left = { screen: from, scroll: this.around.scrolled() };
    this.store.set({
      screen,
      trail: as === "visit" ? [...trail, left].slice(-20) : trail,
      searching: false,
    });
    if (as === "visit") this.around.scrollTo(0);
    this.keepPlace(0);
  }

  back(): void {
    const { trail, screen, searching } = this.state;
    this.moved = true;
    if (searching) {
      this.store.set({ searching: false });
      return;
    }
    const last = trail.at(-1) ?? { screen: parentOf(screen), scroll: 0 };
    this.store.set({ screen: last.screen, trail: trail.slice(0, -1) });
    this.around.scrollTo(last.scroll);
    this.keepPlace(last.scroll);
  }

  /** Remembers how far the reader has come on this screen, for the next time the pane opens. */
  keepPlace(scroll: number): void {
    this.drawer.put("place", { path: pathOf(this.state.screen), scroll });
  }

  /** How far the screen was scrolled when the pane was closed on it. */
  placeKept(): number {
    const kept = this.drawer.get("place") as { path?: unknown; scroll?: unknown } | undefined;
    return kept?.path === pathOf(this.state.screen) && typeof kept.scroll === "number" ? kept.scroll : 0;
  }

  change(settings: Partial<Settings>): void {
    const changed = { ...this.state.settings, ...settings };
    this.store.set({ settings: changed });
    this.drawer.put("settings", changed);
  }

  note(change: (progress: Progress) => Progress): void {
    const progress = change(this.state.progress);
    if (progress === this.state.progress) return;
    this.store.set({ progress });
    this.drawer.put("progress", progress);
  }

  welcome(): void {
    this.store.set({ welcomed: true });
    this.drawer.put("welcomed", true);
  }

  /** The theme to draw in: the reader's choice, else the host's, else the system's. */
  theme(host: HostTheme): "light" | "dark" | undefined {
    const { theme } = this.state.settings;
    if (theme !== "system") return theme;
    return host === "auto" ? undefined : host;
  }

  private recall(withPlace: boolean): void {
    const place = this.drawer.get("place") as { path?: unknown } | undefined;
    const screen = withPlace && typeof place?.path === "string" ? screenAt(place.path) : undefined;
    this.store.set({
      settings: readSettings(this.drawer.get("settings")),
      progress: readProgress(this.drawer.get("progress")) ?? noProgress,
      welcomed: this.drawer.get("welcomed") === true,
      ...(screen ? { screen } : {}),
    });
  }
}

export const AppContext = createContext<App | undefined>(undefined);

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error("a screen must stand inside the pane");
  return app;
}

/** Part of the pane's state, kept current. */
export function usePane<Part>(part: (state: PaneState) => Part): Part {
  return useStore(useApp().store, part);
}

export function useDigits(): number {
  return usePane(({ settings }) => settings.digits);
}
