import contents from "./contents.data";
import { showText } from "./format";
import { type LessonHeader, lessonHeaders } from "./lessons";
import { isError, ourNames } from "./selection";
import { type Place, type Workbook, WorkbookError } from "./workbook";

/** A cell of the workbook that one of our functions fills. */
export interface OwnCell {
  readonly place: Place;
  readonly at: string;
  readonly name: string;
  readonly value: string;
  readonly what: string | undefined;
}

/** What the first screen says about the content. In a file of its own, so that the screen is there before it. */
export interface HomeFacts {
  readonly functions: number;
  readonly calculators: number;
  readonly models: number;
  readonly lessons: readonly LessonHeader[];
  /** A few cells of ours, those that show an error first: they are where help is wanted. */
  ownCells(workbook: Workbook, atMost?: number): Promise<readonly OwnCell[]>;
}

export async function homeFacts(): Promise<HomeFacts> {
  return {
    functions: contents.functions.length,
    calculators: contents.calculators.length,
    models: contents.models.length,
    lessons: await lessonHeaders(),
    ownCells,
  };
}

/** Cells of the workbook that our functions fill. Nothing where the workbook cannot be read just now. */
export async function ownCells(
  workbook: Workbook,
  atMost = 3,
  which: "all" | "numbers" = "all",
): Promise<readonly OwnCell[]> {
  try {
    const all = await workbook.ownFormulas("workbook");
    const found = which === "all" ? all : all.filter(({ value }) => typeof value === "number");
    const failing = found.filter(({ value }) => isError(value));
    const rest = found.filter(({ value }) => !isError(value));
    return [...failing, ...rest].slice(0, atMost).map((cell) => {
      const [name = ""] = ourNames({ ...cell, text: "" });
      const fn = contents.functions.find((one) => one.name === name);
      const value = isError(cell.value) ? cell.value.error : showText(cell.value, fn?.unit ?? "");
      return {
        place: { sheet: cell.sheet, address: cell.address },
        at: `${cell.sheet}!${cell.address}`,
        name: fn ? fn.title.toLowerCase().replace(/\bgpu/g, "GPU") : name,
        value: fn?.isTable && !isError(cell.value) ? "table" : value,
        what: isError(cell.value) ? "Shows an error: select it to see why" : undefined,
      };
    });
  } catch (error) {
    if (error instanceof WorkbookError) return [];
    throw error;
  }
}
