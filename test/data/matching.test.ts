import { accelerators } from "../../src/data/accelerators";
import { acceleratorNamed, keyOf, nearestAccelerators, unknownAccelerator } from "../../src/data/matching";

describe("keyOf", () => {
  it.each([
    ["h100-sxm", "H100SXM"],
    ["NVIDIA H100 Tensor Core GPU", "H100"],
    ["  a100_80gb / pcie ", "A10080GBPCIE"],
    ["AMD Instinct™ MI300X Accelerator", "MI300X"],
    ["Cloud TPU v5e", "TPUV5E"],
    ["NVIDIA NVIDIA H100", "H100"],
    ["NVIDIA", ""],
    ["", ""],
  ])("of %j is %j", (name, key) => {
    expect(keyOf(name)).toBe(key);
  });
});

describe("acceleratorNamed", () => {
  it.each([
    ["H100", "H100 80GB SXM"],
    ["h100", "H100 80GB SXM"],
    ["h100-sxm", "H100 80GB SXM"],
    ["H100 SXM5 80GB", "H100 80GB SXM"],
    ["NVIDIA H100 80GB SXM5", "H100 80GB SXM"],
    ["HGX H100", "H100 80GB SXM"],
    ["DGX H100", "H100 80GB SXM"],
    ["nvidia h100 tensor core gpu", "H100 80GB SXM"],
    ["H100 PCIe", "H100 80GB PCIe"],
    ["H100-PCIE-80GB", "H100 80GB PCIe"],
    ["H100 NVL", "H100 NVL 94GB"],
    ["H100 94GB", "H100 NVL 94GB"],
    ["A100", "A100 80GB SXM"],
    ["A100-SXM4-80GB", "A100 80GB SXM"],
    ["NVIDIA A100-SXM4-40GB", "A100 40GB SXM"],
    ["A100 40 GB", "A100 40GB SXM"],
    ["A100 PCIe", "A100 80GB PCIe"],
    ["A100-PCIE-40GB", "A100 40GB PCIe"],
    ["Tesla V100", "V100 32GB SXM2"],
    ["Tesla V100-SXM2-32GB", "V100 32GB SXM2"],
    ["H800", "H800 SXM"],
    ["GH200", "GH200 96GB"],
    ["H200", "H200 SXM"],
    ["H200 141GB", "H200 SXM"],
    ["B200", "B200 SXM"],
    ["B200 192GB", "B200 SXM"],
    ["HGX B200", "B200 SXM"],
    ["GB200 NVL72", "GB200"],
    ["B300", "B300 SXM"],
    ["GB300-NVL72", "GB300"],
    ["l40s", "L40S"],
    ["GeForce RTX 4090", "RTX 4090"],
    ["NVIDIA GeForce RTX 5090", "RTX 5090"],
    ["4090", "RTX 4090"],
    ["AMD Instinct MI250X", "MI250X"],
    ["mi300x", "MI300X"],
    ["MI325X OAM", "MI325X"],
    ["Instinct MI355X", "MI355X"],
    ["TPU v4", "TPU v4"],
    ["tpu-v5e", "TPU v5e"],
    ["v5litepod", undefined],
    ["TPU v5 lite", "TPU v5e"],
    ["Google Cloud TPU v5p", "TPU v5p"],
    ["Trillium", "TPU v6e (Trillium)"],
    ["TPU v6e (Trillium)", "TPU v6e (Trillium)"],
    ["Ironwood", "TPU7x (Ironwood)"],
    ["TPU v7", "TPU7x (Ironwood)"],
    ["AWS Trainium2", "Trainium2"],
    ["Trn2", "Trainium2"],
    ["Intel Gaudi 3", "Gaudi 3"],
    ["Habana Gaudi®3", "Gaudi 3"],
    // Nothing is guessed: a family that is not in the keys, another chip of the family, another maker's, a typing error.
    ["MI300", undefined],
    ["MI300A", undefined],
    ["H100 SXM4", undefined],
    ["H20", undefined],
    ["A10", undefined],
    ["L40", undefined],
    ["Gaudi", undefined],
    ["TPU", undefined],
    ["TPU v5", undefined],
    ["RTX 3090", undefined],
    ["B 100", undefined],
    ["H100é", undefined],
    ["100", undefined],
    ["NVIDIA", undefined],
    ["GPU", undefined],
    ["", undefined],
    ["constructor", undefined],
  ])("of %j is %j", (name, expected) => {
    expect(acceleratorNamed(name)?.name).toBe(expected);
  });

  it("knows every row by its own name, in any case", () => {
    for (const accelerator of accelerators) {
      expect(acceleratorNamed(accelerator.name)).toBe(accelerator);
      expect(acceleratorNamed(`${accelerator.vendor} ${accelerator.name.toLowerCase()}`)).toBe(accelerator);
    }
  });
});

describe("nearestAccelerators", () => {
  it.each([
    ["MI300", ["MI300X"]],
    ["MI350X", ["MI250X", "MI300X", "MI355X"]],
    ["H100 blower", ["H100 80GB SXM", "H100 80GB PCIe", "H100 NVL 94GB"]],
    ["H100 SXM4", ["H100 80GB SXM", "H800 SXM", "H200 SXM"]],
    ["A100 60GB", ["A100 40GB SXM", "A100 80GB SXM", "A100 40GB PCIe"]],
    ["V100 16GB", ["V100 32GB SXM2"]],
    ["L40", ["L40S"]],
    ["GTX 4090", ["RTX 4090"]],
    ["RTX 5080", ["RTX 5090", "RTX 4090"]],
    ["TPU v5", ["TPU v5e", "TPU v5p", "TPU v4"]],
    ["Trainium", ["Trainium2"]],
    ["Gaudi 2", ["Gaudi 3"]],
    // Another first letter is another product line.
    ["P100", []],
    ["T4", []],
    ["Radeon", []],
    ["", []],
    ["NVIDIA", []],
  ])("to %j are %j", (name, expected) => {
    expect(nearestAccelerators(name).map((accelerator) => accelerator.name)).toEqual(expected);
  });

  it("has an answer at once for a page of text", () => {
    const started = performance.now();
    expect(nearestAccelerators("H100 ".repeat(20_000))).toEqual([]);
    expect(performance.now() - started).toBeLessThan(200);
  });
});

describe("unknownAccelerator", () => {
  it.each([
    ["H100 NVLL", 'gpu "H100 NVLL" is not in the table: did you mean H100 NVL 94GB, H100 80GB SXM or H100 80GB PCIe?'],
    ["RTX 3090", 'gpu "RTX 3090" is not in the table: did you mean RTX 4090 or RTX 5090?'],
    ["MI300", 'gpu "MI300" is not in the table: did you mean MI300X?'],
    ["T4", 'gpu "T4" is not in the table: GPUTABLE lists the names'],
    ["  ", "gpu is empty: GPUTABLE lists the names"],
    ["z".repeat(100), `gpu "${"z".repeat(40)}…" is not in the table: GPUTABLE lists the names`],
  ])("says of %j: %s", (name, words) => {
    expect(unknownAccelerator(name)).toBe(words);
  });
});
