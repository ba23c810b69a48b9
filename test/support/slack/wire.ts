import type { webApi } from "@slack/bolt";
import { messageFaults, viewFaults } from "./block-kit-validator.ts";

/** One call Rethink made to Slack. */
export interface SentCall {
  /** "chat.postMessage", or "response_url". */
  method: string;
  args: Readonly<Record<string, unknown>>;
}

/**
 * What leaves for Slack, looked at on its way: every message, view and answer is checked against Slack's schema and
 * limits, whatever the test is about. `assertValid` is called when a test's Slack is stopped.
 */
export function createWire() {
  const calls: SentCall[] = [];
  const faults: string[] = [];
  const wiredFetch: webApi.FetchFunction = async (url, init) => {
    const call = readCall(String(url), init?.body);
    calls.push(call);
    faults.push(...faultsOf(call).map((fault) => `${call.method}: ${fault}`));
    return fetch(url, init);
  };
  return {
    fetch: wiredFetch,
    calls: calls as readonly SentCall[],
    of: (method: string): readonly SentCall[] => calls.filter((call) => call.method === method),
    assertValid(): void {
      if (faults.length > 0) throw new Error(`Slack would refuse what was sent:\n${faults.join("\n")}`);
    },
  };
}
export type Wire = ReturnType<typeof createWire>;

function readCall(url: string, body: unknown): SentCall {
  const method = /\/api\/([\w.]+)/.exec(url)?.[1] ?? "response_url";
  if (typeof body !== "string") return { method, args: {} };
  if (body.startsWith("{")) return { method, args: JSON.parse(body) };
  const args: Record<string, unknown> = {};
  for (const [key, value] of new URLSearchParams(body)) args[key] = /^[[{]/.test(value) ? JSON.parse(value) : value;
  return { method, args };
}

function faultsOf({ args }: SentCall): string[] {
  const { blocks, view, text } = args;
  return [
    ...(Array.isArray(blocks) ? messageFaults(blocks) : []),
    ...(view === undefined ? [] : viewFaults(view)),
    ...(typeof text === "string" && /[<>]/.test(text) ? [`active text in the fallback: ${text.slice(0, 80)}`] : []),
    ...(typeof text === "string" && text.length > 40_000 ? ["text over 40,000 characters"] : []),
  ];
}
