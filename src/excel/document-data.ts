import { run, supports } from "./run";
import { WorkbookError } from "../taskpane/workbook";

export const canKeepData = (): boolean => supports("1.5");

/** The XML that the document keeps for us under a namespace. */
export function documentData(namespace: string): Promise<string | undefined> {
  if (!canKeepData()) return Promise.resolve(undefined);
  return run(async (context) => {
    const part = context.workbook.customXmlParts.getByNamespace(namespace).getOnlyItemOrNullObject().load("id");
    await context.sync();
    if (part.isNullObject) return undefined;
    const xml = part.getXml();
    await context.sync();
    // The result of a method needs no load.
    // eslint-disable-next-line office-addins/load-object-before-read
    return xml.value;
  });
}

export function setDocumentData(namespace: string, xml: string | undefined): Promise<void> {
  return run(async (context) => {
    if (!canKeepData())
      throw new WorkbookError("unsupported", "This version of Excel cannot keep data in the document.");
    const { customXmlParts } = context.workbook;
    const part = customXmlParts.getByNamespace(namespace).getOnlyItemOrNullObject().load("id");
    await context.sync();
    if (part.isNullObject) {
      if (xml !== undefined) customXmlParts.add(xml);
    } else if (xml === undefined) part.delete();
    else part.setXml(xml);
    await context.sync();
  });
}

export function setting(key: string): unknown {
  return (Office.context.document.settings.get(key) as unknown) ?? undefined;
}

/** undefined removes the setting. */
export function setSetting(key: string, value: unknown): Promise<void> {
  const { settings } = Office.context.document;
  if (value === undefined) settings.remove(key);
  else settings.set(key, value);
  return new Promise((resolve, reject) => {
    settings.saveAsync((result) => {
      if (result.status === Office.AsyncResultStatus.Succeeded) resolve();
      else
        reject(
          new WorkbookError("unknown", "The setting could not be saved with the document.", { cause: result.error }),
        );
    });
  });
}
