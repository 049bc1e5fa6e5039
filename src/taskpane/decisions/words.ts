import type { Html } from "../../concepts/lesson";
import { formatAs } from "../lesson/format";
import type { Sight } from "../lesson/values";

/** A label within a sentence: names and abbreviations keep their capitals. */
export const lowered = (label: string): string =>
  /^[A-Z][a-z]/.test(label) && !/^[A-Z][a-z]*[A-Z]/.test(label)
    ? `${label.charAt(0).toLowerCase()}${label.slice(1)}`
    : label;

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };

/** A text of a lesson in plain words, with its values filled in. */
export function plain(html: Html, sight: Sight, words: Readonly<Record<string, string>> = {}): string {
  return html
    .replace(/<data data-id="([^"]*)"(?: data-format="([^"]*)")?><\/data>/g, (_, id: string, format?: string) => {
      const known = sight.get(id);
      if (words[id] !== undefined || !known) return words[id] ?? "";
      return "value" in known.outcome ? formatAs(known.outcome.value, format ?? known.format) : known.outcome.error;
    })
    .replace(/<[^>]*>/g, "")
    .replace(/&(\w+|#\d+);/g, (whole, name: string) => entities[name] ?? whole)
    .trim();
}
