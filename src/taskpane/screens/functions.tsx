import { useState } from "preact/hooks";
import { Chips } from "../components/chips";
import { Filter } from "../components/filter";
import { Block, Frame, Heading } from "../components/frame";
import { Links } from "../components/links";
import { Marked } from "../components/marked";
import contents, { type ListedFunction } from "../contents.data";
import { plain } from "../search";

const { functions, functionTracks: tracks, functionConcepts } = contents;

/** All functions, by concept, narrowed by track and by words. */
export function FunctionsScreen({ track: first }: { readonly track?: string }) {
  const [query, setQuery] = useState("");
  const [track, setTrack] = useState(first ?? "all");
  const wanted = tracks.find(({ id }) => id === track)?.concepts;
  const found = functions.filter((fn) => (wanted?.includes(fn.concept) ?? true) && matches(fn, query));
  const concepts = functionConcepts.filter(({ slug }) => found.some((fn) => fn.concept === slug));
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
        {found.length === functions.length
          ? `${functions.length} functions`
          : `${found.length} of ${functions.length} functions`}
        {query.trim() && ` match “${query.trim()}”`}
      </p>
      {concepts.map((concept) => {
        const list = found.filter((fn) => fn.concept === concept.slug);
        return (
          <Block
            key={concept.slug}
            title={concept.title}
            class="tight"
            side={<span class="small muted num">{list.length}</span>}
          >
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

function matches(fn: ListedFunction, query: string): boolean {
  const text = plain([fn.name, fn.title, ...fn.aliases, ...fn.parameters].join(" "));
  return plain(query)
    .split(" ")
    .every((word) => text.includes(word));
}
