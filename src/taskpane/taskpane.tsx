import "./styles/index.css";
import { render } from "preact";
import { App, AppContext, type Surroundings, usePane } from "./app";
import { Boundary } from "./components/boundary";
import { Frame, Heading } from "./components/frame";
import { lazily } from "./components/lazy";
import { SearchBox } from "./components/search-box";
import { copyText } from "./copy";
import { follow } from "./follow";
import { pathOf, type Screen, screenAt } from "./screen";
import { HomeScreen } from "./screens/home";
import type { Host } from "./workbook";

/** Draws the pane into an element. It is there before the host has settled, and works without a workbook. */
export function start(element: HTMLElement, host: Host): App {
  return startIn(element, browserSurroundings(host));
}

/** The same, on surroundings of one's own. */
export function startIn(element: HTMLElement, around: Surroundings): App {
  const app = new App(around, screenAt(location.hash));
  followTheme(app);
  render(
    <AppContext.Provider value={app}>
      <Pane />
    </AppContext.Provider>,
    element,
  );
  around.scrollTo(app.placeKept());
  listen(app);
  void around.host.workbook.then((workbook) => {
    app.settle(workbook);
    if (workbook) follow(app, workbook);
  });
  return app;
}

const FunctionScreen = lazily("The function", () =>
  import("./screens/function").then((module) => module.FunctionScreen),
);
const FunctionsScreen = lazily("The list of functions", () =>
  import("./screens/functions").then((module) => module.FunctionsScreen),
);
const LessonsScreen = lazily("The list of lessons", () =>
  import("./screens/lessons").then((module) => module.LessonsScreen),
);
const LessonScreen = lazily("The lesson", () => import("./screens/lesson").then((module) => module.LessonScreen));
const CellScreen = lazily("The cell", () => import("./screens/cell").then((module) => module.CellScreen));
const GlossaryScreen = lazily("The glossary", () =>
  import("./screens/glossary").then((module) => module.GlossaryScreen),
);
const CalculatorsScreen = lazily("The calculators", () =>
  import("./screens/calculators").then((module) => module.CalculatorsScreen),
);
const CalculatorScreen = lazily("The calculator", () =>
  import("./screens/calculator").then((module) => module.CalculatorScreen),
);
const ModelsScreen = lazily("The models", () => import("./screens/models").then((module) => module.ModelsScreen));
const ModelScreen = lazily("The model", () => import("./screens/model").then((module) => module.ModelScreen));
const NativeScreen = lazily("Native formulas", () => import("./screens/native").then((module) => module.NativeScreen));
const ReviewScreen = lazily("The review", () => import("./screens/review").then((module) => module.ReviewScreen));
const WhatIfScreen = lazily("What-if", () => import("./screens/what-if").then((module) => module.WhatIfScreen));
const BoardScreen = lazily("The decision board", () => import("./screens/board").then((module) => module.BoardScreen));
const SettingsScreen = lazily("Settings", () => import("./screens/settings").then((module) => module.SettingsScreen));
const AboutScreen = lazily("About", () => import("./screens/about").then((module) => module.AboutScreen));

function Pane() {
  const screen = usePane((state) => state.screen);
  const searching = usePane((state) => state.searching);
  return (
    <>
      {searching && (
        <Frame place="Search">
          <Heading class="hidden">Search</Heading>
          <SearchBox autofocus />
        </Frame>
      )}
      {/* What was typed on the screen below stays while searching. */}
      <div hidden={searching}>
        <Boundary key={pathOf(screen)}>
          <ScreenOf screen={screen} />
        </Boundary>
      </div>
    </>
  );
}

function ScreenOf({ screen }: { readonly screen: Screen }) {
  switch (screen.name) {
    case "home":
      return <HomeScreen />;
    case "lessons":
      return <LessonsScreen />;
    case "lesson":
      return <LessonScreen slug={screen.slug} {...(screen.section ? { section: screen.section } : {})} />;
    case "functions":
      return <FunctionsScreen {...(screen.track ? { track: screen.track } : {})} />;
    case "function":
      return <FunctionScreen name={screen.fn} />;
    case "cell":
      return <CellScreen />;
    case "glossary":
      return <GlossaryScreen {...(screen.term ? { term: screen.term } : {})} />;
    case "calculators":
      return <CalculatorsScreen />;
    case "calculator":
      return <CalculatorScreen id={screen.id} />;
    case "models":
      return <ModelsScreen />;
    case "model":
      return <ModelScreen id={screen.id} />;
    case "native":
      return <NativeScreen {...(screen.direction ? { direction: screen.direction } : {})} />;
    case "review":
      return <ReviewScreen />;
    case "what-if":
      return <WhatIfScreen {...(screen.tool ? { tool: screen.tool } : {})} />;
    case "board":
      return <BoardScreen />;
    case "settings":
      return <SettingsScreen />;
    case "about":
      return <AboutScreen />;
  }
}

/** Slash searches, Escape closes or goes back; scrolling and the network are noted. */
function listen(app: App): void {
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !isTyping(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      const field = document.getElementById("filter") ?? document.getElementById("search");
      if (field && !app.state.searching) field.focus();
      else app.store.set({ searching: true });
    }
    if (event.key === "Escape" && !event.defaultPrevented) {
      if (app.state.searching) app.back();
      else if (isTyping(event.target)) (event.target as HTMLElement).blur();
      else if (app.state.screen.name !== "home") app.back();
    }
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  addEventListener("scroll", () => {
    clearTimeout(timer);
    timer = setTimeout(() => app.keepPlace(app.around.scrolled()), 200);
  });
  const online = () => app.store.set({ online: navigator.onLine });
  addEventListener("online", online);
  addEventListener("offline", online);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type !== "radio" && target.type !== "range"
    ? true
    : target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** Names the theme on the page where the reader or the host has chosen one; else the system decides. */
function followTheme(app: App): void {
  const { host } = app.around;
  const apply = () => {
    const theme = app.theme(host.theme());
    if (theme) document.documentElement.dataset["theme"] = theme;
    else delete document.documentElement.dataset["theme"];
  };
  apply();
  host.onThemeChanged(apply);
  app.store.watch(apply);
}

function browserSurroundings(host: Host): Surroundings {
  return {
    host,
    storage: () => localStorage,
    now: () => new Date(),
    copy: copyText,
    scrollTo: (top) => scrollTo(0, top),
    scrolled: () => scrollY,
  };
}
