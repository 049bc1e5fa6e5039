/** What a workbook keeps for an add-in: settings and pieces of XML. */
import type { RequestContext } from "./context";
import { invalidArgument, notFound } from "./errors";
import type { Grid } from "./grid";
import { ClientCollection, ClientObject, type ClientResult, defineProperties, type Properties } from "./proxy";

const settingPrefix = "setting:";
const xmlPrefix = "xml:";

const settingProperties: Properties<string> = {
  key: { get: (_, key) => key },
  value: {
    get: (grid, key) => grid.documentData()[settingPrefix + key],
    set: (grid: Grid, key: string, value: unknown) => grid.setDocumentData(settingPrefix + key, value),
  },
};

/** A value saved with the workbook. */
export class Setting extends ClientObject<string> {
  protected get properties(): Properties<string> {
    return settingProperties;
  }

  delete(): void {
    this.context.enqueueWrite(() => this.context.grid.setDocumentData(settingPrefix + this.required(), undefined));
  }
}
defineProperties(Setting, Object.keys(settingProperties));

export class Settings extends ClientCollection<Setting> {
  protected current(): Setting[] {
    return keys(this.context.grid, settingPrefix).map((key) => new Setting(this.context, () => key));
  }

  add(key: string, value: unknown): Setting {
    return new Setting(this.context, () => {
      this.context.grid.setDocumentData(settingPrefix + key, value);
      return key;
    });
  }

  getItem(key: string): Setting {
    return new Setting(this.context, () => this.#find(key) ?? fail());
  }

  getItemOrNullObject(key: string): Setting {
    return new Setting(this.context, () => this.#find(key));
  }

  #find(key: string): string | null {
    return settingPrefix + key in this.context.grid.documentData() ? key : null;
  }
}

const partProperties: Properties<string> = {
  id: { get: (_, id) => id },
  namespaceUri: { get: (grid, id) => namespaceOf(xmlOf(grid, id)) },
};

/** A piece of XML saved with the workbook. */
export class CustomXmlPart extends ClientObject<string> {
  protected get properties(): Properties<string> {
    return partProperties;
  }

  getXml(): ClientResult<string> {
    return this.context.result(() => xmlOf(this.context.grid, this.required()));
  }

  setXml(xml: string): void {
    this.context.enqueueWrite(() => {
      namespaceOf(xml);
      this.context.grid.setDocumentData(xmlPrefix + this.required(), xml);
    });
  }

  delete(): void {
    this.context.enqueueWrite(() => this.context.grid.setDocumentData(xmlPrefix + this.required(), undefined));
  }
}
defineProperties(CustomXmlPart, Object.keys(partProperties));

export class CustomXmlParts extends ClientCollection<CustomXmlPart> {
  readonly #namespace: string | undefined;

  constructor(context: RequestContext, namespace?: string) {
    super(context);
    this.#namespace = namespace;
  }

  protected current(): CustomXmlPart[] {
    return this.#ids().map((id) => new CustomXmlPart(this.context, () => id));
  }

  add(xml: string): CustomXmlPart {
    return new CustomXmlPart(this.context, () => {
      namespaceOf(xml);
      const id = `{${crypto.randomUUID().toUpperCase()}}`;
      this.context.grid.setDocumentData(xmlPrefix + id, xml);
      return id;
    });
  }

  getByNamespace(namespace: string): CustomXmlParts {
    return new CustomXmlParts(this.context, namespace);
  }

  getItem(id: string): CustomXmlPart {
    return new CustomXmlPart(this.context, () => (this.#ids().includes(id) ? id : fail()));
  }

  getItemOrNullObject(id: string): CustomXmlPart {
    return new CustomXmlPart(this.context, () => (this.#ids().includes(id) ? id : null));
  }

  getOnlyItem(): CustomXmlPart {
    return new CustomXmlPart(this.context, () => this.#only() ?? fail());
  }

  getOnlyItemOrNullObject(): CustomXmlPart {
    return new CustomXmlPart(this.context, () => this.#only());
  }

  #only(): string | null {
    const ids = this.#ids();
    return ids.length === 1 ? (ids[0] ?? null) : null;
  }

  #ids(): string[] {
    const { grid } = this.context;
    const all = keys(grid, xmlPrefix);
    return this.#namespace === undefined ? all : all.filter((id) => namespaceOf(xmlOf(grid, id)) === this.#namespace);
  }
}

function keys(grid: Grid, prefix: string): string[] {
  return Object.keys(grid.documentData())
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));
}

function xmlOf(grid: Grid, id: string): string {
  const xml = grid.documentData()[xmlPrefix + id];
  return typeof xml === "string" ? xml : fail();
}

/** The namespace of the root element; throws when the text has none. */
function namespaceOf(xml: string): string {
  const root = /^\s*(?:<\?[^>]*\?>\s*|<!--[\s\S]*?-->\s*)*<(?:([\w.-]+):)?[\w.-]+([^>]*)>/.exec(xml);
  if (!root) throw invalidArgument("This is not well-formed XML.");
  const name = root[1] ? `xmlns:${root[1]}` : "xmlns";
  const namespace = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(["'])(.*?)\\1`).exec(root[2] ?? "");
  return namespace?.[2] ?? "";
}

function fail(): never {
  throw notFound();
}
