/**
 * Microsoft's own client library for Excel, talking to the emulation in place of Excel. Its objects, its queue and its
 * checks are the real ones; only what Excel would do comes from the emulation. For tests alone: the library's licence
 * allows its use in development.
 */
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { RequestContext } from "../../src/playground/office/context";
import { OfficeError } from "../../src/playground/office/errors";
import type { Grid } from "../../src/playground/office/grid";
import { ClientCollection, type ClientObject, ClientResult } from "../../src/playground/office/proxy";
import { Range } from "../../src/playground/office/range";

interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly (number | undefined)[];
}

interface ObjectPath {
  readonly ObjectPathType: number;
  readonly Name?: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name?: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: { readonly Select?: readonly string[] };
}

interface Batch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

const actions = { instantiate: 1, query: 2, call: 3, set: 4 } as const;
const paths = { global: 1, constructor: 2, method: 3, property: 4, indexer: 5, reference: 6 } as const;

/** Properties that the client sends under another name. */
const wireNames: Readonly<Record<string, string>> = { Gridlines: "showGridlines" };

type Loose = Record<string, (...args: unknown[]) => unknown> & Record<string, unknown>;

/** Loads the library once; its globals live in a window of their own. */
export function microsoftExcel(grid: Grid): {
  run: (work: (context: never) => Promise<unknown>) => Promise<unknown>;
  close(): void;
} {
  const { window } = new JSDOM("", { url: "http://localhost/", runScripts: "outside-only" });
  window.eval(readFileSync(require.resolve("@microsoft/office-js/dist/excel-web-16.00.js"), "utf8"));
  const { Excel } = window as unknown as {
    Excel: { RequestContext: new () => { _requestExecutor: unknown; sync(): Promise<void> } };
  };
  const server = new BatchServer(grid);
  return {
    async run(work) {
      const context = new Excel.RequestContext();
      context._requestExecutor = {
        async executeAsync(_data: unknown, _flags: unknown, { Body }: { Body: Batch | string }) {
          const body = typeof Body === "string" ? (JSON.parse(Body) as Batch) : Body;
          return { ErrorCode: "", ErrorMessage: "", Headers: {}, Body: await server.execute(body) };
        },
      };
      const result = await work(context as never);
      await context.sync();
      return result;
    },
    close: () => window.close(),
  };
}

/** The other side of the library's protocol: runs a batch on the emulation. */
class BatchServer {
  /** Ranges that the client keeps between batches. */
  readonly #kept = new Map<string, { sheet: string; box: never }>();

  constructor(readonly grid: Grid) {}

  async execute(batch: Batch): Promise<unknown> {
    const context = new RequestContext(this.grid);
    const objects = new Map<number, unknown>();
    const answers: (() => { ActionId: number; Value: unknown })[] = [];

    const object = (id: number): Loose => {
      if (!objects.has(id)) objects.set(id, make(batch.ObjectPaths[id] as ObjectPath));
      return objects.get(id) as Loose;
    };
    const values = ({ Arguments = [], ReferencedObjectPathIds = [] }: ArgumentInfo = {}): unknown[] =>
      Arguments.map((value, i) => (ReferencedObjectPathIds[i] ? object(ReferencedObjectPathIds[i]) : value));
    const make = ({ ObjectPathType, Name = "", ParentObjectPathId = 0, ArgumentInfo }: ObjectPath): unknown => {
      if (ObjectPathType === paths.global) return context.workbook;
      if (ObjectPathType === paths.reference) return new Range(context, () => (this.#kept.get(Name) as never) ?? null);
      const parent = object(ParentObjectPathId);
      if (ObjectPathType === paths.indexer) return parent["getItem"]?.(...values(ArgumentInfo));
      if (ObjectPathType === paths.property) return parent[lower(Name)];
      const method = parent[lower(Name)];
      if (typeof method !== "function") throw new OfficeError("ApiNotFound", `${Name} is not emulated`);
      return method.apply(parent, values(ArgumentInfo));
    };

    try {
      for (const action of batch.Actions) answers.push(this.#begin(action, object, values));
      await context.sync();
      return { Results: answers.map((answer) => answer()) };
    } catch (error) {
      const { code, message } = error as OfficeError;
      return { Results: [], Error: { Code: code ?? "GeneralException", Message: message, Location: "" } };
    }
  }

  #begin(
    { Id, ActionType, Name = "", ObjectPathId, ArgumentInfo, QueryInfo }: Action,
    object: (id: number) => Loose,
    values: (info?: ArgumentInfo) => unknown[],
  ): () => { ActionId: number; Value: unknown } {
    const answer = (value: () => unknown) => () => ({ ActionId: Id, Value: value() });
    // Reference counting, which the emulation has no need of.
    if (Name.startsWith("_")) return answer(() => null);
    if (ActionType === actions.instantiate) {
      const made = object(ObjectPathId) as unknown as ClientObject<unknown>;
      return answer(() => (made.isNullObject ? null : this.#withReference(made, {})));
    }
    if (ActionType === actions.query) {
      const queried = object(ObjectPathId) as unknown as ClientObject<unknown>;
      const names = (QueryInfo?.Select ?? []).filter((name) => !name.startsWith("_") && !name.startsWith("$"));
      queried.load(names.length > 0 ? names : undefined);
      return answer(() => this.#queried(queried, names));
    }
    if (ActionType === actions.set) {
      (object(ObjectPathId) as Record<string, unknown>)[wireNames[Name] ?? lower(Name)] = values(ArgumentInfo)[0];
      return answer(() => null);
    }
    if (ActionType === actions.call) {
      const target = object(ObjectPathId);
      const result = target[lower(Name)]?.(...values(ArgumentInfo));
      return answer(() => (result instanceof ClientResult ? result.value : null));
    }
    return answer(() => null);
  }

  #queried(queried: ClientObject<unknown>, names: readonly string[]): unknown {
    if (queried instanceof ClientCollection) {
      const { items } = queried as ClientCollection<ClientObject<unknown>>;
      return { _Items: items.map((item) => this.#withReference(item, upper(item.toJSON()))) };
    }
    if (queried.isNullObject) return null;
    const value = upper(queried.toJSON());
    for (const name of names) addNested(value, queried as unknown as Loose, name.split("/"));
    return this.#withReference(queried, value);
  }

  #withReference(made: ClientObject<unknown>, value: Record<string, unknown>): Record<string, unknown> {
    if (!(made instanceof Range)) return value;
    const name = `range${this.#kept.size}`;
    this.#kept.set(name, made.required() as never);
    return { ...value, _ReferenceId: name };
  }
}

/** Adds what was loaded into a part of an object, such as format/font/bold. */
function addNested(value: Record<string, unknown>, from: Loose, [first = "", ...rest]: readonly string[]): void {
  if (rest.length === 0) {
    value[upperName(first)] = from[first];
    return;
  }
  const part = (value[upperName(first)] ??= {}) as Record<string, unknown>;
  addNested(part, from[first] as unknown as Loose, rest);
}

function upperName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function lower(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function upper(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [upperName(key), value]));
}
