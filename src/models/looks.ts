import type { CellStyle } from "./content";

export interface Look {
  /** As listed under Cell Styles in Excel. */
  readonly name: string;
  readonly color?: string;
  readonly fill?: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly size?: number;
  readonly line?: "EdgeTop" | "EdgeBottom";
}

/** The color of lines above totals and below headings. */
export const lineColor = "#7f8990";

/** The colors of financial models: inputs blue, calculations black, links to other sheets green. Readable on white at 4.5 : 1. */
export const looks: Readonly<Record<CellStyle, Look>> = {
  title: { name: "Compute Title", color: "#0b6478", bold: true, size: 14 },
  heading: { name: "Compute Heading", color: "#1a1f23", fill: "#e3f1f4", bold: true, line: "EdgeBottom" },
  label: { name: "Compute Label", color: "#1a1f23" },
  unit: { name: "Compute Unit", color: "#566069" },
  input: { name: "Compute Input", color: "#1446c8", fill: "#fffbe6" },
  calculation: { name: "Compute Calculation", color: "#000000" },
  link: { name: "Compute Link", color: "#1b6b39" },
  total: { name: "Compute Total", color: "#000000", bold: true, line: "EdgeTop" },
  check: { name: "Compute Check", color: "#000000", fill: "#f5f7f8", italic: true },
  note: { name: "Compute Note", color: "#566069", italic: true },
};
