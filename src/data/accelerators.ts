/** Where a figure was read: a short name that fits in a cell, and the address of the document. */
export interface Source {
  readonly name: string;
  readonly url: string;
}

/** A figure that somebody published, with its own source and the day it was last read there. */
export interface Figure<T> {
  readonly value: T;
  readonly source: Source;
  /** YYYY-MM-DD. */
  readonly asOf: string;
}

/** A figure that nobody published, and why there is none; the reason fits after "is not published: ". */
export interface Unpublished {
  readonly reason: string;
}

export type Entry<T> = Figure<T> | Unpublished;

export const vendors = ["NVIDIA", "AMD", "Google", "AWS", "Intel"] as const;
export type Vendor = (typeof vendors)[number];

/**
 * One accelerator: one GPU or chip, not a server or a rack. Peaks are dense (no structured sparsity) and for training
 * arithmetic, that is, with 32-bit accumulation where the vendor prints both. A name, once in the table, stays there.
 */
export interface Accelerator {
  readonly name: string;
  readonly vendor: Vendor;
  /** The spellings that mean this row, as keyOf in matching.ts makes them. */
  readonly keys: readonly string[];
  /** YYYY-MM-DD or YYYY-MM: announcement or release, whichever the source dates. */
  readonly launch: Entry<string>;
  /** GB, as the vendor labels it. */
  readonly memory: Entry<number>;
  /** TB/s, 1 TB being 1e12 bytes. */
  readonly bandwidth: Entry<number>;
  /** Dense TFLOP/s. */
  readonly bf16: Entry<number>;
  /** Dense TFLOP/s. */
  readonly fp8: Entry<number>;
  /** Dense TFLOP/s. */
  readonly fp4: Entry<number>;
  /** W, under the vendor's own term, which powerTerm names. */
  readonly power: Entry<number>;
  readonly powerTerm?: string;
  /** Where published figures disagree, or what a reader must know before comparing. */
  readonly remark?: string;
}

/** The entries of a row that carry a source, in the order of the table's columns. */
export const figureFields = ["launch", "memory", "bandwidth", "bf16", "fp8", "fp4", "power"] as const;
export type FigureField = (typeof figureFields)[number];

export function isPublished<T>(entry: Entry<T>): entry is Figure<T> {
  return "value" in entry;
}

/** The names of a row's sources, the one with most figures first, as the table's source column shows them. */
export function sourcesOf(accelerator: Accelerator): string {
  const counts = new Map<string, number>();
  for (const { source } of publishedFigures(accelerator)) counts.set(source.name, (counts.get(source.name) ?? 0) + 1);
  return [...counts]
    .sort(([, first], [, second]) => second - first)
    .map(([name]) => name)
    .join("; ");
}

/** The day the row was last changed: the latest of its figures' dates. */
export function asOf(accelerator: Accelerator): string {
  return publishedFigures(accelerator).reduce((latest, figure) => (figure.asOf > latest ? figure.asOf : latest), "");
}

function publishedFigures(accelerator: Accelerator): Figure<string | number>[] {
  return figureFields.map((field): Entry<string | number> => accelerator[field]).filter(isPublished);
}

/** Makes the figures read in one document on one day. */
const readIn =
  (asOf: string, name: string, url: string) =>
  <T>(value: T): Figure<T> => ({ value, source: { name, url }, asOf });

const unpublished = (reason: string): Unpublished => ({ reason });

const carried = "2026-11-20";
const checked = "2026-11-24";

