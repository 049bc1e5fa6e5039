import { type ComponentChildren, createContext, Fragment } from "preact";
import { useContext, useId, useMemo, useRef, useState } from "preact/hooks";
import type { Html } from "../../concepts/lesson";
import { Go } from "../components/go";
import { fullNumber } from "../format";
import { formatAs } from "./format";
import type { Sight } from "./values";

/** Definitions of all terms, by the term in lower case. */
export const Terms = createContext<ReadonlyMap<string, string>>(new Map());

interface ProseProps {
  readonly html: Html;
  /** Fills the places for values; absent where a text has none. */
  readonly sight?: Sight | undefined;
  /** Texts that stand for values which are texts themselves, such as {reason}. */
  readonly words?: Readonly<Record<string, string>>;
}

/** A text of a lesson: its own few elements, with terms explained and values filled in. */
export function Prose({ html, sight, words }: ProseProps) {
  const body = useMemo(() => new DOMParser().parseFromString(html, "text/html").body, [html]);
  return <>{childrenOf(body, { sight, words: words ?? {} })}</>;
}

interface Filling {
  readonly sight: Sight | undefined;
  readonly words: Readonly<Record<string, string>>;
}

function childrenOf(node: Node, filling: Filling): ComponentChildren {
  return [...node.childNodes].map((child, i) => <Fragment key={i}>{nodeOf(child, filling)}</Fragment>);
}

function nodeOf(node: Node, filling: Filling): ComponentChildren {
  if (!(node instanceof Element)) return node.textContent;
  const inner = childrenOf(node, filling);
  switch (node.tagName) {
    case "P":
      return <p>{inner}</p>;
    case "EM":
      return <em>{inner}</em>;
    case "STRONG":
      return <strong>{inner}</strong>;
    case "UL":
      return <ul class="dashes">{inner}</ul>;
    case "OL":
      return <ol class="counted">{inner}</ol>;
    case "LI":
      return <li>{inner}</li>;
    case "CODE":
      return <code>{inner}</code>;
    case "A":
      return <Reference href={node.getAttribute("href") ?? ""}>{inner}</Reference>;
    case "DFN":
      return <Term term={node.getAttribute("data-term") ?? ""}>{inner}</Term>;
    case "DATA":
      return (
        <Value id={node.getAttribute("data-id") ?? ""} format={node.getAttribute("data-format")} filling={filling} />
      );
    default:
      return inner;
  }
}

function Reference({ href, children }: { readonly href: string; readonly children: ComponentChildren }) {
  const [, kind, name = ""] = /^(lesson|function):(.*)$/.exec(href) ?? [];
  if (kind === "lesson") return <Go to={{ name: "lesson", slug: name }}>{children}</Go>;
  if (kind === "function") return <Go to={{ name: "function", fn: name }}>{children}</Go>;
  return <>{children}</>;
}

function Value({
  id,
  format,
  filling,
}: {
  readonly id: string;
  readonly format: string | null;
  readonly filling: Filling;
}) {
  const word = filling.words[id];
  if (word !== undefined) return <>{word}</>;
  const known = filling.sight?.get(id);
  if (!known) return null;
  if (!("value" in known.outcome)) return <code>{known.outcome.error}</code>;
  const { value } = known.outcome;
  return (
    <span class="num" title={typeof value === "number" ? fullNumber(value) : undefined}>
      {formatAs(value, format ?? known.format)}
    </span>
  );
}

/** A word of the field: its definition on hover and on focus, away with Escape. */
function Term({ term, children }: { readonly term: string; readonly children: ComponentChildren }) {
  const line = useContext(Terms).get(term.toLowerCase());
  const [open, setOpen] = useState(false);
  const id = useId();
  const leaving = useRef<ReturnType<typeof setTimeout>>();
  if (line === undefined) return <>{children}</>;
  const show = () => {
    clearTimeout(leaving.current);
    setOpen(true);
  };
  // A moment's grace, so that the pointer can move onto the definition.
  const leave = () => {
    leaving.current = setTimeout(() => setOpen(false), 150);
  };
  return (
    <span
      class="termbox"
      onPointerEnter={show}
      onPointerLeave={leave}
      onFocusIn={show}
      onFocusOut={leave}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        event.preventDefault();
        setOpen(false);
      }}
    >
      <span class="term" tabIndex={0} role="button" aria-describedby={id} aria-expanded={open} onClick={show}>
        {children}
      </span>
      <span class={open ? "tip open" : "tip"} role="tooltip" id={id}>
        {line}
      </span>
    </span>
  );
}
