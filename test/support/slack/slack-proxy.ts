import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { acceptWebSocket, type ServerSocket } from "./fake-websocket.ts";

/** An answer given instead of the emulator's. */
export interface Fault {
  /** "chat.postMessage", "response_url"; the next such call gets the answer. */
  method: string;
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** Only calls whose body matches. */
  when?: RegExp;
  /** How many calls; once unless told. */
  times?: number;
}

/** A private answer, as the person gets it. */
export interface Ephemeral {
  url: string;
  message: { text: string; blocks?: unknown[]; response_type?: string; thread_ts?: string };
}

/**
 * Stands in front of the emulator and adds what it lacks: response URLs, Socket Mode, and Slack's refusals (rate
 * limits, scopes, blocks a workspace does not know). Everything else goes through unchanged.
 */
export async function startSlackProxy(emulatorUrl: string) {
  const faults: (Fault & { left: number })[] = [];
  const answers: Ephemeral[] = [];
  const sockets: ServerSocket[] = [];
  const received: { envelope_id: string; payload: unknown }[] = [];
  const waiting: (() => void)[] = [];
  const changed = (): void => {
    for (const wake of waiting.splice(0)) wake();
  };
  let address = "";

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks);
    const path = request.url ?? "/";
    const method = /^\/api\/([\w.]+)/.exec(path)?.[1] ?? (path.startsWith("/response/") ? "response_url" : path);
    const fault = takeFault(method, body.toString("utf8"));
    if (fault !== null) return answerFault(response, fault);
    if (method === "apps.connections.open") {
      return json(response, 200, { ok: true, url: `${address.replace("http", "ws")}/link` });
    }
    if (method === "response_url") {
      answers.push({ url: path, message: JSON.parse(body.toString("utf8")) });
      changed();
      return json(response, 200, { ok: true });
    }
    const upstream = await fetch(`${emulatorUrl}${path}`, {
      method: request.method ?? "GET",
      headers: forwarded(request),
      redirect: "manual",
      ...(request.method === "GET" ? {} : { body }),
    });
    const type = upstream.headers.get("content-type");
    const location = upstream.headers.get("location");
    response.writeHead(upstream.status, {
      ...(type === null ? {} : { "content-type": type }),
      ...(location === null ? {} : { location }),
    });
    response.end(Buffer.from(await upstream.arrayBuffer()));
    changed();
  }

  function takeFault(method: string, body: string): Fault | null {
    const decoded = body.includes("=")
      ? decodeURIComponent(body.replaceAll("+", " ").replace(/%(?![0-9a-f]{2})/gi, "%25"))
      : body;
    const found = faults.find(
      (fault) => fault.left > 0 && fault.method === method && (fault.when?.test(decoded) ?? true),
    );
    if (found === undefined) return null;
    found.left -= 1;
    return found;
  }

  server.on("upgrade", (request, stream) => {
    const socket = acceptWebSocket(request, stream, (text) => {
      received.push(JSON.parse(text));
      changed();
    });
    sockets.push(socket);
    socket.send({ type: "hello", num_connections: 1, connection_info: { app_id: "A1" } });
    changed();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("the proxy has no port");
  address = `http://127.0.0.1:${bound.port}`;

  return {
    url: address,
    apiUrl: `${address}/api/`,
    answers: answers as readonly Ephemeral[],
    sockets: sockets as readonly ServerSocket[],
    /** Acknowledgements that came over Socket Mode. */
    received: received as readonly { envelope_id: string; payload: unknown }[],
    responseUrl: (name: string): string => `${address}/response/${name}`,
    fault: (fault: Fault): void => void faults.push({ ...fault, left: fault.times ?? 1 }),
    /** Faults nothing ran into: a test that expects one checks that it is used up. */
    faultsLeft: (): readonly Fault[] => faults.filter(({ left }) => left > 0),
    /** Resolves once the condition holds: looked at after every request that came through. */
    async until(what: string, condition: () => boolean): Promise<void> {
      const deadline = AbortSignal.timeout(10_000);
      while (!condition()) {
        if (deadline.aborted) throw new Error(`never happened: ${what}`);
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
          setTimeout(resolve, 20);
        });
      }
    },
    async stop(): Promise<void> {
      for (const socket of sockets) socket.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
export type SlackProxy = Awaited<ReturnType<typeof startSlackProxy>>;

function forwarded({ headers }: IncomingMessage): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === "string" && !["host", "connection", "content-length", "transfer-encoding"].includes(name)) {
      kept[name] = value;
    }
  }
  return kept;
}

function answerFault(response: ServerResponse, { status = 200, headers = {}, body = { ok: false } }: Fault): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
