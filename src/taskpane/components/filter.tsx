import { Icon } from "./icon";

interface FilterProps {
  readonly what: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

/** Narrows the list of its own screen as you type. */
export function Filter({ what, query, onQuery }: FilterProps) {
  return (
    <div role="search">
      <label class="hidden" for="filter">
        Search {what}
      </label>
      <div class="input">
        <Icon name="search" />
        <input
          id="filter"
          type="text"
          placeholder={`Search ${what}`}
          autocomplete="off"
          spellcheck={false}
          value={query}
          onInput={(event) => onQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || query === "") return;
            event.stopPropagation();
            onQuery("");
          }}
        />
        <kbd class="key" aria-hidden="true">
          /
        </kbd>
      </div>
    </div>
  );
}
