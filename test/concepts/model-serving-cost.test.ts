import fc from "fast-check";
import { numberOf, problem, rowsOf } from "./call";
import { positive } from "./draw";
import { expectNear } from "./near";

describe("memory", () => {
  it("of weights and cache is worked out by hand", () => {
    // 70e9 parameters of 2 bytes; 2 x 80 x 8 x 128 x 2 bytes a token; that times 1,000 tokens.
    expect(numberOf("MODELMEMORY", 70e9)).toBe(140);
    expect(numberOf("KVCACHEPERTOKEN", 80, 8, 128)).toBe(327_680);
    expect(numberOf("KVCACHE", 327_680, 1000)).toBe(0.32768);
  });

  it("holds MAXBATCH sequences and not one more", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 2000 }),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1000, max: 500_000 }),
        (memory, model, perToken) => {
          const batch = numberOf("MAXBATCH", memory, model, perToken, 4096);
          const cache = (sequences: number): number => numberOf("KVCACHE", perToken, 4096, sequences);
          if (batch > 0) expect(model + cache(batch)).toBeLessThanOrEqual(memory * (1 + 1e-9));
          expect(model + cache(batch + 1)).toBeGreaterThan(memory * (1 - 1e-9));
        },
      ),
    );
    expect(numberOf("MAXBATCH", 80, 140, 327_680, 4096)).toBe(0);
  });
});

describe("decoding", () => {
  const step = [0.8, 26, 8, 0.82] as const;

  it("gives as many tokens a second as sequences over the latency", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 512 }), (batch) => {
        const latency = numberOf("DECODELATENCY", batch, ...step);
        expectNear(numberOf("DECODETHROUGHPUT", batch, ...step) * (latency / 1000), batch);
      }),
    );
  });

  it("rises with the batch, but each sequence waits longer", () => {
    const rows = rowsOf("SERVINGCURVE", [1, 8, 64], ...step, 2) as number[][];
    for (let i = 1; i < rows.length; i++) {
      expect(rows[i]![1]).toBeGreaterThan(rows[i - 1]![1]!);
      expect(rows[i]![2]).toBeGreaterThan(rows[i - 1]![2]!);
      expect(rows[i]![3]).toBeLessThan(rows[i - 1]![3]!);
    }
  });

  it("is bound by compute from the critical batch on", () => {
    const critical = numberOf("CRITICALBATCH", 197, 0.82);
    const parameters = 13e9;
    const latency = (batch: number): number =>
      numberOf("DECODELATENCY", batch, 0, (parameters * 2) / 1e9, 1, 0.82, parameters, 197);
    expectNear(latency(critical), latency(1), latency(1));
    expect(latency(critical * 2)).toBeCloseTo(2 * latency(critical), 9);
  });

  it("needs both or neither of parameters and peak, and some work", () => {
    expect(problem("DECODELATENCY", 1, ...step, 1e9).message).toMatch(
      /^parameters and tflops must be given together or both left out/,
    );
    expect(problem("DECODETHROUGHPUT", 1, 0, 0, 8, 0.82)).toMatchObject({ code: "#DIV/0!" });
  });
});

describe("prices", () => {
  it("SERVINGPRICESPLIT recovers the cost", () => {
    fc.assert(
      fc.property(
        positive(10),
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 9999 }),
        positive(1),
        (cost, input, output, ratio) => {
          const [[, inputPrice], [, outputPrice]] = rowsOf("SERVINGPRICESPLIT", cost, input, output, ratio) as [
            [string, number],
            [string, number],
          ];
          expectNear(numberOf("TOKENCOST", input, output, inputPrice, outputPrice), cost);
          expectNear(inputPrice / outputPrice, ratio);
        },
      ),
    );
  });

  it("GPUSFORLOAD carries the load in whole replicas", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 5000 }), (load, each) => {
        const gpus = numberOf("GPUSFORLOAD", load, each, 4);
        expect(gpus % 4).toBe(0);
        expect((gpus / 4) * each).toBeGreaterThanOrEqual(load * (1 - 1e-9));
        expect((gpus / 4 - 1) * each).toBeLessThan(load);
      }),
    );
  });

  it("ENERGYPERTOKEN is power over speed", () => {
    // 8 x 700 W / 2,800 tokens a second = 2 J.
    expect(numberOf("ENERGYPERTOKEN", 8, 700, 2800)).toBe(2);
  });
});
