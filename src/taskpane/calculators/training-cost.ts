import type { Calculator } from "./calculator";

const delivered = { peakTflops: "peakTflops", mfu: "mfu", goodput: "goodput" };

export const trainingCost: Calculator = {
  id: "training-cost",
  title: "AI training cost",
  summary: "What a training run needs in GPU-hours, days, energy and money.",
  aliases: ["training run", "FLOP", "MFU", "GPU-hours", "pretraining"],
  lesson: "ai-training-cost",
  inputs: [
    { id: "parameters", label: "Parameters of the model", value: 8e9, like: "TRAININGFLOPS.parameters" },
    { id: "tokens", label: "Training tokens", value: 2e12, like: "TRAININGFLOPS.tokens" },
    { id: "peakTflops", label: "Dense peak of one GPU", value: 989, like: "TRAININGCOST.peakTflops" },
    { id: "mfu", label: "Model FLOPs utilization (MFU)", value: 0.4, like: "TRAININGCOST.mfu" },
    { id: "goodput", label: "Share of time without losses", value: 0.9, like: "TRAININGCOST.goodput" },
    { id: "rate", label: "Price of a GPU-hour", value: 2.4, like: "TRAININGCOST.ratePerGpuHour" },
    { id: "overhead", label: "Storage, network and staff on top", value: 0.1, like: "TRAININGCOST.overhead" },
    { id: "gpus", label: "GPUs", value: 256, like: "TRAININGDAYS.gpus" },
    { id: "watts", label: "Power of one GPU", value: 700, like: "TRAININGENERGY.watts" },
    { id: "serverFactor", label: "Server power over GPU power", value: 1.5, like: "TRAININGENERGY.serverFactor" },
    { id: "pue", label: "PUE of the site", value: 1.25, like: "TRAININGENERGY.pue" },
    { id: "budget", label: "Budget", value: 250_000, like: "AMORTIZEDTRAININGCOST.chipPrice" },
    { id: "hours", label: "Hours of the run", value: 288, like: "RENTALBILL.hours" },
  ],
  routes: [
    {
      id: "flop",
      label: "From the model",
      steps: [
        { id: "flops", fn: "TRAININGFLOPS", arguments: { parameters: "parameters", tokens: "tokens" } },
        { id: "gpuHours", fn: "TRAININGGPUHOURS", arguments: { flops: "flops", ...delivered } },
        { id: "days", fn: "TRAININGDAYS", arguments: { flops: "flops", gpus: "gpus", ...delivered } },
        {
          id: "energy",
          fn: "TRAININGENERGY",
          arguments: { gpuHours: "gpuHours", watts: "watts", pue: "pue", serverFactor: "serverFactor" },
        },
        {
          id: "cost",
          fn: "TRAININGCOST",
          arguments: { flops: "flops", ...delivered, ratePerGpuHour: "rate", overhead: "overhead" },
        },
      ],
      answer: "cost",
      comparison: {
        title: "Against the budget",
        against: "budget",
        subject: "The run costs",
        per: "",
        lever: { input: "mfu", low: 0.01, high: 1, words: "MFU" },
      },
    },
    {
      id: "bill",
      label: "From GPUs and hours",
      steps: [
        {
          id: "bill",
          fn: "RENTALBILL",
          arguments: { gpus: "gpus", hours: "hours", rate: "rate", overhead: "overhead" },
        },
      ],
      answer: "bill",
    },
  ],
  presets: {
    label: "Take the figures of",
    gpus: ["A100 80GB SXM", "H100 80GB SXM", "H200 SXM", "B200 SXM", "MI300X"],
    fills: { peakTflops: { field: "bf16" }, watts: { field: "power" } },
  },
};
