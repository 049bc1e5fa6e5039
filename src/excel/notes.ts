import type { Place } from "../taskpane/workbook";
import { documentData, setDocumentData } from "./document-data";
import { run, supports } from "./run";

/** Where notes are kept when Excel has none that an add-in can write: before Excel 2501. */
const notesNamespace = "urn:compute-economics:notes";

export const hasNotes = (): boolean => supports("1.18");

export function note(place: Place): Promise<string | undefined> {
  if (!hasNotes()) return keptNotes().then((notes) => notes.get(keyOf(place)));
  return run(async (context) => {
    const found = noteAt(context, place).load("content");
    await context.sync();
    return found.isNullObject ? undefined : String(found.content);
  });
}

export async function setNote(place: Place, text: string | undefined): Promise<void> {
  if (!hasNotes()) return keepNote(place, text);
  await run(async (context) => {
    const found = noteAt(context, place).load("content");
    await context.sync();
    if (!found.isNullObject) {
      if (text === undefined) found.delete();
      else found.content = text;
    } else if (text !== undefined) context.workbook.worksheets.getItem(place.sheet).notes.add(place.address, text);
    await context.sync();
  });
}

function noteAt(context: Excel.RequestContext, { sheet, address }: Place): Excel.Note {
  return context.workbook.worksheets.getItem(sheet).notes.getItemOrNullObject(address);
}

const keyOf = ({ sheet, address }: Place): string => `${sheet}!${address}`;

async function keptNotes(): Promise<Map<string, string>> {
  const xml = await documentData(notesNamespace);
  if (xml === undefined) return new Map();
  const root = new DOMParser().parseFromString(xml, "application/xml").documentElement;
  return new Map([...root.children].map((element) => [element.getAttribute("cell") ?? "", element.textContent ?? ""]));
}

async function keepNote(place: Place, text: string | undefined): Promise<void> {
  const notes = await keptNotes();
  if (text === undefined) notes.delete(keyOf(place));
  else notes.set(keyOf(place), text);
  const root = document.implementation.createDocument(notesNamespace, "notes");
  for (const [cell, content] of notes) {
    const element = root.createElementNS(notesNamespace, "note");
    element.setAttribute("cell", cell);
    element.textContent = content;
    root.documentElement.append(element);
  }
  await setDocumentData(notesNamespace, notes.size > 0 ? new XMLSerializer().serializeToString(root) : undefined);
}
