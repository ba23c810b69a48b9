import { createServer, type ServerResponse } from "node:http";
import type { Logger } from "#src/log.ts";
import type { Store } from "#src/storage/port.ts";
import type { Metrics } from "./metrics.ts";

export interface OpsOptions {
  store: Store;
  metrics: Metrics;
  log: Logger;
  port: number;
}

export interface OpsServer {
  port: number;
  close(): Promise<void>;
}

/** /healthz: the process answers. /readyz: its database does too. /metrics: Prometheus text. Nothing people wrote. */
export async function startOps({ store, metrics, log, port }: OpsOptions): Promise<OpsServer> {
  const server = createServer((request, response) => {
    void answer(request.url ?? "/", response, store, metrics).catch((error: unknown) => {
      log.warn({ err: error }, "a health request failed");
      send(response, 503, "text/plain", "unavailable\n");
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(url: string, response: ServerResponse, store: Store, metrics: Metrics): Promise<void> {
  switch (new URL(url, "http://ops").pathname) {
    case "/healthz":
      return send(response, 200, "text/plain", "ok\n");
    case "/readyz":
      await store.check();
      return send(response, 200, "text/plain", "ready\n");
    case "/metrics":
      return send(response, 200, metrics.contentType, await metrics.text());
    default:
      return send(response, 404, "text/plain", "not found\n");
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { "content-type": type }).end(body);
}
