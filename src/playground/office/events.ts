import type { RequestContext } from "./context";
import type { GridEvent } from "./grid";

type Handler = (arguments_: unknown) => unknown;

/** What add returns; removing takes effect at the next sync. */
export class EventHandlerResult {
  #stop: (() => void) | undefined;

  constructor(readonly context: RequestContext) {}

  started(stop: () => void): void {
    this.#stop = stop;
  }

  remove(): void {
    this.context.enqueue(() => {
      this.#stop?.();
      this.#stop = undefined;
    });
  }
}

/** An event that handlers can be added to, such as onChanged. */
export class EventHandlers {
  readonly #results = new Map<Handler, EventHandlerResult>();

  constructor(
    readonly context: RequestContext,
    /** What a handler receives, or undefined for events that are not meant for it. */
    private readonly argumentsFor: (event: GridEvent) => unknown,
  ) {}

  add(handler: Handler): EventHandlerResult {
    const result = new EventHandlerResult(this.context);
    this.#results.set(handler, result);
    this.context.enqueue(() => {
      result.started(
        this.context.grid.on((event) => {
          const arguments_ = this.argumentsFor(event);
          // As in Excel, the handler runs after what caused the event is over.
          if (arguments_ !== undefined) setTimeout(() => void handler(arguments_), 0);
        }),
      );
    });
    return result;
  }

  remove(handler: Handler): void {
    this.#results.get(handler)?.remove();
    this.#results.delete(handler);
  }
}