const epoch = readIn(
  carried,
  "Epoch AI",
  "https://github.com/epoch-research/training-cost-trends/blob/main/data/Chip%20dataset-Grid%20view.csv",
);
const mlEngineering = readIn(
  carried,
  "ml-engineering",
  "https://github.com/stas00/ml-engineering/blob/master/compute/accelerator/README.md",
);
const nvidiaV100 = readIn(
  checked,
  "NVIDIA V100 data sheet",
  "https://images.nvidia.com/content/technologies/volta/pdf/volta-v100-datasheet-update-us-1165301-r5.pdf",
);
const nvidiaA100 = readIn(
  checked,
  "NVIDIA A100 data sheet",
  "https://www.nvidia.com/content/dam/en-zz/Solutions/Data-Center/a100/pdf/nvidia-a100-datasheet-us-nvidia-1758950-r4-web.pdf",
);
const nvidiaH100 = readIn(checked, "NVIDIA H100 page", "https://www.nvidia.com/en-us/data-center/h100/");
const nvidiaH200 = readIn(checked, "NVIDIA H200 page", "https://www.nvidia.com/en-us/data-center/h200/");
const nvidiaHgx = readIn(checked, "NVIDIA HGX page", "https://www.nvidia.com/en-us/data-center/hgx/");
const nvidiaDgxB200 = readIn(checked, "NVIDIA DGX B200 page", "https://www.nvidia.com/en-us/data-center/dgx-b200/");
const nvidiaGb200 = readIn(checked, "NVIDIA GB200 page", "https://www.nvidia.com/en-us/data-center/gb200-nvl72/");
const nvidiaGb300 = readIn(checked, "NVIDIA GB300 page", "https://www.nvidia.com/en-us/data-center/gb300-nvl72/");
const nvidiaBlackwell = readIn(
  checked,
  "NVIDIA Blackwell data sheet",
  "https://resources.nvidia.com/en-us-blackwell-architecture",
);
const nvidiaBlackwellUltra = readIn(
  checked,
  "NVIDIA technical blog",
  "https://developer.nvidia.com/blog/inside-nvidia-blackwell-ultra-the-chip-powering-the-ai-factory-era",
);
const nvidiaBenchmarking = readIn(
  checked,
  "NVIDIA benchmarking recipes",
  "https://github.com/NVIDIA/dgxc-benchmarking/blob/main/README.md",
);
const nvidiaL40s = readIn(checked, "NVIDIA L40S page", "https://www.nvidia.com/en-us/data-center/l40s/");
const nvidiaAda = readIn(
  checked,
  "NVIDIA Ada white paper",
  "https://images.nvidia.com/aem-dam/Solutions/geforce/ada/nvidia-ada-gpu-architecture.pdf",
);
const nvidiaRtxBlackwell = readIn(
  checked,
  "NVIDIA RTX Blackwell white paper",
  "https://images.nvidia.com/aem-dam/Solutions/geforce/blackwell/nvidia-rtx-blackwell-gpu-architecture.pdf",
);
const nvidiaNewsroom = (page: string) =>
  readIn(checked, "NVIDIA newsroom", `https://nvidianews.nvidia.com/news/${page}`);
const blackwellNews = nvidiaNewsroom("nvidia-blackwell-platform-arrives-to-power-a-new-era-of-computing");
const blackwellUltraNews = nvidiaNewsroom(
  "nvidia-blackwell-ultra-ai-factory-platform-paves-way-for-age-of-ai-reasoning",
);
const amdMi300x = readIn(
  checked,
  "AMD MI300X data sheet",
  "https://www.amd.com/content/dam/amd/en/documents/instinct-tech-docs/data-sheets/amd-instinct-mi300x-data-sheet.pdf",
);
const amdMi325x = readIn(
  checked,
  "AMD MI325X data sheet",
  "https://www.amd.com/content/dam/amd/en/documents/instinct-tech-docs/product-briefs/instinct-mi325x-datasheet.pdf",
);
const googleCloud = (page: string) =>
  readIn(checked, "Google Cloud documentation", `https://docs.cloud.google.com/tpu/docs/${page}`);
const awsNeuron = (page: string) =>
  readIn(checked, "AWS Neuron documentation", `https://awsdocs-neuron.readthedocs-hosted.com/en/${page}`);

const noFp8 = unpublished("the chip has no FP8 arithmetic");
const noFp4 = unpublished("the chip has no FP4 arithmetic");
const noFp4Stated = unpublished("the vendor states no FP4 peak");
const noPower = unpublished("the vendor states no power limit");

