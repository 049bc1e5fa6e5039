/** Light, dark, or as the system has it. */
import { readSetting, writeSetting } from "./storage";

export type Theme = "system" | "light" | "dark";

const order: readonly Theme[] = ["system", "light", "dark"];
const dark = matchMedia("(prefers-color-scheme: dark)");

export interface ThemeControl {
  readonly theme: Theme;
  /** What is seen. */
  readonly shown: "light" | "dark";
  /** On to the next of system, light, dark. */
  next(): void;
  onChange(handler: () => void): void;
}

export function themeControl(): ThemeControl {
  const handlers: (() => void)[] = [];
  let theme = order.find((each) => each === readSetting("theme")) ?? "system";

  function apply(): void {
    if (theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
    for (const handler of handlers) handler();
  }

  dark.addEventListener("change", () => {
    if (theme === "system") apply();
  });
  apply();
  return {
    get theme() {
      return theme;
    },
    get shown() {
      return theme === "system" ? (dark.matches ? "dark" : "light") : theme;
    },
    next() {
      theme = order[(order.indexOf(theme) + 1) % order.length] ?? "system";
      writeSetting("theme", theme);
      apply();
    },
    onChange: (handler) => void handlers.push(handler),
  };
}
