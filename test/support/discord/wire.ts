import type { RESTOptions } from "discord.js";
import { type CommandStore, createCommandStore } from "./command-store.ts";
import { type Payload, payloadOf } from "./gateway-payloads.ts";
import { requestFaults } from "./request-faults.ts";
import type { Twin } from "./twin.ts";

/** One call as it left, and what came back. */
export interface Call {
  method: string;
  /** Without address and version: `/channels/1/messages`. */
  path: string;
  body: Payload;
  files: readonly { name: string; bytes: Buffer }[];
  status: number;
}

/** What Discord answers instead. */
export interface Refusal {
  status: number;
  code?: number;
  headers?: Readonly<Record<string, string>>;
  body?: Payload;
}

interface Script {
  method: string;
  path: RegExp;
  times: number;
  refusal: Refusal;
}

/**
 * Stands between discord.js and the twin: holds every call to Discord's document, and adds what the twin lacks, which is
 * uploads, nonces, private messages, "thinking…", tokens that end, commands one by one, and refusals on demand.
 */
export function createWire(twin: Twin) {
  const calls: Call[] = [];
  const faults: string[] = [];
  const scripts: Script[] = [];
  const watchers = new Set<(call: Call) => void>();
  const interactions = new Map<
    string,
    { user: string; acknowledged: boolean; isDeferred: boolean; isWaiting: boolean; isOver: boolean }
  >();
  const seenBy = new Map<string, string>();
  const nonces = new Map<string, Response>();
  const commands: CommandStore = createCommandStore(twin.newId);
  let held: Promise<void> | null = null;
  twin.onInteraction((token, user) => {
    // The same interaction delivered again is the same interaction.
    if (!interactions.has(token)) {
      interactions.set(token, { user, acknowledged: false, isDeferred: false, isWaiting: false, isOver: false });
    }
  });

  async function forward({ url, method, authorization, body }: Sent): Promise<Response> {
    const headers = { authorization, "content-type": "application/json" };
    return fetch(url, { method, headers, body: method === "GET" ? null : JSON.stringify(body) });
  }

  /** The answer of a call that posts or edits a message, with its attachments, which are kept too. */
  async function withAttachments(response: Response, body: Payload, files: Call["files"]): Promise<Response> {
    if (!response.ok || response.status === 204) return response;
    const message = payloadOf(await response.json());
    const id = String(message["id"]);
    const attachments = files.map(({ name, bytes }, index) => ({
      id: String(index + 1),
      filename: name,
      size: bytes.length,
      url: `https://cdn.invalid/${name}`,
      proxy_url: `https://cdn.invalid/${name}`,
    }));
    if ("attachments" in body) {
      await twin.prisma.message.update({ where: { id }, data: { attachments: JSON.stringify(attachments) } });
    }
    return json(200, { ...message, attachments });
  }

  async function answer(sent: Sent): Promise<Response> {
    const { method, path, body, files } = sent;
    const command = commands.answer(method, path, body);
    if (command !== null) return command;
    const [, callbackToken] = /^\/interactions\/\d+\/([^/]+)\/callback$/.exec(path) ?? [];
    if (callbackToken !== undefined) return first(callbackToken, sent);
    const [, token, original] = /^\/webhooks\/\d+\/([^/]+?)(\/messages\/@original)?$/.exec(path) ?? [];
    if (token !== undefined) return later(token, original !== undefined, sent);
    const [, starter] = /^\/channels\/\d+\/messages\/(\d+)\/threads$/.exec(path) ?? [];
    if (starter !== undefined) return started(await forward(sent), starter);
    const nonce = body["enforce_nonce"] === true ? `${path}#${String(body["nonce"])}` : null;
    const before = nonce === null ? undefined : nonces.get(nonce);
    if (before !== undefined) return before.clone();
    const response = await withAttachments(await forward(sent), body, files);
    if (nonce !== null) nonces.set(nonce, response.clone());
    return response;
  }

  /** The twin's new thread, under the id it was renamed to. */
  async function started(response: Response, starter: string): Promise<Response> {
    if (!response.ok) return response;
    await twin.delivered();
    return json(201, { ...payloadOf(await response.json()), id: starter });
  }

  /** The first response of an interaction. */
  async function first(token: string, sent: Sent): Promise<Response> {
    const { body } = sent;
    const known = interactions.get(token);
    if (known?.isOver === true) return json(404, { code: 10062, message: "Unknown interaction" });
    const response = await forward(sent);
    if (response.ok && known !== undefined) {
      known.acknowledged = true;
      known.isDeferred = body["type"] === 5;
      known.isWaiting = known.isDeferred;
      const { messageId } =
        (await twin.prisma.interactionResponse.findUnique({ where: { interactionToken: token } })) ?? {};
      if (body["type"] === 4 && typeof messageId === "string") seenBy.set(messageId, known.user);
    }
    return response;
  }

  /** What follows on an interaction's token. Discord knows none before the first response, and none after 15 minutes. */
  async function later(token: string, isOriginal: boolean, sent: Sent): Promise<Response> {
    const { method, body, files } = sent;
    const known = interactions.get(token);
    if (known?.isOver === true) return json(401, { code: 50027, message: "Invalid Webhook Token" });
    if (known?.acknowledged !== true) return json(404, { code: 10015, message: "Unknown Webhook" });
    const record = await twin.prisma.interactionResponse.findUnique({ where: { interactionToken: token } });
    if (isOriginal && method === "DELETE" && known.isDeferred && record?.messageId === null) {
      known.isDeferred = false;
      known.isWaiting = false;
      return new Response(null, { status: 204 });
    }
    if (method === "DELETE") return forward(sent);
    if (isOriginal && !known.isDeferred && record?.messageId === null) {
      return json(404, { code: 10008, message: "Unknown Message" });
    }
    const response = await withAttachments(await forward(sent), body, files);
    const message = payloadOf(await response.clone().json());
    if (response.ok && isOriginal) known.isWaiting = false;
    if (response.ok && (isOriginal ? known.isDeferred : true)) seenBy.set(String(message["id"]), known.user);
    return response;
  }

  const makeRequest: RESTOptions["makeRequest"] = async (url, init) => {
    const method = String(init.method ?? "GET");
    const path = decodeURIComponent(new URL(url).pathname.replace(/^\/api\/v\d+/, ""));
    const authorization = String(payloadOf(init.headers)["Authorization"] ?? "");
    const sent: Sent = { url, method, path, authorization, ...(await readBody(init.body)) };
    if (held !== null) await held;
    const script = scripts.find((one) => one.times > 0 && one.method === method && one.path.test(path));
    if (script !== undefined) script.times -= 1;
    faults.push(...requestFaults(method, path, sent.body));
    const response = script === undefined ? await answer(sent) : refused(script.refusal);
    const call = { method, path, body: sent.body, files: sent.files, status: response.status };
    calls.push(call);
    for (const watch of watchers) watch(call);
    return response;
  };

  return {
    makeRequest,
    calls: calls as readonly Call[],
    /** What Discord's document does not allow, of all calls so far. */
    faults: faults as readonly string[],
    commands,
    /** Every call made until now is forgotten. */
    forget(): void {
      calls.length = 0;
    },
    /** Fifteen minutes have passed, or three seconds without a response. */
    end(token: string): void {
      const known = interactions.get(token);
      if (known !== undefined) known.isOver = true;
    },
    /** The only person who sees the message; null: everyone. */
    seenBy: (message: string): string | null => seenBy.get(message) ?? null,
    /** True while the person sees "thinking…". */
    waits: (token: string): boolean => interactions.get(token)?.isWaiting === true,
    refuse(method: string, path: RegExp, refusal: Refusal, times = 1): void {
      scripts.push({ method, path, refusal, times });
    },
    /** What was to be refused and was not needed is forgotten. */
    allow(): void {
      scripts.length = 0;
    },
    /** Nothing leaves before the promise settles. */
    hold(until: Promise<void>): void {
      held = until.finally(() => {
        held = null;
      });
    },
    /** Resolves with the first call from now on that fits. */
    next(method: string, path: RegExp): Promise<Call> {
      return new Promise((resolve) => {
        const watch = (call: Call): void => {
          if (call.method !== method || !path.test(call.path)) return;
          watchers.delete(watch);
          resolve(call);
        };
        watchers.add(watch);
      });
    },
  };
}
export type Wire = ReturnType<typeof createWire>;

interface Sent extends ReadBody {
  url: string;
  method: string;
  path: string;
  authorization: string;
}

interface ReadBody {
  body: Payload;
  files: { name: string; bytes: Buffer }[];
}

async function readBody(body: unknown): Promise<ReadBody> {
  if (body instanceof FormData) {
    const files: ReadBody["files"] = [];
    for (const [key, value] of body.entries()) {
      if (typeof value !== "string" && key.startsWith("files[")) {
        files.push({ name: value.name, bytes: Buffer.from(await value.arrayBuffer()) });
      }
    }
    const payload = body.get("payload_json");
    return { body: payloadOf(typeof payload === "string" ? JSON.parse(payload) : null), files };
  }
  return { body: typeof body === "string" ? payloadOf(JSON.parse(body)) : {}, files: [] };
}

function refused({ status, code = 0, headers = {}, body = {} }: Refusal): Response {
  return json(status, { code, message: `refused with ${code}`, ...body }, headers);
}

function json(status: number, body: Payload, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });
}
