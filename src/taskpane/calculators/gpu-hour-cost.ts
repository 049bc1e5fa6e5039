import type { Calculator, Call } from "./calculator";

const owned: Call["arguments"] = {
  capex: "capex",
  lifeYears: "lifeYears",
  utilization: "utilization",
  discountRate: "discountRate",
  powerKw: "powerKw",
  pue: "pue",
  powerPrice: "powerPrice",
  opexPerYear: "opexPerYear",
  residual: "residual",
};

export const gpuHourCost: Calculator = {
  id: "gpu-hour-cost",
  title: "GPU-hour cost",
  summary: "What an owned hour costs in full, and the use at which owning meets a rental price.",
  aliases: ["TCO", "own or rent", "rental bill", "cost per GPU-hour"],
  lesson: "gpu-hour-cost",
  inputs: [
    { id: "capex", label: "Price of one GPU, installed", value: 35_000, like: "LEVELIZEDCOMPUTECOST.capex" },
    { id: "lifeYears", label: "Life", value: 5, like: "LEVELIZEDCOMPUTECOST.lifeYears" },
    { id: "residual", label: "Resale value at the end", value: 3500, like: "LEVELIZEDCOMPUTECOST.residual" },
    { id: "utilization", label: "Utilization", value: 0.75, like: "LEVELIZEDCOMPUTECOST.utilization" },
    { id: "discountRate", label: "Cost of capital", value: 0.1, like: "LEVELIZEDCOMPUTECOST.discountRate" },
    { id: "powerKw", label: "Power draw per GPU", value: 1.3, like: "LEVELIZEDCOMPUTECOST.powerKw" },
    { id: "pue", label: "PUE of the site", value: 1.25, like: "LEVELIZEDCOMPUTECOST.pue" },
    { id: "powerPrice", label: "Power price", value: 0.07, like: "LEVELIZEDCOMPUTECOST.powerPrice" },
    { id: "opexPerYear", label: "Running cost", value: 2200, like: "LEVELIZEDCOMPUTECOST.opexPerYear" },
    { id: "rent", label: "Rental price to compare", value: 2.4, like: "RENTALBILL.rate" },
    { id: "gpus", label: "GPUs rented", value: 64, like: "RENTALBILL.gpus" },
    { id: "hours", label: "Hours each", value: 720, like: "RENTALBILL.hours" },
    { id: "rate", label: "Rate", value: 2.4, like: "RENTALBILL.rate" },
    { id: "overhead", label: "Storage, network and support on top", value: 0.1, like: "RENTALBILL.overhead" },
    { id: "goodput", label: "Share of rented hours whose work is kept", value: 0.9, like: "EFFECTIVEGPUHOUR.goodput" },
    { id: "busy", label: "Share of rented hours with work", value: 0.85, like: "EFFECTIVEGPUHOUR.utilization" },
  ],
  routes: [
    {
      id: "own",
      label: "Own",
      steps: [{ id: "owned", fn: "LEVELIZEDCOMPUTECOST", arguments: owned }],
      answer: "owned",
      parts: { title: "Where it goes", call: { fn: "GPUHOURCOSTSTACK", arguments: owned } },
      comparison: {
        title: "Against renting",
        against: "rent",
        subject: "Owning costs",
        per: "an hour",
        lever: { input: "utilization", low: 0.01, high: 1, words: "utilization" },
      },
    },
    {
      id: "rent",
      label: "Rent",
      steps: [
        {
          id: "bill",
          fn: "RENTALBILL",
          arguments: { gpus: "gpus", hours: "hours", rate: "rate", overhead: "overhead" },
        },
      ],
      answer: "bill",
    },
    {
      id: "useful",
      label: "Useful hour",
      steps: [
        {
          id: "useful",
          fn: "EFFECTIVEGPUHOUR",
          arguments: { rate: "rate", utilization: "busy", goodput: "goodput", overhead: "overhead" },
        },
      ],
      answer: "useful",
    },
  ],
};
