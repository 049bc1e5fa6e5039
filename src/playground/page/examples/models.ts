/** The models that the build wrote, as examples to open. */
import type { Example } from "./example";

const folder = "../templates/";

/** A model by name; its sheets are loaded when it is chosen. */
export interface OfferedModel {
  readonly id: string;
  readonly title: string;
}

export async function offeredModels(): Promise<readonly OfferedModel[]> {
  const response = await fetch(`${folder}index.json`);
  if (!response.ok) throw new Error(`${folder}index.json cannot be loaded.`);
  return (await response.json()) as OfferedModel[];
}

export async function openModel({ id }: OfferedModel): Promise<Example> {
  const response = await fetch(`${folder}${id}.json`);
  if (!response.ok) throw new Error(`${folder}${id}.json cannot be loaded.`);
  return (await response.json()) as Example;
}
