/**
 * The objects that a program gets before Excel has answered: they note what is asked and are filled at the next sync.
 */
import { invalidArgument, notFound, OfficeError } from "./errors";
import type { RequestContext } from "./context";
import type { Grid } from "./grid";

/** How one property is read and written; `target` is what the object stands for. */
export interface Property<Target> {
  readonly get?: (grid: Grid, target: Target) => unknown;
  readonly set?: (grid: Grid, target: Target, value: never) => void;
  /** Whether writing it changes what formulas give. */
  calculates?: boolean;
}

export type Properties<Target> = Readonly<Record<string, Property<Target>>>;

type Names = string | readonly string[] | Readonly<Record<string, unknown>> | undefined;

export abstract class ClientObject<Target> {
  readonly #resolver: () => Target | null;
  readonly #values = new Map<string, unknown>();
  readonly #parts = new Map<string, unknown>();
  #target: Target | null = null;
  #resolved = false;

  constructor(
    readonly context: RequestContext,
    resolver: () => Target | null,
  ) {
    this.#resolver = resolver;
    // In its place of the queue, so that it means what it meant when it was asked for.
    context.enqueue(() => void this.resolve());
  }

  protected abstract get properties(): Properties<Target>;

  /** The target, found once; null for what does not exist. For use inside the queue. */
  resolve(): Target | null {
    if (!this.#resolved) {
      this.#target = this.#resolver();
      this.#resolved = true;
    }
    return this.#target;
  }

  /** The target of something that has to exist. */
  required(): Target {
    const target = this.resolve();
    if (target === null) throw notFound();
    return target;
  }

