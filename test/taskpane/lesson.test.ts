import { readdirSync } from "node:fs";
import path from "node:path";
import type { Lesson } from "../../src/concepts/lesson";
import { grade, roundValues } from "../../src/taskpane/lesson/answer";
import { apart, chartData, extentOf, ticks } from "../../src/taskpane/lesson/chart-data";
import { layOutChart } from "../../src/taskpane/lesson/chart-layout";
import { checkOn } from "../../src/taskpane/lesson/check";
import { excelFormatAs, formatAs, typedAs } from "../../src/taskpane/lesson/format";
import { Sight } from "../../src/taskpane/lesson/values";
import { workingOfCall } from "../../src/taskpane/lesson/working";
import { lessonHeaders, lessonOf } from "../../src/taskpane/lessons";

const financing = () => lessonOf("gpu-backed-financing");

describe("the lessons", () => {
  it("have their headers in the order of the curriculum, one for each file", async () => {
    const folder = path.join(__dirname, "../../src/concepts");
    const files = readdirSync(folder, { recursive: true }).filter((file) => String(file).endsWith("lesson.md"));
    const headers = await lessonHeaders();
    expect(headers.map(({ slug }) => `${slug}/lesson.md`).sort()).toEqual(
      files.map((file) => String(file).replaceAll("\\", "/")).sort(),
    );
  });
});

describe("what a block sees", () => {
  it("is the example computed on other inputs", async () => {
    const { example } = await financing();
    const payment = new Sight(example).number("payment")!;
    expect(payment).toBeCloseTo(6.7366, 4);
    expect(new Sight(example, undefined, { debt: 41.8 }).number("payment")).toBeCloseTo(2 * payment, 9);
  });

  it("keeps the reason where something has no value", async () => {
    const { example } = await financing();
    const outcome = new Sight(example, undefined, { rate: -2 }).evaluate("payment");
    expect(outcome).toMatchObject({ error: "#VALUE!", reason: expect.stringContaining("rate must be") as string });
  });
});

describe("an answer", () => {
  const graded = async (text: string, round = 0) => {
    const lesson = await financing();
    const { yourTurn, example } = lesson;
    const sight = (at: number) => new Sight(example, yourTurn, roundValues(yourTurn, at, lesson.slug));
    return grade(text, { ...yourTurn, ...yourTurn.answer }, sight(round), [sight(1001), sight(1002)]);
  };

  // The lesson brief: DEBTCAPACITY({6,5,4},0.1,1.25) = 10.0736.
  it.each(["10.0736", "10.07", " 10.0736 "])("of %s is right", async (text) => {
    expect(await graded(text)).toMatchObject({ kind: "right", byFormula: false });
  });

  it("may be a formula over the inputs' names, tried on other numbers too", async () => {
    expect(await graded("=COMPUTE.DEBTCAPACITY(cash, RATE, required)")).toMatchObject({
      kind: "right",
      byFormula: true,
    });
  });

  it("is right only here when the numbers are typed into the formula", async () => {
    expect(await graded("=DEBTCAPACITY({6,5,4}, 10%, 1.25)")).toMatchObject({ kind: "onlyHere" });
  });

  it("gets the feedback of the slip it shows", async () => {
    const lesson = await financing();
    const sight = new Sight(lesson.example, lesson.yourTurn, roundValues(lesson.yourTurn, 0, lesson.slug));
    for (const { formula, feedback } of lesson.yourTurn.wrongPatterns) {
      expect(await graded(String(sight.number(formula)))).toEqual({ kind: "wrong", feedback });
    }
  });

  it("gets none when it is simply wrong", async () => {
    expect(await graded("3")).toEqual({ kind: "wrong", feedback: undefined });
  });

  it("says what cannot be read", async () => {
    expect(await graded("=DEBTCAPACITY(cash,")).toMatchObject({ kind: "unreadable" });
    expect(await graded("  ")).toEqual({ kind: "blank" });
  });

  it("comes on fresh numbers each time, the same ones for the same round", async () => {
    const { yourTurn, slug } = await financing();
    const far = yourTurn.rounds.length + 1;
    expect(roundValues(yourTurn, far, slug)).toEqual(roundValues(yourTurn, far, slug));
    const rounds = [far, far + 1, far + 2, far + 3].map((round) => JSON.stringify(roundValues(yourTurn, round, slug)));
    expect(new Set(rounds).size).toBeGreaterThan(1);
  });
});

