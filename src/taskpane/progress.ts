/** What the reader has done, and what is due for another look. Days are counted in the reader's own calendar. */
export interface Progress {
  readonly schema: 1;
  readonly lessons: Readonly<Record<string, LessonProgress>>;
  /** Glossary terms and functions could follow; so far lessons only. */
  readonly bookmarks: readonly string[];
}

export interface LessonProgress {
  /** The furthest section reached, by its id, and how many of how many that is. */
  readonly reached?: { readonly section: string; readonly step: number; readonly of: number };
  /** Day of finishing, "2026-11-24". */
  readonly done?: string;
  /** Reviews answered since. */
  readonly reviews?: number;
  /** Day of the next review; absent when there is none. */
  readonly due?: string;
}

export const noProgress: Progress = { schema: 1, lessons: {}, bookmarks: [] };

/** Days from one look to the next: equal or growing gaps work alike, few and far between annoy least. */
const reviewGaps = [2, 7, 21] as const;

export function dayOf(date: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export function reach(progress: Progress, slug: string, section: string, step: number, of: number): Progress {
  const before = progress.lessons[slug];
  if (before?.reached && before.reached.step >= step) return progress;
  return changed(progress, slug, { reached: { section, step, of } });
}

export function finish(progress: Progress, slug: string, today: Date): Progress {
  return changed(progress, slug, { done: dayOf(today), reviews: 0, due: after(today, reviewGaps[0]) });
}

export function reopen(progress: Progress, slug: string): Progress {
  const { [slug]: lesson, ...others } = progress.lessons;
  return { ...progress, lessons: lesson?.reached ? { ...others, [slug]: { reached: lesson.reached } } : others };
}

/** A review was answered: rightly moves on to the next gap, wrongly begins again with the first. */
export function reviewed(progress: Progress, slug: string, rightly: boolean, today: Date): Progress {
  const lesson = progress.lessons[slug];
  if (!lesson?.done) return progress;
  const reviews = rightly ? (lesson.reviews ?? 0) + 1 : 0;
  const gap = reviewGaps[reviews];
  const { due: _, ...rest } = lesson;
  const next = gap === undefined ? { ...rest, reviews } : { ...rest, reviews, due: after(today, gap) };
  return { ...progress, lessons: { ...progress.lessons, [slug]: next } };
}

/** "Not now": asks again tomorrow, for all that is due. */
export function postpone(progress: Progress, today: Date): Progress {
  const day = dayOf(today);
  const lessons = Object.entries(progress.lessons).map(([slug, lesson]) =>
    lesson.due !== undefined && lesson.due <= day ? [slug, { ...lesson, due: after(today, 1) }] : [slug, lesson],
  );
  return { ...progress, lessons: Object.fromEntries(lessons) as Progress["lessons"] };
}

/** Lessons due for review, the longest due first, and which review it is: "two days after the lesson". */
export function dueReviews(progress: Progress, today: Date): { readonly slug: string; readonly days: number }[] {
  const day = dayOf(today);
  return Object.entries(progress.lessons)
    .filter(([, { due }]) => due !== undefined && due <= day)
    .sort(([, a], [, b]) => a.due!.localeCompare(b.due!))
    .map(([slug, { reviews = 0 }]) => ({ slug, days: reviewGaps[reviews] ?? reviewGaps[2] }));
}

export function isDone(progress: Progress, slug: string): boolean {
  return progress.lessons[slug]?.done !== undefined;
}

export function toggleBookmark(progress: Progress, slug: string): Progress {
  const { bookmarks } = progress;
  return {
    ...progress,
    bookmarks: bookmarks.includes(slug) ? bookmarks.filter((other) => other !== slug) : [...bookmarks, slug],
  };
}

/** Progress as found in storage or in a file; undefined when it is none. */
export function readProgress(found: unknown): Progress | undefined {
  if (!isRecord(found) || found["schema"] !== 1 || !isRecord(found["lessons"])) return undefined;
  const lessons = Object.entries(found["lessons"]).flatMap(([slug, lesson]) => {
    const read = isRecord(lesson) ? readLesson(lesson) : undefined;
    return read ? [[slug, read] as const] : [];
  });
  const bookmarks = Array.isArray(found["bookmarks"]) ? found["bookmarks"] : [];
  return {
    schema: 1,
    lessons: Object.fromEntries(lessons),
    bookmarks: bookmarks.filter((slug): slug is string => typeof slug === "string"),
  };
}

function readLesson(found: Record<string, unknown>): LessonProgress {
  const { reached, done, reviews, due } = found;
  return {
    ...(isRecord(reached) &&
    typeof reached["section"] === "string" &&
    isCount(reached["step"]) &&
    isCount(reached["of"])
      ? { reached: { section: reached["section"], step: reached["step"], of: reached["of"] } }
      : {}),
    ...(isDay(done) ? { done } : {}),
    ...(isCount(reviews) ? { reviews } : {}),
    ...(isDay(due) ? { due } : {}),
  };
}

function changed(progress: Progress, slug: string, change: LessonProgress): Progress {
  return { ...progress, lessons: { ...progress.lessons, [slug]: { ...progress.lessons[slug], ...change } } };
}

function after(day: Date, days: number): string {
  return dayOf(new Date(day.getFullYear(), day.getMonth(), day.getDate() + days));
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isDay = (value: unknown): value is string => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