  get isNullObject(): boolean {
    if (!this.#resolved) throw notLoaded("isNullObject");
    return this.#target === null;
  }

  load(names?: Names): this {
    for (const name of listed(names) ?? this.defaultProperties()) this.loadPath(name.split("/"));
    return this;
  }

  /** What `load()` without names reads. */
  protected defaultProperties(): string[] {
    return Object.entries(this.properties)
      .filter(([, property]) => property.get)
      .map(([name]) => name);
  }

  protected loadPath([first = "", ...rest]: readonly string[]): void {
    const child: unknown = this.properties[first] ? undefined : this.child(first);
    if (child instanceof ClientObject) {
      child.load(rest.length > 0 ? rest.join("/") : undefined);
      return;
    }
    const property = this.properties[first];
    if (!property?.get || rest.length > 0)
      throw invalidArgument(`${this.constructor.name} has no property ${first} that can be loaded.`);
    const read = (): void => {
      const target = this.resolve();
      this.#values.set(first, target === null ? undefined : property.get?.(this.context.grid, target));
    };
    this.context.enqueueRead(read, () => this.isCalculated(first));
  }

  /** Whether formulas decide what a property says. For use inside the queue. */
  protected isCalculated(_name: string): boolean {
    return false;
  }

  /** An object reached through a property, such as `format`. */
  protected child(name: string): unknown {
    return name in this ? (this as unknown as Record<string, unknown>)[name] : undefined;
  }

  /** A loaded value; throws when it was not loaded. */
  protected loadedValue(name: string): unknown {
    if (!this.#values.has(name)) {
      if (this.#resolved && this.#target === null) return undefined;
      throw notLoaded(name);
    }
    return this.#values.get(name);
  }

  protected assignValue(name: string, value: unknown): void {
    const property = this.properties[name];
    if (!property?.set) throw new OfficeError("InvalidOperation", `${name} is read-only.`);
    this.#values.set(name, value);
    this.context.enqueueWrite(
      () => property.set?.(this.context.grid, this.required(), value as never),
      property.calculates,
    );
  }

  /** An object that belongs to this one and is the same at every access, so that what is loaded into it stays. */
  protected part<Part>(name: string, make: () => Part): Part {
    if (!this.#parts.has(name)) this.#parts.set(name, make());
    return this.#parts.get(name) as Part;
  }

  /** Sets several properties at once. */
  set(values: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(values)) {
      const child: unknown = this.properties[name] ? undefined : this.child(name);
      if (child instanceof ClientObject) child.set(value as Readonly<Record<string, unknown>>);
      else this.assignValue(name, value);
    }
  }

  toJSON(): Record<string, unknown> {
    return Object.fromEntries(this.#values);
  }

  /** Objects stay usable in a later run as they are; Excel needs this said. */
  track(): this {
    return this;
  }

  untrack(): this {
    return this;
  }
}

/** Gives a class the accessors of its properties. */
export function defineProperties(type: { readonly prototype: object }, names: readonly string[]): void {
  for (const name of names)
    Object.defineProperty(type.prototype, name, {
      configurable: true,
      get(this: { loadedValue(name: string): unknown }) {
        return this.loadedValue(name);
      },
      set(this: { assignValue(name: string, value: unknown): void }, value: unknown) {
        this.assignValue(name, value);
      },
    });
}

/** What a list needs of its items. */
interface Loadable {
  load(names?: readonly string[]): unknown;
  toJSON(): Record<string, unknown>;
}

/** A list whose items are there after load and sync. */
export abstract class ClientCollection<Item extends Loadable> extends ClientObject<true> {
  #items: Item[] | undefined;

  constructor(context: RequestContext) {
    super(context, () => true);
  }

  protected get properties(): Properties<true> {
    return {};
  }

  /** The items as they are at their place of the queue. */
  protected abstract current(): Item[];

  get items(): Item[] {
    if (!this.#items) throw notLoaded("items");
    return this.#items;
  }

  override load(names?: Names): this {
    const inner = (listed(names) ?? [])
      .map((name) => name.replace(/^items(\/|$)/, ""))
      .filter((name) => name !== "" && !name.startsWith("$"));
    const read = (): void => {
      const items = this.current();
      this.#items = items;
      for (const item of items) item.load(inner.length > 0 ? inner : undefined);
    };
    this.context.enqueueRead(read, () => this.isCalculated("items"));
    return this;
  }

  getCount(): ClientResult<number> {
    return this.context.result(() => this.current().length);
  }

  override toJSON(): Record<string, unknown> {
    return { items: (this.#items ?? []).map((item) => item.toJSON()) };
  }
}

/** A single value that Excel answers with. */
export class ClientResult<Result> {
  #value: { readonly value: Result } | undefined;

  get value(): Result {
    if (!this.#value)
      throw new OfficeError(
        "ValueNotLoaded",
        "The value of the result object has not been loaded yet. Before reading the value property, call context.sync().",
      );
    return this.#value.value;
  }

  settle(value: Result): void {
    this.#value = { value };
  }
}

function notLoaded(name: string): OfficeError {
  return new OfficeError(
    "PropertyNotLoaded",
    `The property '${name}' is not available. Load it and call context.sync() before reading it.`,
    name,
  );
}

/** The names in any of the forms that load takes; undefined for all. */
function listed(names: Names): string[] | undefined {
  if (names === undefined) return undefined;
  if (typeof names === "string")
    return names
      .split(",")
      .map((name) => name.trim())
      .filter(Boolean);
  if (Array.isArray(names)) return (names as readonly string[]).flatMap((name) => listed(name) ?? []);
  return paths(names as Readonly<Record<string, unknown>>);
}

/** { select: "a,b" } or { format: { font: { color: true } } }. */
function paths(tree: Readonly<Record<string, unknown>>): string[] {
  const { select, expand } = tree;
  if (typeof select === "string" || Array.isArray(select))
    return [...(listed(select as Names) ?? []), ...(listed(expand as Names) ?? [])];
  return Object.entries(tree).flatMap(([name, value]) => {
    if (value === true) return [name];
    if (typeof value !== "object" || value === null) return [];
    return paths(value as Readonly<Record<string, unknown>>).map((rest) => `${name}/${rest}`);
  });
}
