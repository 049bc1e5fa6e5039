import {
  accelerators,
  asOf,
  figureFields,
  isPublished,
  sourcesOf,
  vendors,
  type Accelerator,
  type FigureField,
} from "../../src/data/accelerators";
import { keyOf } from "../../src/data/matching";

const rows = accelerators.map((accelerator) => [accelerator.name, accelerator] as const);

function named(name: string): Accelerator {
  const accelerator = accelerators.find((row) => row.name === name);
  if (!accelerator) throw new Error(`no row ${name}`);
  return accelerator;
}

function figure(name: string, field: FigureField): number | string {
  const entry = named(name)[field];
  if (!isPublished<number | string>(entry)) throw new Error(`${name} has no ${field}`);
  return entry.value;
}

const number = (name: string, field: FigureField) => Number(figure(name, field));

describe("the accelerator table", () => {
  // Names are permanent: people's workbooks hold them, and their order is the order of GPUTABLE.
  it("keeps its names and their order", () => {
    expect(accelerators.map(({ name }) => name)).toEqual([
      "V100 32GB SXM2",
      "A100 40GB SXM",
      "A100 40GB PCIe",
      "A100 80GB SXM",
      "A100 80GB PCIe",
      "H100 80GB SXM",
      "H100 80GB PCIe",
      "H100 NVL 94GB",
      "H800 SXM",
      "GH200 96GB",
      "H200 SXM",
      "B200 SXM",
      "GB200",
      "B300 SXM",
      "GB300",
      "L40S",
      "RTX 4090",
      "RTX 5090",
      "MI250X",
      "MI300X",
      "MI325X",
      "MI355X",
      "TPU v4",
      "TPU v5e",
      "TPU v5p",
      "TPU v6e (Trillium)",
      "TPU7x (Ironwood)",
      "Trainium2",
      "Gaudi 3",
    ]);
  });

  it("gives a key to one accelerator only", () => {
    const keys = accelerators.flatMap((accelerator) => accelerator.keys);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  it("keeps the rows of a vendor together, in the vendors' order", () => {
    expect([...new Set(accelerators.map(({ vendor }) => vendor))]).toEqual([...vendors]);
    const positions = accelerators.map(({ vendor }) => vendors.indexOf(vendor));
    expect(positions).toEqual([...positions].sort((first, second) => first - second));
  });
});

describe.each(rows)("%s", (name, accelerator) => {
  it("is found under its own name and under every key", () => {
    expect(accelerator.keys).toContain(keyOf(name));
    expect(accelerator.keys.map(keyOf)).toEqual(accelerator.keys);
  });

  it.each(figureFields)("has a source and a date for %s, or the reason why there is no figure", (field) => {
    const entry = accelerator[field];
    if (!isPublished<number | string>(entry)) {
      expect(entry.reason).toMatch(/^the [^.]*[^.]$/);
      return;
    }
    expect(entry.source.name).toMatch(/^\S.{2,40}$/);
    expect(entry.source.url).toMatch(/^https:\/\/[a-z0-9.-]+\.[a-z]{2,}\/\S*$/);
    expect(entry.asOf).toMatch(/^2026-\d\d-\d\d$/);
    expect(entry.asOf <= asOf(accelerator)).toBe(true);
    expect(sourcesOf(accelerator).split("; ")).toContain(entry.source.name);
  });

  it("has a launch date, memory and bandwidth in the range of such chips", () => {
    expect(figure(name, "launch")).toMatch(/^20(1[89]|2[0-6])-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/);
    expect(number(name, "memory")).toBeGreaterThanOrEqual(16);
    expect(number(name, "memory")).toBeLessThanOrEqual(288);
    expect(number(name, "bandwidth")).toBeGreaterThanOrEqual(0.8);
    expect(number(name, "bandwidth")).toBeLessThanOrEqual(8);
  });

  // A peak mistaken for one with sparsity, or a bandwidth in the wrong unit, leaves these bounds.
  it("computes 100 to 600 BF16 operations per byte of bandwidth, and needs 0.2 to 3 W per TFLOP/s", () => {
    if (isPublished(accelerator.bf16)) {
      const intensity = accelerator.bf16.value / number(name, "bandwidth");
      expect(intensity).toBeGreaterThan(100);
      expect(intensity).toBeLessThan(600);
    }
    if (isPublished(accelerator.bf16) && isPublished(accelerator.power)) {
      const watts = accelerator.power.value / accelerator.bf16.value;
      expect(watts).toBeGreaterThan(0.2);
      expect(watts).toBeLessThan(3);
    }
  });

  it("names the vendor's term where it has a power figure", () => {
    expect(accelerator.powerTerm !== undefined).toBe(isPublished(accelerator.power));
  });
});

describe("peaks of one chip", () => {
  // The vendors state FP8 at twice the BF16 rate for all of these.
  it.each([
    ["H100 80GB SXM"],
    ["H100 80GB PCIe"],
    ["H100 NVL 94GB"],
    ["GH200 96GB"],
    ["H200 SXM"],
    ["B200 SXM"],
    ["GB200"],
    ["B300 SXM"],
    ["GB300"],
    ["RTX 4090"],
    ["RTX 5090"],
    ["MI300X"],
    ["MI325X"],
    ["MI355X"],
    ["TPU7x (Ironwood)"],
  ])("%s: FP8 is twice BF16, as the vendor says", (name) => {
    expect(number(name, "fp8") / number(name, "bf16")).toBeCloseTo(2, 2);
  });

  it.each([["TPU v5p"], ["TPU v6e (Trillium)"], ["Gaudi 3"]])("%s: FP8 runs at the BF16 rate", (name) => {
    expect(number(name, "fp8")).toBe(number(name, "bf16"));
  });

  it.each([
    ["B200 SXM", 2],
    ["GB200", 2],
    ["B300 SXM", 3],
    ["GB300", 3],
    ["RTX 5090", 4],
    ["MI355X", 2.02],
  ])("%s: FP4 is %d times FP8", (name, ratio) => {
    expect(number(name, "fp4") / number(name, "fp8")).toBeCloseTo(ratio, 2);
  });
});

// What the vendors print for several chips, or with sparsity, gives the figure of one chip, dense.
describe("figures worked out from a vendor's total", () => {
  it.each<[string, FigureField, number]>([
    // NVIDIA H100 page: H100 SXM 1,979 and 3,958 TFLOP/s, H100 NVL 1,671 and 3,341, all with sparsity.
    ["H100 80GB SXM", "bf16", 1979 / 2],
    ["H100 80GB SXM", "fp8", 3958 / 2],
    ["H100 NVL 94GB", "bf16", 1671 / 2],
    ["H100 NVL 94GB", "fp8", 3341 / 2],
    // NVIDIA DGX B200 page: 1,440 GB and 64 TB/s for 8 GPUs.
    ["B200 SXM", "memory", 1440 / 8],
    ["B200 SXM", "bandwidth", 64 / 8],
    // NVIDIA HGX page, 8 GPUs: BF16 36 and FP8 72 PFLOP/s with sparsity; FP4 dense 72 (B200) and 108 (B300).
    ["B200 SXM", "bf16", 36_000 / 8 / 2],
    ["B200 SXM", "fp8", 72_000 / 8 / 2],
    ["B200 SXM", "fp4", 72_000 / 8],
    ["B300 SXM", "bf16", 36_000 / 8 / 2],
    ["B300 SXM", "fp8", 72_000 / 8 / 2],
    ["B300 SXM", "fp4", 108_000 / 8],
    // NVIDIA GB200 page, superchip of 2 GPUs: 372 GB, 16 TB/s, BF16 10 and FP8 20 PFLOP/s with sparsity, FP4 dense 20.
    ["GB200", "memory", 372 / 2],
    ["GB200", "bandwidth", 16 / 2],
    ["GB200", "bf16", 10_000 / 2 / 2],
    ["GB200", "fp8", 20_000 / 2 / 2],
    ["GB200", "fp4", 20_000 / 2],
    // NVIDIA GB300 page, rack of 72 GPUs: BF16 360 and FP8 720 PFLOP/s with sparsity, FP4 dense 1,080; 576 TB/s.
    ["GB300", "bandwidth", 576 / 72],
    ["GB300", "bf16", 360_000 / 72 / 2],
    ["GB300", "fp8", 720_000 / 72 / 2],
    ["GB300", "fp4", 1_080_000 / 72],
    // NVIDIA RTX Blackwell and Ada white papers, with sparsity and 32-bit accumulation.
    ["RTX 4090", "bf16", 330.4 / 2],
    ["RTX 4090", "fp8", 660.6 / 2],
    ["RTX 5090", "bf16", 419 / 2],
    ["RTX 5090", "fp8", 838 / 2],
    ["RTX 5090", "fp4", 3352 / 2],
    // AMD: clock × operations per cycle and matrix core × matrix cores.
    ["MI300X", "bf16", (2100e6 * 256 * 2 * 1216) / 1e12],
    ["MI300X", "fp8", (2100e6 * 512 * 2 * 1216) / 1e12],
    ["MI325X", "fp8", (2100e6 * 512 * 2 * 1216) / 1e12],
    ["MI250X", "bf16", (1700e6 * 128 * 2 * 880) / 1e12],
    // Intel Gaudi 3: 1,600 MHz, 8 matrix engines of 256 × 256.
    ["Gaudi 3", "bf16", (1600e6 * 256 * 256 * 2 * 8) / 1e12],
    // Google TPU7x documentation: 7,380, 1,638 and 2,765 GB/s.
    ["TPU7x (Ironwood)", "bandwidth", 7.38],
    ["TPU v6e (Trillium)", "bandwidth", 1.638],
    ["TPU v5p", "bandwidth", 2.765],
  ])("%s, %s", (name, field, expected) => {
    expect(Math.abs(number(name, field) / expected - 1)).toBeLessThan(0.001);
  });
});

describe("figures that nobody published", () => {
  it.each<[string, FigureField, string]>([
    ["V100 32GB SXM2", "bf16", "the chip has no BF16 arithmetic; its FP16 peak is 125 TFLOP/s"],
    ["A100 80GB SXM", "fp8", "the chip has no FP8 arithmetic"],
    ["H100 80GB SXM", "fp4", "the chip has no FP4 arithmetic"],
    ["TPU v5e", "power", "the vendor states no power limit"],
    ["Trainium2", "power", "the vendor states no power limit"],
  ])("%s has no %s, and says why", (name, field, reason) => {
    expect(named(name)[field]).toEqual({ reason });
  });
});

describe("sourcesOf and asOf", () => {
  // The row of Gaudi 3 is the published example of GPUTABLE.
  it("name the source with most figures first, and the latest date", () => {
    expect(sourcesOf(named("Gaudi 3"))).toBe("ml-engineering; Epoch AI");
    expect(asOf(named("Gaudi 3"))).toBe("2026-11-20");
  });

  it("date a row by the figure that changed last", () => {
    expect(asOf(named("MI355X"))).toBe("2026-11-24");
  });
});