describe("decision checks", () => {
  const judge = (lesson: Lesson, sample: keyof Lesson["decisionCheck"]["samples"]) => {
    const values = lesson.decisionCheck.samples[sample];
    return checkOn(lesson, new Sight(lesson.example, lesson.decisionCheck, values), values);
  };

  it("pass, fail and refuse on their samples", async () => {
    for (const { slug } of await lessonHeaders()) {
      const lesson = await lessonOf(slug);
      const kinds = (["pass", "fail", "cannot"] as const).map((sample) => judge(lesson, sample).kind);
      expect([slug, ...kinds]).toEqual([slug, "pass", "fail", "cannot"]);
    }
  });

  it("name a fix that passes when it is typed as it is shown", async () => {
    for (const { slug } of await lessonHeaders()) {
      const lesson = await lessonOf(slug);
      const { fix, samples } = lesson.decisionCheck;
      const verdict = judge(lesson, "fail");
      if (!("input" in fix) || verdict.kind !== "fail" || verdict.fix === undefined) continue;
      const number = Number(verdict.fix.replace(/[,%]/g, "").replace("−", "-")) / (verdict.fix.endsWith("%") ? 100 : 1);
      const values = { ...samples.fail, [fix.input]: number };
      expect([slug, checkOn(lesson, new Sight(lesson.example, lesson.decisionCheck, values), values).kind]).toEqual([
        slug,
        "pass",
      ]);
    }
  });
});

describe("charts", () => {
  it("compute at both ends of their slider", async () => {
    for (const { slug } of await lessonHeaders()) {
      const lesson = await lessonOf(slug);
      for (const at of [lesson.chart.slider.min, lesson.chart.slider.max]) {
        const data = chartData(lesson, at);
        expect([slug, data.series.every(({ points }) => points.some((point) => point !== undefined))]).toEqual([
          slug,
          true,
        ]);
        const [low, high] = extentOf(data, lesson.chart.kind);
        expect(high).toBeGreaterThan(low);
      }
    }
  });

  it("keep their labels inside the plot and apart from one another", async () => {
    for (const { slug } of await lessonHeaders()) {
      const { chart } = await lessonOf(slug);
      const layout = layOutChart(chart, chartData(await lessonOf(slug), chart.slider.min));
      const reach = (text: string) => text.length * 6.4;
      const widest = Math.max(...layout.names.flat().map(reach));
      expect([slug, layout.right - layout.left > 90, layout.right + 8 + widest <= layout.width + 10]).toEqual([
        slug,
        true,
        true,
      ]);
      const shown = layout.xLabels.map((text, i) => ({ text, at: layout.x(i) })).filter(({ text }) => text !== "");
      for (const [i, label] of shown.entries()) {
        const next = shown[i + 1];
        if (next) expect(next.at - label.at).toBeGreaterThanOrEqual((reach(label.text) + reach(next.text)) / 2);
      }
    }
  });

  it("divide their axis at round numbers", () => {
    expect(ticks(0, 35)).toEqual([0, 10, 20, 30]);
    expect(ticks(0, 2.7)).toEqual([0, 1, 2]);
    expect(ticks(-0.2, 0.7)).toEqual([0, 0.25, 0.5]);
  });

  it("move labels apart, and none below the lowest", () => {
    const placed = apart([150, 149, 148], 13, 154).sort((a, b) => a - b);
    expect(placed[1]! - placed[0]!).toBeGreaterThanOrEqual(13);
    expect(placed[2]! - placed[1]!).toBeGreaterThanOrEqual(13);
    expect(Math.max(...placed)).toBeLessThanOrEqual(154);
  });
});

describe("formats", () => {
  it.each([
    [6.73658, "4", "6.7366"],
    [-0.00001, "2", "0.00"],
    [-1837.4, "0", "−1,837"],
    [0.11, "0%", "11%"],
    [0.0765, "1%", "7.7%"],
    [[1.87, 1.395, 1.024], "2", "1.87, 1.40 and 1.02"],
    [["", "", 3, 4], "0", "3 and 4"],
    [12.3456789, "general", "12.3457"],
  ])("%p as %s", (value, format, text) => {
    expect(formatAs(value as never, format)).toBe(text);
  });

  it("type back what they show", () => {
    expect(typedAs(0.11, "0%")).toBe("11%");
    expect(typedAs([6, 5, 4], "0")).toBe("6, 5, 4");
  });

  it("have a twin in Excel", () => {
    expect(excelFormatAs("4")).toBe("#,##0.0000");
    expect(excelFormatAs("1%")).toBe("0.0%");
  });
});

it("opens the working of a step that is one call", async () => {
  const { example } = await financing();
  const working = workingOfCall("MINLOANCOVERAGE(cash, service)", new Sight(example));
  expect(working?.fn.name).toBe("MINLOANCOVERAGE");
  expect(working?.steps.at(-1)?.exact).toBeCloseTo(0.7274, 4);
  expect(workingOfCall("cash / service", new Sight(example))).toBeUndefined();
});
