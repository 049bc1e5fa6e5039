import type { ComponentChildren, FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Frame, Heading } from "./frame";
import { Verdict } from "./verdict";

/** Waits this long before saying that something is on its way: what comes sooner should not flicker. */
const patience = 300;

interface LoadProps<Part> {
  /** Called again only when `name` changes or the reader tries again. */
  readonly load: () => Promise<Part>;
  readonly name: string;
  readonly what: string;
  readonly framed?: boolean;
  readonly children: (part: Part) => ComponentChildren;
}

type Loaded<Part> = { readonly name: string; readonly part?: Part; readonly failed?: boolean };

/** Shows a part of the pane whose file is loaded when first needed. */
export function Load<Part>({ load, name, what, framed, children }: LoadProps<Part>) {
  const [loaded, setLoaded] = useState<Loaded<Part> | undefined>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let wanted = true;
    const settle = (outcome: Loaded<Part>) => {
      if (wanted) setLoaded(outcome);
    };
    load().then(
      (part) => settle({ name, part }),
      () => settle({ name, failed: true }),
    );
    return () => {
      wanted = false;
    };
  }, [name, tries]);
  const current = loaded?.name === name ? loaded : undefined;
  if (current?.part !== undefined) return <>{children(current.part)}</>;
  const inside = current?.failed ? (
    <Verdict
      kind="fail"
      title={`${what} could not be opened.`}
      actions={
        <button
          type="button"
          onClick={() => {
            setLoaded(undefined);
            setTries(tries + 1);
          }}
        >
          Try again
        </button>
      }
    >
      Its file is not on this computer yet.
    </Verdict>
  ) : (
    <Ghost label={`Opening ${what.toLowerCase()}`} />
  );
  return framed ? (
    <Frame place={what}>
      <Heading class="hidden">{what}</Heading>
      {inside}
    </Frame>
  ) : (
    inside
  );
}

/** Grey lines in place of what is still on its way. */
export function Ghost({ label }: { readonly label: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div class="ghost" role="status" aria-label={label}>
      {[0, 1, 2, 3, 4].map((line) => (
        <i key={line} />
      ))}
    </div>
  );
}

/** A component whose file is loaded when it is first shown. */
export function lazily<Props extends object>(
  what: string,
  load: () => Promise<FunctionComponent<Props>>,
): FunctionComponent<Props> {
  return (props) => (
    <Load load={load} name={what} what={what} framed>
      {(Part) => <Part {...props} />}
    </Load>
  );
}
