import contents from "./contents.data";
import { whatIfTools } from "./screen";
import { whatIfAliases, whatIfTitles } from "./what-if/tools";
import { type LessonHeader, lessonHeaders } from "./lessons";
import { type Findable, searchIndex, type SearchIndex } from "./search";

let index: Promise<SearchIndex> | undefined;

/** The index over everything in the pane, built when it is first wanted. */
export function paneIndex(): Promise<SearchIndex> {
  index ??= lessonHeaders().then((headers) =>
    searchIndex([...lessonItems(headers), ...functionItems(), ...otherItems()]),
  );
  return index;
}

function lessonItems(headers: readonly LessonHeader[]): Findable[] {
  return headers.flatMap(({ slug, title, summary, aliases, terms }): Findable[] => [
    {
      title,
      kind: "Lesson",
      what: summary,
      aliases: [...aliases, slug.replaceAll("-", " ")],
      to: { name: "lesson", slug },
    },
    ...terms.map(({ term, line }): Findable => {
      const { name, short } = withoutBrackets(term);
      return { title: name, kind: "Term", what: line, aliases: short ? [short] : [], to: { name: "glossary", term } };
    }),
  ]);
}

function functionItems(): Findable[] {
  const functionItem = contents.functions.map(({ name, title, aliases }): Findable => ({
    title: name,
    kind: "Function",
    what: title,
    aliases: [title, ...aliases],
    to: { name: "function", fn: name },
  }));
  return [...functionItem, ...argumentItems()];
}

/** One entry for each argument's name, leading to the first function that has it. */
function argumentItems(): Findable[] {
  const users = new Map<string, string[]>();
  for (const { name: fn, parameters } of contents.functions) {
    for (const name of parameters) users.set(name, [...(users.get(name) ?? []), fn]);
  }
  return [...users].map(([name, [fn = "", ...more]]) => ({
    title: name,
    kind: "Argument",
    what: more.length === 0 ? `Argument of ${fn}` : `Argument of ${fn} and ${more.length} more`,
    aliases: [],
    to: { name: "function", fn },
  }));
}

function otherItems(): Findable[] {
  return [
    ...contents.calculators.map(({ id, title, summary, aliases }): Findable => ({
      title,
      kind: "Calculator",
      what: summary,
      aliases,
      to: { name: "calculator", id },
    })),
    ...whatIfTools.map((tool): Findable => ({
      title: whatIfTitles[tool].title,
      kind: "What-if",
      what: whatIfTitles[tool].what,
      aliases: ["what if", ...whatIfAliases[tool]],
      to: { name: "what-if", tool },
    })),
    {
      title: "Settings",
      kind: "Page",
      what: "Theme, role, digits, where Insert writes, progress",
      aliases: ["preferences", "dark mode", "export", "reset"],
      to: { name: "settings" },
    },
    {
      title: "Glossary",
      kind: "Page",
      what: "One line for each word of the field",
      aliases: ["terms", "dictionary"],
      to: { name: "glossary" },
    },
    {
      title: "About",
      kind: "Page",
      what: "Version, promises and licenses",
      aliases: ["version", "license", "help"],
      to: { name: "about" },
    },
  ];
}

function withoutBrackets(term: string): { readonly name: string; readonly short: string | undefined } {
  const [, name = term, short] = /^(.*?)\s*\((.*)\)$/.exec(term) ?? [];
  return { name, short };
}
