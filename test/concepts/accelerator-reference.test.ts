import { accelerators } from "../../src/data/accelerators";
import { call, problem, rowsOf } from "./call";

describe("GPUSPEC", () => {
  it("reads names as people write them", () => {
    for (const name of ["H100 SXM", "h100-sxm", "NVIDIA H100 SXM", " H100 "])
      expect(call("GPUSPEC", name, "BF16")).toBe(989);
    expect(call("GPUSPEC", "h200", "vendor")).toBe("NVIDIA");
  });

  it("offers the nearest names for an unknown one", () => {
    const { code, message } = problem("GPUSPEC", "MI300", "memory");
    expect([code, message]).toEqual(["#N/A", expect.stringContaining("MI300X")]);
  });

  it("says why a figure is not there", () => {
    expect(problem("GPUSPEC", "H100 SXM", "fp4")).toMatchObject({
      code: "#N/A",
      message: expect.stringMatching(/^fp4 of .* is not published: /) as string,
    });
  });

  it("asks for quotes where a name arrives as a cell", () => {
    for (const cell of [0, null, 12])
      expect(problem("GPUSPEC", cell, "memory").message).toMatch(/put the name in quotes/);
  });
});

describe("GPUTABLE", () => {
  it("lists every row with its source and date, or those of one maker", () => {
    const all = rowsOf("GPUTABLE");
    expect(all).toHaveLength(accelerators.length);
    for (const row of all)
      expect(row.slice(-2)).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/)]);
    expect(rowsOf("GPUTABLE", "amd").every((row) => row[1] === "AMD")).toBe(true);
  });

  it("holds the figures that GPUSPEC gives", () => {
    for (const row of rowsOf("GPUTABLE")) if (row[3] !== "") expect(call("GPUSPEC", row[0], "memory")).toBe(row[3]);
  });
});
