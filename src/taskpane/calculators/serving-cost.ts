import type { Calculator } from "./calculator";

export const servingCost: Calculator = {
  id: "serving-cost",
  title: "Model serving cost",
  summary:
    "What a million tokens costs on GPUs of your own, what a request costs by the token, and how many GPUs a load needs.",
  aliases: ["inference cost", "cost per million tokens", "token cost", "API price"],
  lesson: "model-serving-cost",
  inputs: [
    { id: "gpus", label: "GPUs of the deployment", value: 8, like: "SERVINGCOST.gpus" },
    { id: "rate", label: "Price of a GPU-hour", value: 2.4, like: "SERVINGCOST.ratePerGpuHour" },
    {
      id: "tokensPerSecond",
      label: "Tokens per second at full load",
      value: 2500,
      like: "SERVINGCOST.tokensPerSecond",
    },
    { id: "utilization", label: "Share of paid time at full load", value: 0.5, like: "SERVINGCOST.utilization" },
    { id: "price", label: "Price to compare, per million tokens", value: 5, like: "TOKENCOST.outputPrice" },
    { id: "inputTokens", label: "Input tokens of a request", value: 1200, like: "TOKENCOST.inputTokens" },
    { id: "outputTokens", label: "Output tokens of a request", value: 400, like: "TOKENCOST.outputTokens" },
    { id: "inputPrice", label: "Price per million input tokens", value: 3, like: "TOKENCOST.inputPrice" },
    { id: "outputPrice", label: "Price per million output tokens", value: 15, like: "TOKENCOST.outputPrice" },
    { id: "requests", label: "Requests", value: 1_000_000, like: "TOKENCOST.requests" },
    { id: "cachedTokens", label: "Input tokens read from cache", value: 900, like: "TOKENCOST.cachedTokens" },
    { id: "cachedPrice", label: "Price per million cached tokens", value: 0.3, like: "TOKENCOST.cachedPrice" },
    { id: "peak", label: "Tokens per second at the peak", value: 20_000, like: "GPUSFORLOAD.peakTokensPerSecond" },
    { id: "gpusPerReplica", label: "GPUs of one replica", value: 8, like: "GPUSFORLOAD.gpusPerReplica" },
    {
      id: "target",
      label: "Load at which a replica counts as full",
      value: 0.6,
      like: "GPUSFORLOAD.targetUtilization",
    },
    { id: "hours", label: "Hours in a month", value: 730, like: "RENTALBILL.hours" },
  ],
  routes: [
    {
      id: "token",
      label: "Per token",
      steps: [
        {
          id: "cost",
          fn: "SERVINGCOST",
          arguments: {
            gpus: "gpus",
            ratePerGpuHour: "rate",
            tokensPerSecond: "tokensPerSecond",
            utilization: "utilization",
          },
        },
      ],
      answer: "cost",
      comparison: {
        title: "Against a price",
        against: "price",
        subject: "Serving costs",
        per: "a million tokens",
        lever: { input: "utilization", low: 0.01, high: 1, words: "of paid time at full load" },
      },
    },
    {
      id: "request",
      label: "Per request",
      steps: [
        {
          id: "bill",
          fn: "TOKENCOST",
          arguments: {
            inputTokens: "inputTokens",
            outputTokens: "outputTokens",
            inputPrice: "inputPrice",
            outputPrice: "outputPrice",
            requests: "requests",
            cachedTokens: "cachedTokens",
            cachedPrice: "cachedPrice",
          },
        },
      ],
      answer: "bill",
    },
    {
      id: "reserved",
      label: "Reserved GPUs",
      steps: [
        {
          id: "needed",
          fn: "GPUSFORLOAD",
          arguments: {
            peakTokensPerSecond: "peak",
            tokensPerSecondPerReplica: "tokensPerSecond",
            gpusPerReplica: "gpusPerReplica",
            targetUtilization: "target",
          },
        },
        { id: "bill", fn: "RENTALBILL", arguments: { gpus: "needed", hours: "hours", rate: "rate" } },
      ],
      answer: "bill",
    },
  ],
};
