const paths = {
  back: "M10 3 5 8l5 5",
  open: "M6 3l5 5-5 5",
  search: "M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.5 10.5 14 14",
  pass: "M3 8.5 6.5 12 13 4.5",
  fail: "M4 4l8 8M12 4l-8 8",
  care: "M8 2.5 14.5 13.5h-13zM8 6.5v3M8 11.6v.1",
  info: "M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8zM8 7.2v4M8 4.8v.1",
  bookmark: "M4.5 2.5h7v11L8 10.5l-3.5 3z",
  settings: "M2 4.5h7M12 4.5h2M9.5 2.5v4M2 11.5h2M7 11.5h7M6.5 9.5v4",
} as const;

export type IconName = keyof typeof paths;

/** A line icon that stands beside words; never the only carrier of a meaning. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class={`icon ${name}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}

/** The product's mark: a chip, drawn as a C whose two pins are an equals sign. */
export function Mark() {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <path d="M13 1H4a3 3 0 0 0-3 3v8a3 3 0 0 0 3 3h9v-2H4a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1h9zM6 5h9v2H6zM6 9h9v2H6z" />
    </svg>
  );
}
