import { useDigits } from "../app";
import { show } from "../format";

interface FigureProps {
  readonly value: unknown;
  readonly unit?: { toString(): string } | string;
  readonly digits?: number;
}

/** A number with its unit in muted type; all its digits on hover. */
export function Figure({ value, unit = "", digits }: FigureProps) {
  const usual = useDigits();
  const shown = show(value, unit, digits ?? usual);
  return (
    <span class="num" title={shown.full}>
      {shown.text}
      {shown.unit && <span class="unit"> {shown.unit}</span>}
    </span>
  );
}

/** The result of a screen: the largest thing on it. */
export function Result({ value, unit = "", live }: FigureProps & { readonly live?: boolean }) {
  const shown = show(value, unit, useDigits());
  return (
    <p class="result" title={shown.full} role={live ? "status" : undefined}>
      {shown.text} {shown.unit && <span class="unit">{shown.unit}</span>}
    </p>
  );
}
