import { defaultTheme } from "@univerjs/themes";

/** The engine's colours in ours: petrol for what can be operated, our greys for surfaces and text. */
export const gridTheme: typeof defaultTheme = {
  ...defaultTheme,
  primary: {
    50: "#eef7f9",
    100: "#e3f1f4",
    200: "#bfe0e7",
    300: "#8dd6e6",
    400: "#63c4d9",
    500: "#1387a0",
    600: "#0b6478",
    700: "#084c5c",
    800: "#063c49",
    900: "#042c36",
  },
  gray: {
    50: "#f5f7f8",
    100: "#eceff1",
    200: "#dce1e4",
    300: "#aab3ba",
    400: "#7f8990",
    500: "#566069",
    600: "#383e43",
    700: "#31363a",
    800: "#26292d",
    900: "#1d2023",
  },
};

/** The font of cells, headers and the formula bar. */
export const sheetFont = "Segoe UI, system-ui, sans-serif";

/** The size of that font in cells, in points. */
export const sheetFontSize = 9;
