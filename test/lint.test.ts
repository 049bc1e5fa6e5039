import { spawnSync } from "node:child_process";
import path from "node:path";

const root = path.join(__dirname, "..");

/** What eslint says of a text that stands in for a function's file. */
function problems(body: string): string[] {
  const text = `
    import { when, type Quantity, type Condition } from "../../calc/quantity";
    export function calculate(x: Quantity, y: Quantity, above: Condition): Quantity { ${body} }`;
  const options = ["--stdin", "--stdin-filename", "src/concepts/gpu-hour-cost/gpu-hour-cost.ts", "--format", "json"];
  const { stdout } = spawnSync(process.execPath, [path.join(root, "node_modules/eslint/bin/eslint.js"), ...options], {
    cwd: root,
    input: text,
    encoding: "utf8",
  });
  const [{ messages }] = JSON.parse(stdout) as [{ messages: { ruleId: string | null; line: number }[] }];
  return messages
    .filter(({ ruleId }) => ruleId === "formula/no-branching-on-symbols")
    .map(({ line }) => `line ${String(line)}`);
}

describe("a calculation over symbols", () => {
  it("may not branch on them in the ways of JavaScript, for that would choose one branch forever", () => {
    const branching = problems(`
      if (above) void x;
      const one = above ? x : y;
      const both = above && one;
      const either = above || y;
      if (!above) void y;
      if (x === y) void y;
      const given = 1 > 0 ? x : y;
      return when(above, given, both ? one : x);
      void either;`);
    const twice = "line 9";
    expect(branching).toEqual(["line 4", "line 5", "line 6", "line 7", "line 8", twice, twice, "line 11"]);
  }, 300_000);
});
