import { useEffect, useRef, useState } from "preact/hooks";
import { useApp } from "../app";
import type { Hit, SearchIndex } from "../search";
import { Icon } from "./icon";
import { Marked } from "./marked";

/** What the box shows above the screen; the rest of the screen stands below while nothing is typed. */
interface SearchBoxProps {
  readonly autofocus?: boolean;
  readonly onQuery?: (query: string) => void;
}

/** Search over everything, as you type: arrow keys choose, Enter opens, Escape clears. */
export function SearchBox({ autofocus, onQuery }: SearchBoxProps) {
  const app = useApp();
  const input = useRef<HTMLInputElement>(null);
  const [index, setIndex] = useState<SearchIndex | undefined>();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const hits = index && query.trim() !== "" ? index.find(query) : [];
  const open = query.trim() !== "";

  const prepare = () => void import("../findables").then(({ paneIndex }) => paneIndex().then(setIndex));
  useEffect(() => {
    if (!autofocus) return;
    prepare();
    input.current?.focus();
  }, []);

  const change = (text: string) => {
    setQuery(text);
    setActive(0);
    onQuery?.(text.trim());
  };
  const choose = (hit: Hit | undefined) => {
    if (!hit) return;
    change("");
    app.go(hit.item.to);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape" && query !== "") {
      event.stopPropagation();
      change("");
    }
    if (hits.length === 0) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined) {
      event.preventDefault();
      setActive((active + move + hits.length) % hits.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      choose(hits[active]);
    }
  };
  useEffect(() => {
    document.getElementById(`hit-${active}`)?.scrollIntoView({ block: "nearest" });
  }, [active]);

  return (
    <div role="search" class="search">
      <label class="hidden" for="search">
        Search
      </label>
      <div class="input">
        <Icon name="search" />
        <input
          ref={input}
          id="search"
          type="text"
          role="combobox"
          aria-expanded={open && hits.length > 0}
          aria-controls="hits"
          aria-autocomplete="list"
          aria-activedescendant={hits.length > 0 ? `hit-${active}` : ""}
          placeholder="Search lessons, functions, terms"
          autocomplete="off"
          spellcheck={false}
          value={query}
          onFocus={prepare}
          onInput={(event) => change(event.currentTarget.value)}
          onKeyDown={press}
        />
        <kbd class="key" aria-hidden="true">
          /
        </kbd>
      </div>
      <p class="hidden" role="status">
        {open &&
          index &&
          (hits.length === 0 ? "No matches" : `${hits.length} ${hits.length === 1 ? "match" : "matches"}`)}
      </p>
      <ul class="hits" id="hits" role="listbox" aria-label="Matches" hidden={hits.length === 0}>
        {hits.map((hit, i) => (
          <li
            key={`${hit.item.kind} ${hit.item.title}`}
            id={`hit-${i}`}
            role="option"
            aria-selected={i === active}
            onPointerMove={() => i !== active && setActive(i)}
            onClick={() => choose(hit)}
          >
            <span class="name">
              <Marked text={hit.item.title} query={query} />
            </span>
            <span class="side">{hit.item.kind}</span>
            <span class="what">
              {hit.by && hit.by.length < 40 && hit.by !== hit.item.what && `${hit.by}: `}
              {hit.item.what}
            </span>
          </li>
        ))}
      </ul>
      {open && index && hits.length === 0 && (
        <NoMatch query={query} suggestion={index.suggest(query)} onTake={change} />
      )}
    </div>
  );
}

interface NoMatchProps {
  readonly query: string;
  readonly suggestion: string | undefined;
  readonly onTake: (query: string) => void;
}

function NoMatch({ query, suggestion, onTake }: NoMatchProps) {
  return (
    <p class="nomatch">
      Nothing is called “{query.trim()}”.{" "}
      {suggestion && (
        <>
          Did you mean{" "}
          <button type="button" class="inline" onClick={() => onTake(suggestion)}>
            {suggestion}
          </button>
          ?
        </>
      )}
    </p>
  );
}
