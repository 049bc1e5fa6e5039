import fc from "fast-check";
import { numberOf, problem, rowsOf } from "./call";
import { money, part } from "./draw";
import { expectNear } from "./near";

const ratio = part(1, 3);
const energy = money(1_000_000);
/** IT energy and the overhead on top of it. */
const site = fc.tuple(money(1_000_000, 1), energy);

describe("PUEPOWER and ITPOWER", () => {
  it("are each other's inverse", () => {
    fc.assert(
      fc.property(energy, ratio, (power, pue) => {
        expectNear(numberOf("ITPOWER", numberOf("PUEPOWER", power, pue), pue), power);
      }),
    );
  });

  it("leave the power as it is in a site without overhead", () => {
    expect(numberOf("PUEPOWER", 1234.5, 1)).toBe(1234.5);
    expect(numberOf("ITPOWER", 1234.5, 1)).toBe(1234.5);
  });

  it("say how much IT a connection feeds", () => {
    // 15,000 kW ÷ 1.25 = 12,000 kW; the other 3,000 kW are overhead.
    expect(numberOf("ITPOWER", 15_000, 1.25)).toBe(12_000);
  });

  it("do not take a PUE below 1", () => {
    expect(problem("ITPOWER", 15_000, 0.8)).toEqual({ code: "#VALUE!", message: "pue must be at least 1; it is 0.8" });
  });
});

describe("PUE", () => {
  it("gives back the total when it multiplies the IT energy", () => {
    fc.assert(
      fc.property(site, ([it, overhead]) => {
        const total = it + overhead;
        expectNear(numberOf("PUEPOWER", it, numberOf("PUE", total, it)), total);
      }),
    );
  });

  it("is never below 1", () => {
    fc.assert(
      fc.property(site, ([it, overhead]) => expect(numberOf("PUE", it + overhead, it)).toBeGreaterThanOrEqual(1)),
    );
  });

  it("refuses IT energy above the total, with both figures", () => {
    expect(problem("PUE", 90, 100)).toEqual({
      code: "#VALUE!",
      message: "totalEnergy must be at least itEnergy, which it contains; totalEnergy is 90, itEnergy is 100",
    });
  });

  it("has no value without IT energy", () => {
    expect(problem("PUE", 90, 0)).toEqual({ code: "#DIV/0!", message: "itEnergy is 0" });
  });
});

describe("PUEWEIGHTED", () => {
  const sites = fc.array(site, { minLength: 1, maxLength: 12 });

  it("lies between the smallest and the largest PUE of the sites", () => {
    fc.assert(
      fc.property(sites, (all) => {
        const totals = all.map(([it, overhead]) => it + overhead);
        const its = all.map(([it]) => it);
        const ratios = totals.map((total, i) => total / its[i]!);
        const fleet = numberOf("PUEWEIGHTED", totals, its);
        expect(fleet).toBeGreaterThanOrEqual(Math.min(...ratios) * (1 - 1e-12));
        expect(fleet).toBeLessThanOrEqual(Math.max(...ratios) * (1 + 1e-12));
      }),
    );
  });

  it("is the PUE of a single site, and does not depend on the order or the shape of the ranges", () => {
    expect(numberOf("PUEWEIGHTED", [1500], [1200])).toBe(numberOf("PUE", 1500, 1200));
    const columns = [
      [[1300], [4200]],
      [[1000], [3500]],
    ];
    expect(numberOf("PUEWEIGHTED", ...columns)).toBe(numberOf("PUEWEIGHTED", [4200, 1300], [3500, 1000]));
  });

  it("weighs by energy where the plain average does not", () => {
    // 150/100 = 1.5 and 345/300 = 1.15 average 1.325; together 495/400.
    expect(numberOf("PUEWEIGHTED", [150, 345], [100, 300])).toBe(1.2375);
  });

  it("refuses a pair whose IT energy is above its total, though the sums would do", () => {
    expect(problem("PUEWEIGHTED", [90, 500], [100, 300])).toEqual({
      code: "#VALUE!",
      message: "totalEnergies must be at least itEnergies in every pair",
    });
  });

  it("says which range is longer, and how long they are", () => {
    expect(problem("PUEWEIGHTED", [1, 2, 3], [1, 2])).toEqual({
      code: "#VALUE!",
      message:
        "itEnergies must be as long as totalEnergies: it has 2 cells, totalEnergies has 3 cells; give ranges of the same length",
    });
  });

  it("has no value when nothing was used", () => {
    expect(problem("PUEWEIGHTED", [5, 0], [0, 0])).toEqual({ code: "#DIV/0!", message: "sum(IT energies) is 0" });
  });
});

describe("PUEOVERHEAD", () => {
  it("is a share of the total below the share of IT energy, by the PUE", () => {
    fc.assert(
      fc.property(ratio, (pue) => {
        const [ofTotal, ofIt] = [numberOf("PUEOVERHEAD", pue), numberOf("PUEOVERHEAD", pue, "it")];
        expectNear(ofTotal * pue, ofIt);
        expect(ofTotal).toBeLessThan(1);
      }),
    );
  });

  it("is 0 in a site without overhead, on either basis", () => {
    expect(numberOf("PUEOVERHEAD", 1)).toBe(0);
    expect(numberOf("PUEOVERHEAD", 1, "IT")).toBe(0);
  });
});

