import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Store } from "#src/storage/port.ts";

/** What an operator can watch. One set per process. */
export interface Metrics {
  /** Prometheus text. */
  text(): Promise<string>;
  contentType: string;
  /** One command was run: which verb, on which platform, with what outcome, in how many seconds. */
  commandRan(
    command: { platform: string; verb: string; outcome: "done" | "refused" | "failed" },
    seconds: number,
  ): void;
  /** One reply left, or could not. */
  replyPosted(platform: string, outcome: "posted" | "retried" | "dropped"): void;
}

export function createMetrics(store: Store): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const commands = new Histogram({
    name: "rethink_command_seconds",
    help: "Time from taking an event to its change being stored.",
    labelNames: ["platform", "verb", "outcome"],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const replies = new Counter({
    name: "rethink_replies_total",
    help: "Replies posted, retried, or given up.",
    labelNames: ["platform", "outcome"],
    registers: [registry],
  });
  waiting(registry, "rethink_inbox_waiting", "Accepted events not worked on yet.", () => store.inbox.backlog());
  waiting(registry, "rethink_outbox_waiting", "Replies decided and not posted yet.", () => store.outbox.backlog());
  return {
    text: () => registry.metrics(),
    contentType: registry.contentType,
    commandRan: (labels, seconds) => commands.observe(labels, seconds),
    replyPosted: (platform, outcome) => replies.inc({ platform, outcome }),
  };
}

function waiting(registry: Registry, name: string, help: string, read: () => Promise<number>): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      this.set(await read());
    },
  });
}