/** The reference table, in the order that people see it. */
export const accelerators: readonly Accelerator[] = [
  {
    name: "V100 32GB SXM2",
    vendor: "NVIDIA",
    keys: ["V100", "V10032GB", "V10032GBSXM2", "V100SXM", "V100SXM2", "V100SXM232GB"],
    launch: epoch("2018-03-27"),
    memory: epoch(32),
    bandwidth: nvidiaV100(0.9),
    bf16: unpublished("the chip has no BF16 arithmetic; its FP16 peak is 125 TFLOP/s"),
    fp8: noFp8,
    fp4: noFp4,
    power: epoch(300),
    powerTerm: "maximum TDP",
    remark: "Bandwidth is 0.898 where it is worked out from the memory clock. The 16 GB part is from 2017.",
  },
  {
    name: "A100 40GB SXM",
    vendor: "NVIDIA",
    keys: ["A10040GB", "A10040GBSXM", "A10040GBSXM4", "A100SXM40GB", "A100SXM440GB"],
    launch: epoch("2020-05-14"),
    memory: nvidiaA100(40),
    bandwidth: nvidiaA100(1.555),
    bf16: nvidiaA100(312),
    fp8: noFp8,
    fp4: noFp4,
    power: nvidiaA100(400),
    powerTerm: "maximum TDP",
  },
  {
    name: "A100 40GB PCIe",
    vendor: "NVIDIA",
    keys: ["A10040GBPCIE", "A100PCIE40GB"],
    launch: epoch("2020-06-22"),
    memory: nvidiaA100(40),
    bandwidth: nvidiaA100(1.555),
    bf16: nvidiaA100(312),
    fp8: noFp8,
    fp4: noFp4,
    power: nvidiaA100(250),
    powerTerm: "maximum TDP",
    remark: "Some tables give this card the 300 W and 1.94 TB/s of the 80 GB card.",
  },
  {
    name: "A100 80GB SXM",
    vendor: "NVIDIA",
    keys: ["A100", "A10080GB", "A10080GBSXM", "A10080GBSXM4", "A100SXM", "A100SXM4", "A100SXM480GB", "A100SXM80GB"],
    launch: epoch("2020-11-16"),
    memory: nvidiaA100(80),
    bandwidth: nvidiaA100(2.039),
    bf16: nvidiaA100(312),
    fp8: noFp8,
    fp4: noFp4,
    power: nvidiaA100(400),
    powerTerm: "maximum TDP",
    remark: "A custom thermal option allows up to 500 W.",
  },
  {
    name: "A100 80GB PCIe",
    vendor: "NVIDIA",
    keys: ["A10080GBPCIE", "A100PCIE", "A100PCIE80GB"],
    launch: readIn(
      checked,
      "PCGuia",
      "https://pcguia.pt/2021/06/nvidia-actualiza-placa-de-computacao-grafica-a100-agora-com-80gb-de-memoria",
    )("2021-06"),
    memory: nvidiaA100(80),
    bandwidth: nvidiaA100(1.935),
    bf16: nvidiaA100(312),
    fp8: noFp8,
    fp4: noFp4,
    power: nvidiaA100(300),
    powerTerm: "maximum TDP",
  },
  {
    name: "H100 80GB SXM",
    vendor: "NVIDIA",
    keys: ["H100", "H10080GB", "H10080GBSXM", "H10080GBSXM5", "H100SXM", "H100SXM5", "H100SXM580GB", "H100SXM80GB"],
    launch: epoch("2022-09-20"),
    memory: nvidiaH100(80),
    bandwidth: nvidiaH100(3.35),
    bf16: nvidiaH100(989),
    fp8: nvidiaH100(1979),
    fp4: noFp4,
    power: nvidiaH100(700),
    powerTerm: "maximum TDP",
    remark: "The page's 1,979 for BF16 and 3,958 for FP8 are with sparsity: dense is half, printed as 989 to 989.5.",
  },
  {
    name: "H100 80GB PCIe",
    vendor: "NVIDIA",
    keys: ["H10080GBPCIE", "H100PCIE", "H100PCIE80GB"],
    launch: epoch("2022-09-20"),
    memory: mlEngineering(80),
    bandwidth: mlEngineering(2),
    bf16: mlEngineering(756),
    fp8: mlEngineering(1513),
    fp4: noFp4,
    power: epoch(350),
    powerTerm: "maximum TDP",
    remark: "Bandwidth is also printed as 2.04.",
  },
  {
    name: "H100 NVL 94GB",
    vendor: "NVIDIA",
    keys: ["H10094GB", "H10094GBNVL", "H100NVL", "H100NVL94GB"],
    launch: readIn(
      checked,
      "AnandTech",
      "https://www.anandtech.com/show/18780/nvidia-announces-h100-nvl-max-memory-server-card-for-large-language-models",
    )("2023-03-21"),
    memory: nvidiaH100(94),
    bandwidth: nvidiaH100(3.9),
    bf16: nvidiaH100(835.5),
    fp8: nvidiaH100(1670.5),
    fp4: noFp4,
    power: nvidiaH100(400),
    powerTerm: "maximum TDP",
    remark:
      "One card of the pair. The peaks are half of the page's 1,671 and 3,341 with sparsity; power is set from 350 to 400 W. The single card followed in March 2024.",
  },
  {
    name: "H800 SXM",
    vendor: "NVIDIA",
    keys: ["H800", "H80080GB", "H80080GBSXM", "H800SXM", "H800SXM5"],
    launch: epoch("2023-03-21"),
    memory: epoch(80),
    bandwidth: epoch(3.36),
    bf16: epoch(989),
    fp8: unpublished("the vendor has no public data sheet of this part, and the source lists INT8 only"),
    fp4: noFp4,
    power: epoch(700),
    powerTerm: "TDP",
    remark: "Some tables print 3.35 TB/s, as for the H100. NVLink is cut; the compute is that of the H100.",
  },
  {
    name: "GH200 96GB",
    vendor: "NVIDIA",
    keys: ["GH200", "GH20096GB"],
    launch: readIn(
      checked,
      "Tom's Hardware",
      "https://inkl.com/news/nvidia-unveils-dgx-gh200-supercomputer-grace-hopper-superchips-in-production",
    )("2023-05"),
    memory: mlEngineering(96),
    bandwidth: mlEngineering(4),
    bf16: mlEngineering(989),
    fp8: mlEngineering(1979),
    fp4: noFp4,
    power: epoch(700),
    powerTerm: "TDP",
    remark:
      "The GPU of the superchip; the vendor states 450 to 1,000 W for the whole module. The 144 GB version with 4.9 TB/s is another part, announced in August 2023.",
  },
  {
    name: "H200 SXM",
    vendor: "NVIDIA",
    keys: ["H200", "H200141GB", "H200141GBSXM", "H200SXM", "H200SXM141GB", "H200SXM5"],
    launch: nvidiaNewsroom("nvidia-supercharges-hopper-the-worlds-leading-ai-computing-platform")("2023-11-13"),
    memory: nvidiaH200(141),
    bandwidth: nvidiaH200(4.8),
    bf16: nvidiaH200(989),
    fp8: nvidiaH200(1979),
    fp4: noFp4,
    power: nvidiaH200(700),
    powerTerm: "maximum TDP",
    remark: "Shipped from the second quarter of 2024.",
  },
  {
    name: "B200 SXM",
    vendor: "NVIDIA",
    keys: ["B200", "B200180GB", "B200180GBSXM", "B200192GB", "B200SXM", "B200SXM6"],
    launch: blackwellNews("2024-03-18"),
    memory: nvidiaDgxB200(180),
    bandwidth: nvidiaDgxB200(8),
    bf16: nvidiaHgx(2250),
    fp8: nvidiaHgx(4500),
    fp4: nvidiaHgx(9000),
    power: nvidiaBlackwell(1000),
    powerTerm: "maximum TDP",
    remark:
      "Memory is 180 GB as sold in a node, 192 GB as announced; bandwidth 8 TB/s (64 for the 8 GPUs of a DGX B200), or 7.7 in the Blackwell data sheet.",
  },
  {
    name: "GB200",
    vendor: "NVIDIA",
    keys: ["GB200", "GB200186GB", "GB200NVL2", "GB200NVL4", "GB200NVL72", "GB200SXM"],
    launch: blackwellNews("2024-03-18"),
    memory: nvidiaGb200(186),
    bandwidth: nvidiaGb200(8),
    bf16: nvidiaGb200(2500),
    fp8: nvidiaGb200(5000),
    fp4: nvidiaGb200(10000),
    power: nvidiaBlackwell(1200),
    powerTerm: "maximum TDP per GPU",
    remark: "One of the two GPUs of a superchip. A rack of 72 is about 120 kW on secondary pages.",
  },
  {
    name: "B300 SXM",
    vendor: "NVIDIA",
    keys: ["B300", "B300288GB", "B300SXM", "B300SXM6"],
    launch: blackwellUltraNews("2025-03-18"),
    memory: nvidiaBlackwellUltra(288),
    bandwidth: nvidiaBlackwellUltra(8),
    bf16: nvidiaHgx(2250),
    fp8: nvidiaHgx(4500),
    fp4: nvidiaHgx(13500),
    power: nvidiaBenchmarking(1100),
    powerTerm: "maximum TDP",
    remark:
      "FP4 is 108 PFLOP/s dense for 8 GPUs; 12,600, 13,125, 14,000 and 15,000 are printed too. The Blackwell Ultra data sheet gives the part in an 8-GPU node 270 GB and 7.7 TB/s.",
  },
  {
    name: "GB300",
    vendor: "NVIDIA",
    keys: ["GB300", "GB300288GB", "GB300NVL72", "GB300SXM"],
    launch: blackwellUltraNews("2025-03-18"),
    memory: nvidiaBlackwellUltra(288),
    bandwidth: nvidiaBlackwellUltra(8),
    bf16: nvidiaGb300(2500),
    fp8: nvidiaGb300(5000),
    fp4: nvidiaGb300(15000),
    power: nvidiaBlackwellUltra(1400),
    powerTerm: "maximum TGP per GPU",
    remark:
      "One of the two GPUs of a superchip. The Blackwell Ultra data sheet gives 279 GB. Planning budget for a rack of 72: 135 kW.",
  },
  {
    name: "L40S",
    vendor: "NVIDIA",
    keys: ["L40S", "L40S48GB", "L40SPCIE"],
    launch: readIn(
      checked,
      "NVIDIA blog",
      "https://blogs.nvidia.com.tw/blog/nvidia-global-data-center-system-manufacturers-to-supercharge-generative-ai-and-industrial-digitalization/",
    )("2023-08-08"),
    memory: nvidiaL40s(48),
    bandwidth: nvidiaL40s(0.864),
    bf16: nvidiaL40s(362),
    fp8: nvidiaL40s(733),
    fp4: noFp4,
    power: nvidiaL40s(350),
    powerTerm: "maximum power consumption",
    remark: "BF16 is 362.05 in the data sheet, 366.4 in tables made from the boost clock.",
  },
  {
    name: "RTX 4090",
    vendor: "NVIDIA",
    keys: ["4090", "409024GB", "RTX4090", "RTX409024GB"],
    launch: epoch("2022-09-20"),
    memory: nvidiaAda(24),
    bandwidth: nvidiaAda(1.008),
    bf16: nvidiaAda(165.2),
    fp8: nvidiaAda(330.3),
    fp4: noFp4,
    power: nvidiaAda(450),
    powerTerm: "TGP",
    remark: "With 16-bit accumulation the peaks double to 330 and 660.6, which is what many tables print.",
  },
  {
    name: "RTX 5090",
    vendor: "NVIDIA",
    keys: ["5090", "509032GB", "RTX5090", "RTX509032GB"],
    launch: nvidiaNewsroom("nvidia-blackwell-geforce-rtx-50-series-opens-new-world-of-ai-computer-graphics")(
      "2025-01-06",
    ),
    memory: nvidiaRtxBlackwell(32),
    bandwidth: nvidiaRtxBlackwell(1.792),
    bf16: nvidiaRtxBlackwell(209.5),
    fp8: nvidiaRtxBlackwell(419),
    fp4: nvidiaRtxBlackwell(1676),
    power: nvidiaRtxBlackwell(575),
    powerTerm: "TGP",
    remark: "The advertised 3,352 is FP4 with sparsity; FP8 with 16-bit accumulation is 838. On sale from 2025-01-30.",
  },
  {
    name: "MI250X",
    vendor: "AMD",
    keys: ["MI250X", "MI250X128GB", "MI250XOAM"],
    launch: epoch("2021-11-08"),
    memory: mlEngineering(128),
    bandwidth: mlEngineering(3.28),
    bf16: mlEngineering(383),
    fp8: noFp8,
    fp4: noFp4,
    power: mlEngineering(560),
    powerTerm: "peak board power",
    remark: "Two dies in a module: halve the figures for one die. 500 W is the TDP.",
  },
  {
    name: "MI300X",
    vendor: "AMD",
    keys: ["MI300X", "MI300X192GB", "MI300XOAM"],
    launch: epoch("2023-12-06"),
    memory: amdMi300x(192),
    bandwidth: amdMi300x(5.3),
    bf16: amdMi300x(1307.4),
    fp8: amdMi300x(2614.9),
    fp4: noFp4,
    power: amdMi300x(750),
    powerTerm: "peak board power",
    remark: "The product page rounds the peaks to 1.3 and 2.61 PFLOP/s.",
  },
  {
    name: "MI325X",
    vendor: "AMD",
    keys: ["MI325X", "MI325X256GB", "MI325XOAM"],
    launch: epoch("2024-10-10"),
    memory: amdMi325x(256),
    bandwidth: amdMi325x(6),
    bf16: amdMi325x(1307.4),
    fp8: amdMi325x(2614.9),
    fp4: noFp4,
    power: amdMi325x(1000),
    powerTerm: "peak board power",
    remark: "The compute is that of the MI300X; the product page rounds the peaks to 1.3 and 2.61 PFLOP/s.",
  },
  {
    name: "MI355X",
    vendor: "AMD",
    keys: ["MI355X", "MI355X288GB", "MI355XOAM"],
    launch: readIn(checked, "AI Wiki", "https://aiwiki.ai/wiki/amd_instinct_mi355x")("2025-06-12"),
    memory: mlEngineering(288),
    bandwidth: mlEngineering(8),
    bf16: mlEngineering(2500),
    fp8: mlEngineering(5000),
    fp4: mlEngineering(10100),
    power: mlEngineering(1400),
    powerTerm: "typical board power",
    remark:
      "The vendor rounds: the clock gives 2,516.6, 5,033.2 and 10,066.3. 10,100 for FP8 elsewhere is with sparsity.",
  },
  {
    name: "TPU v4",
    vendor: "Google",
    keys: ["TPUV4", "TPUV432GB", "V4"],
    launch: readIn(
      checked,
      "9to5Google",
      "https://9to5google.com/2021/05/18/google-unveils-4th-generation-tensor-processing-unit/",
    )("2021-05-18"),
    memory: googleCloud("v4")(32),
    bandwidth: googleCloud("v4")(1.2),
    bf16: googleCloud("v4")(275),
    fp8: noFp8,
    fp4: noFp4,
    power: unpublished(
      "the vendor states measured power (90, 170 and 192 W at least, on average and at most), not a limit",
    ),
  },
  {
    name: "TPU v5e",
    vendor: "Google",
    keys: ["TPUV5E", "TPUV5E16GB", "TPUV5LITE", "V5E"],
    launch: epoch("2023-08-29"),
    memory: googleCloud("v5e")(16),
    bandwidth: googleCloud("v5e")(0.819),
    bf16: googleCloud("v5e")(197),
    fp8: unpublished("the vendor states BF16 and INT8 peaks only"),
    fp4: noFp4Stated,
    power: noPower,
    remark: "Versions of the page print the bandwidth as 819 GB/s, 800 GB/s and 800 GiB/s.",
  },
  {
    name: "TPU v5p",
    vendor: "Google",
    keys: ["TPUV5P", "TPUV5P95GB", "V5P"],
    launch: epoch("2023-12-06"),
    memory: googleCloud("v5p")(95),
    bandwidth: googleCloud("v5p")(2.765),
    bf16: googleCloud("v5p")(459),
    fp8: googleCloud("tpu7x")(459),
    fp4: noFp4Stated,
    power: noPower,
    remark: "FP8 runs at the BF16 rate.",
  },
  {
    name: "TPU v6e (Trillium)",
    vendor: "Google",
    keys: ["TPUTRILLIUM", "TPUV6E", "TPUV6E32GB", "TPUV6ETRILLIUM", "TRILLIUM", "V6E"],
    launch: epoch("2024-05-14"),
    memory: googleCloud("tpu7x")(32),
    bandwidth: googleCloud("tpu7x")(1.638),
    bf16: googleCloud("tpu7x")(918),
    fp8: googleCloud("tpu7x")(918),
    fp4: noFp4Stated,
    power: noPower,
    remark: "FP8 runs at the BF16 rate. The page of the v6e rounds the bandwidth to 1.64 or 1.6 TB/s.",
  },
  {
    name: "TPU7x (Ironwood)",
    vendor: "Google",
    keys: ["IRONWOOD", "TPU7X", "TPU7XIRONWOOD", "TPUIRONWOOD", "TPUV7", "TPUV7IRONWOOD", "TPUV7X", "V7X"],
    launch: epoch("2025-04-09"),
    memory: googleCloud("tpu7x")(192),
    bandwidth: googleCloud("tpu7x")(7.38),
    bf16: googleCloud("tpu7x")(2307),
    fp8: googleCloud("tpu7x")(4614),
    fp4: unpublished("the vendor states BF16 and FP8 peaks only"),
    power: noPower,
    remark: "The vendor also prints 7.37 and 7.2 TB/s in announcements.",
  },
  {
    name: "Trainium2",
    vendor: "AWS",
    keys: ["TRAINIUM2", "TRAINIUM296GB", "TRN2"],
    launch: epoch("2024-12-03"),
    memory: awsNeuron("latest/nki/arch/trainium2_arch.html")(96),
    bandwidth: awsNeuron("latest/nki/arch/trainium2_arch.html")(2.9),
    bf16: awsNeuron("v2.29.0/_sources/about-neuron/arch/neuron-hardware/trainium2.rst")(667),
    fp8: awsNeuron("v2.29.0/_sources/about-neuron/arch/neuron-hardware/trainium2.rst")(1299),
    fp4: noFp4,
    power: noPower,
    remark: "A later version of the guide rounds the bandwidth to 3 TB/s; 2,563 TFLOP/s elsewhere is with sparsity.",
  },
  {
    name: "Gaudi 3",
    vendor: "Intel",
    keys: ["GAUDI3", "GAUDI3128GB", "GAUDI3OAM"],
    launch: epoch("2024-09-24"),
    memory: mlEngineering(128),
    bandwidth: mlEngineering(3.7),
    bf16: mlEngineering(1677),
    fp8: mlEngineering(1677),
    fp4: noFp4,
    power: mlEngineering(900),
    powerTerm: "TDP with air cooling",
    remark: "The vendor's white paper prints 1,835 TFLOP/s at 1,750 MHz; the parts that ship run at 1,600 MHz.",
  },
];
