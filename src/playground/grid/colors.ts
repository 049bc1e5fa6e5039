import { ColorKit, type ThemeService } from "@univerjs/core";
import { CanvasColorService } from "@univerjs/preset-sheets-core";

/** Colors of the sheet in the dark theme, by those in the light one; sheets hold light colors only. */
const dark: Readonly<Record<string, string>> = {
  "#ffffff": "#1d2023",
  "#f5f7f8": "#26292d",
  "#f8f9fa": "#26292d",
  "#f9fafb": "#26292d",
  "#dce1e4": "#383e43",
  "#d6d8db": "#383e43",
  "#d9d9d9": "#383e43",
  "#000000": "#f1f3f4",
  "#1a1f23": "#f1f3f4",
  "#566069": "#aab3ba",
  "#7f8990": "#7c868e",
  "#1446c8": "#90b4ff",
  "#0b6478": "#63c4d9",
  "#e3f1f4": "#17363e",
  "#1b6b39": "#82d19c",
  "#e7f4eb": "#183123",
  "#a3262c": "#ff9e9a",
  "#fcebea": "#3d2022",
  "#7a5000": "#eac060",
  "#fcf2da": "#37290c",
  "#fffbe6": "#2b2717",
};

type RenderColor = (this: { readonly _themeService: ThemeService }, color: string) => string;

const known = new Map<string, string | undefined>();

/** Our palette in the dark theme. The engine mirrors colors, which makes white black; so it still does with all others. */
export function useOurDarkColors(): void {
  const service = CanvasColorService.prototype as unknown as { getRenderColor: RenderColor };
  const mirrored = service.getRenderColor;
  service.getRenderColor = function (color) {
    const ours = this._themeService.darkMode ? darkColor(color) : undefined;
    return ours ?? mirrored.call(this, color);
  };
}

function darkColor(color: string): string | undefined {
  if (!known.has(color)) {
    const kit = new ColorKit(color);
    const opaque = kit.isValid && kit.getAlpha() === 1;
    known.set(color, opaque ? dark[kit.toHexString().toLowerCase()] : undefined);
  }
  return known.get(color);
}
