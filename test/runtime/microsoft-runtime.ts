/**
 * Excel's side of a custom function without Excel: Microsoft's own runtime, started in a page without a browser, with our script
 * loaded after it and calls sent over the bridge that it looks for when it starts. Undocumented, so the version is pinned.
 */
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { built } from "./dist";

/** What Excel would show: a value, or an error by its code in the protocol, with words where they are sent. */
export type Outcome = { readonly value: unknown } | { readonly code: number; readonly words: string };

/** The codes of the protocol, by what a cell shows. */
export const codes = { notAvailable: 1, plainError: 2, divisionByZero: 5, invalidNumber: 6, invalidValue: 7 } as const;

export type Call = readonly [name: string, args: readonly unknown[]];

interface Bridge {
  onMessageFromHost: ((text: string) => void) | null;
  sendMessageToHost(text: string): void;
}

interface Request {
  readonly id: number;
  readonly type: number;
  readonly message: { readonly body: string | { readonly Actions: readonly Action[] } };
}

interface Action {
  readonly Id: number;
  readonly Name: string;
  readonly ArgumentInfo: { readonly Arguments: readonly [Result[]] };
}

type Result = [id: number, ok: boolean, value: unknown, code?: unknown];

const request = 1;
const response = 2;
const events = 3;
const customFunctionCall = [1, 1000, ""] as const;

/** Sends the calls in one message, as a recalculation does, and waits for all outcomes. In the order of the calls. */
export async function callInRuntime(calls: readonly Call[]): Promise<Outcome[]> {
  // The runtime looks for the script element it was loaded by.
  const tag = '<script src="http://localhost/custom-functions-runtime.js"></script>';
  const { window } = new JSDOM(`<head>${tag}</head>`, { url: "http://localhost/", runScripts: "outside-only" });
  const results: Result[] = [];
  const bridge: Bridge = {
    onMessageFromHost: null,
    sendMessageToHost(text) {
      const { id, type, message } = JSON.parse(text) as Request;
      if (type !== request) return;
      const body =
        typeof message.body === "string" ? (JSON.parse(message.body) as { Actions: Action[] }) : message.body;
      for (const action of body.Actions)
        if (action.Name.startsWith("SetInvocation")) results.push(...action.ArgumentInfo.Arguments[0]);
      const Results = body.Actions.map(({ Id }) => ({ ActionId: Id, Value: null }));
      const reply = {
        id,
        type: response,
        flags: 0,
        message: { statusCode: 200, headers: {}, body: JSON.stringify({ Results }) },
      };
      setTimeout(() => bridge.onMessageFromHost?.(JSON.stringify(reply)));
    },
  };
  Object.assign(window, { _richApiNativeBridge: bridge });
  try {
    window.eval(readFileSync(require.resolve("@microsoft/office-js/dist/custom-functions-runtime.js"), "utf8"));
    window.eval(built("functions.js"));
    const entries = calls.map(([name, args], id) => [
      ...customFunctionCall,
      JSON.stringify([id, name, args, "Sheet1!A1", 0]),
      0,
    ]);
    bridge.onMessageFromHost?.(JSON.stringify({ type: events, message: { entries } }));
    while (results.length < calls.length) await new Promise((resolve) => setTimeout(resolve, 10));
  } finally {
    // Otherwise the runtime's timers outlive the test.
    window.close();
  }
  return results
    .sort(([one], [other]) => one - other)
    .map(([, ok, value, code]) => (ok ? { value } : { words: String(value), code: code as number }));
}
