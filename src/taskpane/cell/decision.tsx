import type { FunctionComponent } from "preact";
import { useEffect, useState } from "preact/hooks";
import { conceptOf, functions, hasLesson } from "../../concepts";
import type { Lesson } from "../../concepts/lesson";
import type { ReadCall, Reading } from "../cell-reading";
import { lessonOf } from "../lessons";

interface Loaded {
  readonly OnCell: FunctionComponent<{ lesson: Lesson; call: ReadCall; here: string }>;
  readonly lesson: Lesson;
}

/** The verdict of the function's lesson on the cell's numbers, once the lesson's file is there. Nothing where it has none to give. */
export function CellDecision({ reading, main }: { readonly reading: Reading; readonly main: ReadCall }) {
  const { fn, computation } = main;
  const slug = functions.includes(fn) && hasLesson(conceptOf(fn)) ? conceptOf(fn).slug : undefined;
  const loaded = useLesson(slug);
  if (!loaded || loaded.lesson.slug !== slug || computation?.kind !== "value") return null;
  const { OnCell, lesson } = loaded;
  return <OnCell lesson={lesson} call={main} here={reading.cell.sheet} />;
}

function useLesson(slug: string | undefined): Loaded | undefined {
  const [loaded, setLoaded] = useState<Loaded | undefined>();
  useEffect(() => {
    if (slug === undefined) return;
    let wanted = true;
    Promise.all([import("../decisions/on-cell"), lessonOf(slug)]).then(
      ([{ OnCell }, lesson]) => wanted && setLoaded({ OnCell, lesson }),
      // Offline before the lesson was ever opened: the explanation stands without its verdict.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [slug]);
  return loaded;
}
