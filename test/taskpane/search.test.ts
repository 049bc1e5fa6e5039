import { type Findable, editDistance, plain, searchIndex } from "../../src/taskpane/search";
import { paneIndex } from "../../src/taskpane/findables";

describe("search in the pane", () => {
  it.each([
    ["DSCR", "LOANCOVERAGE"],
    ["TCO", "GPUHOURCOST"],
    ["gpuhourcost", "GPUHOURCOST"],
    ["=COMPUTE.LOANSCHEDULE", "LOANSCHEDULE"],
    ["power price", "powerPrice"],
    ["powerkw", "powerKw"],
  ])("%s finds %s among the first", async (query, title) => {
    expect((await paneIndex()).find(query, 12).map(({ item }) => item.title)).toContain(title);
  });

  it("puts a function's own name first", async () => {
    expect((await paneIndex()).find("loancoverage")[0]?.item.title).toBe("LOANCOVERAGE");
  });

  it("answers each letter of a query within 50 ms", async () => {
    const index = await paneIndex();
    index.find("warm");
    for (const query of ["l", "lo", "loan", "loan coverage ratio", "zzz", "share of hours that earn"]) {
      const start = performance.now();
      index.find(query);
      expect(performance.now() - start).toBeLessThan(50);
    }
  });

  it("leads everywhere: every entry has a screen", async () => {
    const index = await paneIndex();
    for (const letter of "abcdefghijklmnopqrstuvwxyz") {
      for (const { item } of index.find(letter, 1000))
        expect(item.to.name).toMatch(
          /^(lesson|function|glossary|calculator|what-if|models?|native|review|board|settings|about)$/,
        );
    }
  });
});

const item = (title: string, kind: Findable["kind"] = "Function", aliases: string[] = [], what = ""): Findable => ({
  title,
  kind,
  aliases,
  what,
  to: { name: "home" },
});

describe("ranking", () => {
  it("prefers the whole title to its beginning, and that to a word inside", () => {
    const index = searchIndex([item("Loan coverage"), item("Coverage"), item("Coverage by period")]);
    expect(index.find("coverage").map(({ item: { title } }) => title)).toEqual([
      "Coverage",
      "Coverage by period",
      "Loan coverage",
    ]);
  });

  it("says by which other word it was found", () => {
    expect(searchIndex([item("LOANCOVERAGE", "Function", ["DSCR"])]).find("dscr")[0]?.by).toBe("DSCR");
  });

  it("finds words in any order", () => {
    expect(searchIndex([item("Loan life coverage")]).find("coverage loan")).toHaveLength(1);
  });

  it("finds nothing for nothing", () => {
    expect(searchIndex([item("a")]).find("  ")).toEqual([]);
  });
});

describe("a misspelling", () => {
  const index = searchIndex([item("LOANCOVERAGE", "Function", ["DSCR"]), item("Sculpting", "Term")]);

  it.each([
    ["dscrr", "DSCR"],
    ["sculptnig", "Sculpting"],
  ])("of %s suggests %s", (query, suggestion) => {
    expect(index.suggest(query)).toBe(suggestion);
  });

  it("suggests nothing for something else", () => {
    expect(index.suggest("photosynthesis")).toBeUndefined();
  });
});

it("counts a swap of neighbors as one slip", () => {
  expect(editDistance("dcsr", "dscr")).toBe(1);
  expect(editDistance("", "abc")).toBe(3);
});

it("looks at letters and numbers only", () => {
  expect(plain("  GPU-hour, COST é ")).toBe("gpu hour cost e");
});
