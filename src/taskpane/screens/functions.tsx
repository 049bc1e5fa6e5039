import { useState } from "preact/hooks";
import { conceptOf, functions, trackOf, tracks } from "../../concepts";
import type { FunctionDefinition } from "../../concepts/define";
import { Chips } from "../components/chips";
import { Filter } from "../components/filter";
import { Block, Frame, Heading } from "../components/frame";
import { Links } from "../components/links";
import { Marked } from "../components/marked";
import { plain } from "../search";

/** All functions, by concept, narrowed by track and by words. */
export function FunctionsScreen({ track: first }: { readonly track?: string }) {
  const [query, setQuery] = useState("");
  const [track, setTrack] = useState(first ?? "all");
  const found = functions.filter((fn) => (track === "all" || trackOf(conceptOf(fn)).id === track) && matches(fn, query));
  const concepts = [...new Set(found.map(conceptOf))];
  return (
    <Frame place="Home">
      <div class="head">
        <Heading>Functions</Heading>
      </div>
      <Filter what="functions" query={query} onQuery={setQuery} />
      <Chips
        legend="Track"
        name="track"
        options={[{ value: "all", label: "All" }, ...tracks.map(({ id, title }) => ({ value: id, label: title }))]}
        value={track}
        onChoose={setTrack}
      />
      <p class="small muted" role="status">
        {found.length === functions.length ? `${functions.length} functions` : `${found.length} of ${functions.length} functions`}
        {query.trim() && ` match “${query.trim()}”`}
      </p>
      {concepts.map((concept) => {
        const list = found.filter((fn) => conceptOf(fn) === concept);
        return (
          <Block key={concept.slug} title={concept.title} class="tight" side={<span class="small muted num">{list.length}</span>}>
            <Links
              plain
              items={list.map((fn) => ({
                to: { name: "function", fn: fn.name },
                name: <Marked text={fn.name} query={query} />,
                what: <Marked text={fn.title} query={query} />,
              }))}
            />
          </Block>
        );
      })}
    </Frame>
  );
}

function matches(fn: FunctionDefinition, query: string): boolean {
  const text = plain([fn.name, fn.title, fn.summary, ...fn.aliases, ...Object.keys(fn.parameters)].join(" "));
  return plain(query)
    .split(" ")
    .every((word) => text.includes(word));
}
