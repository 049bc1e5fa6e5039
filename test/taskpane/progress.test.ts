import {
  dayOf,
  dueReviews,
  finish,
  isDone,
  noProgress,
  postpone,
  reach,
  readProgress,
  reopen,
  reviewed,
  toggleBookmark,
} from "../../src/taskpane/progress";

const day = (date: string) => new Date(`${date}T12:00:00`);
const done = finish(noProgress, "gpu-hour-cost", day("2026-11-24"));

describe("spaced review", () => {
  it("comes two days after the lesson", () => {
    expect(dueReviews(done, day("2026-11-25"))).toEqual([]);
    expect(dueReviews(done, day("2026-11-26"))).toEqual([{ slug: "gpu-hour-cost", days: 2 }]);
  });

  it("comes again after 7 and 21 days, then no more", () => {
    const once = reviewed(done, "gpu-hour-cost", true, day("2026-11-26"));
    expect(once.lessons["gpu-hour-cost"]?.due).toBe("2026-12-03");
    const twice = reviewed(once, "gpu-hour-cost", true, day("2026-12-03"));
    expect(twice.lessons["gpu-hour-cost"]?.due).toBe("2026-12-24");
    const thrice = reviewed(twice, "gpu-hour-cost", true, day("2026-12-24"));
    expect(thrice.lessons["gpu-hour-cost"]?.due).toBeUndefined();
    expect(dueReviews(thrice, day("2030-01-01"))).toEqual([]);
  });

  it("begins again after a wrong answer", () => {
    const once = reviewed(done, "gpu-hour-cost", true, day("2026-11-26"));
    const wrong = reviewed(once, "gpu-hour-cost", false, day("2026-12-03"));
    expect(wrong.lessons["gpu-hour-cost"]).toMatchObject({ reviews: 0, due: "2026-12-05" });
  });

  it("waits a day when it is not now", () => {
    const later = postpone(done, day("2026-11-30"));
    expect(dueReviews(later, day("2026-11-30"))).toEqual([]);
    expect(dueReviews(later, day("2026-12-01"))).toHaveLength(1);
  });

  it("shows the longest due first", () => {
    const both = finish(done, "gpu-depreciation", day("2026-11-20"));
    expect(dueReviews(both, day("2026-12-24")).map(({ slug }) => slug)).toEqual(["gpu-depreciation", "gpu-hour-cost"]);
  });
});

describe("a lesson's progress", () => {
  it("is the furthest section reached, whatever is read again", () => {
    const far = reach(noProgress, "a", "check", 10, 12);
    expect(reach(far, "a", "guess", 1, 12)).toBe(far);
    expect(far.lessons["a"]?.reached).toEqual({ section: "check", step: 10, of: 12 });
  });

  it("keeps the place when it is not done after all", () => {
    const both = finish(reach(noProgress, "a", "check", 10, 12), "a", day("2026-11-24"));
    expect(isDone(both, "a")).toBe(true);
    const open = reopen(both, "a");
    expect(isDone(open, "a")).toBe(false);
    expect(open.lessons["a"]?.reached?.section).toBe("check");
  });

  it("is bookmarked and not any more", () => {
    const marked = toggleBookmark(noProgress, "a");
    expect(marked.bookmarks).toEqual(["a"]);
    expect(toggleBookmark(marked, "a").bookmarks).toEqual([]);
  });
});

describe("progress from a file", () => {
  it("survives the way through the file", () => {
    const progress = toggleBookmark(reach(done, "gpu-depreciation", "turn", 5, 12), "a");
    expect(readProgress(JSON.parse(JSON.stringify(progress)))).toEqual(progress);
  });

  it.each([undefined, null, 3, "x", [], {}, { schema: 2, lessons: {} }, { schema: 1, lessons: [] }])(
    "refuses %p",
    (found) => {
      expect(readProgress(found)).toBeUndefined();
    },
  );

  it("leaves out what it does not understand", () => {
    const found = {
      schema: 1,
      lessons: { a: { done: "yesterday", reviews: -1, due: 4, reached: { step: 2 } }, b: 7 },
      bookmarks: ["a", 4],
    };
    expect(readProgress(found)).toEqual({ schema: 1, lessons: { a: {} }, bookmarks: ["a"] });
  });
});

it("counts days in the reader's own calendar", () => {
  expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe("2026-01-05");
});