describe("PUESAVINGS", () => {
  it("is the difference of the two power bills", () => {
    fc.assert(
      fc.property(energy, ratio, ratio, part(-1, 1), (power, before, after, price) => {
        const bill = (pue: number): number => numberOf("POWERCOST", power, pue, price);
        const scale = Math.max(1, Math.abs(bill(before)) + Math.abs(bill(after)));
        expectNear(numberOf("PUESAVINGS", power, before, after, price), bill(before) - bill(after), scale);
      }),
    );
  });

  it("is negative when the PUE gets worse", () => {
    expect(numberOf("PUESAVINGS", 1000, 1.2, 1.3, 0.1, 10)).toBe(-100);
  });
});

describe("PUEFROMPARTS", () => {
  const parts = fc.tuple(money(1_000_000, 1), energy, energy, energy, energy);

  it("has energies, shares and contributions that add up to the last row", () => {
    fc.assert(
      fc.property(parts, (given) => {
        const rows = rowsOf("PUEFROMPARTS", ...given) as (string | number)[][];
        for (const column of [1, 2, 3]) {
          const values = rows.map((row) => row[column] as number);
          expectNear(
            values.slice(0, 5).reduce((sum, value) => sum + value, 0),
            values[5]!,
          );
        }
        expect(rows[5]![2]).toBe(1);
        expect(rows[0]![3]).toBe(1);
        expectNear(rows[5]![3] as number, numberOf("PUE", rows[5]![1], given[0]));
      }),
    );
  });

  it("counts lighting and other energy as 0 when they are left out", () => {
    expect(rowsOf("PUEFROMPARTS", 100, 20, 5)).toEqual([
      ["IT", 100, 0.8, 1],
      ["Cooling", 20, 0.16, 0.2],
      ["Power losses", 5, 0.04, 0.05],
      ["Lighting", 0, 0, 0],
      ["Other", 0, 0, 0],
      ["Total", 125, 1, 1.25],
    ]);
  });

  it("has no value without IT energy", () => {
    expect(problem("PUEFROMPARTS", 0, 20, 5)).toEqual({ code: "#DIV/0!", message: "itEnergy is 0" });
  });
});

describe("POWERCOST", () => {
  it("is the price of the facility's energy", () => {
    fc.assert(
      fc.property(energy, ratio, part(0, 1), part(0, 1), (power, pue, price, load) => {
        expectNear(
          numberOf("POWERCOST", power, pue, price, 720, load),
          numberOf("PUEPOWER", power * load, pue) * 720 * price,
        );
      }),
    );
  });

  it("is income when the price is negative", () => {
    expect(numberOf("POWERCOST", 100, 1.25, -0.02, 10)).toBe(-25);
  });
});

describe("WUE", () => {
  it("falls to 0 when all water is returned", () => {
    expect(numberOf("WUE", 5000, 2500)).toBe(2);
    expect(numberOf("WUE", 5000, 2500, 5000)).toBe(0);
  });

  it("refuses more returned water than was taken in", () => {
    expect(problem("WUE", 5000, 2500, 6000).message).toBe(
      "reclaimedLitres must be at most waterLitres; waterLitres is 5,000, reclaimedLitres is 6,000",
    );
  });

  it("has no value without IT energy", () => {
    expect(problem("WUE", 5000, 0).code).toBe("#DIV/0!");
  });
});

describe("CUE", () => {
  it("counts the carbon of all facility energy against the IT energy", () => {
    // 1,000 kWh of IT at a PUE of 1.5 draw 1,500 kWh: at 0.4 kg/kWh 600 kg, over 1,000 kWh.
    expect(numberOf("CUE", 0.4, 1.5)).toBe(0.6);
  });

  it("is never below the carbon factor", () => {
    fc.assert(
      fc.property(part(0, 2), ratio, (factor, pue) =>
        expect(numberOf("CUE", factor, pue)).toBeGreaterThanOrEqual(factor),
      ),
    );
  });
});

describe("ERE", () => {
  it("is the PUE when nothing is reused, and 0 when everything is", () => {
    fc.assert(
      fc.property(site, ([it, overhead]) => {
        const total = it + overhead;
        expect(numberOf("ERE", total, 0, it)).toBe(numberOf("PUE", total, it));
        expect(numberOf("ERE", total, total, it)).toBe(0);
      }),
    );
  });

  it("takes the reused energy off the total", () => {
    // (1,300 − 500) ÷ 1,000.
    expect(numberOf("ERE", 1300, 500, 1000)).toBe(0.8);
  });

  it("refuses more reused energy than there is, and IT energy above the total", () => {
    expect(problem("ERE", 1000, 1200, 900).message).toBe(
      "reusedEnergy must be at most totalEnergy; totalEnergy is 1,000, reusedEnergy is 1,200",
    );
    expect(problem("ERE", 1000, 0, 1100).message).toContain("totalEnergy must be at least itEnergy");
  });
});
