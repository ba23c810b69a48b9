import { Worker } from "node:worker_threads";
import type { ChartSpec } from "#src/reply/chart-spec.ts";
import { type DrawRequest, drawAnswerSchema } from "./png-protocol.ts";
import type { ThemeName } from "./theme.ts";

/** Draws charts as PNG without holding up the thread that answers people. */
export interface PngDrawer {
  /** Rejects when this chart cannot be drawn; others are not affected. */
  drawPng(spec: ChartSpec, theme: ThemeName): Promise<Buffer>;
  /** Ends the drawing thread. Charts still waiting are rejected, and so is every later one. */
  close(): Promise<void>;
}

interface Job {
  request: DrawRequest;
  resolve(png: Buffer): void;
  reject(error: Error): void;
}

const workerFile = new URL("./png-worker.ts", import.meta.url);

/**
 * One drawing thread, started with the first chart, given one chart at a time, started anew when it dies. While it has
 * nothing to do it does not keep the process alive. `file` is the script of the thread.
 */
export function createPngDrawer(file: URL = workerFile): PngDrawer {
  const waiting: Job[] = [];
  let current: Job | null = null;
  let worker: Worker | null = null;
  let closed = false;

  function startWorker(): Worker {
    const started = new Worker(file);
    started.on("message", (message: unknown) => settle(readAnswer(message)));
    started.on("error", (error: unknown) => lose(started, asError(error)));
    started.on("exit", (code) => lose(started, new Error(`the drawing thread ended with code ${code}`)));
    return started;
  }

  /** The thread died: its chart is lost, the next one gets a new thread. */
  function lose(lost: Worker, error: Error): void {
    if (worker !== lost) return;
    worker = null;
    settle(error);
  }

  function settle(outcome: Buffer | Error): void {
    const job = current;
    current = null;
    worker?.unref();
    if (outcome instanceof Error) job?.reject(outcome);
    else job?.resolve(outcome);
    next();
  }

  function next(): void {
    if (current !== null || closed) return;
    const job = waiting.shift();
    if (job === undefined) return;
    current = job;
    try {
      worker ??= startWorker();
      worker.ref();
      worker.postMessage(job.request);
    } catch (error) {
      settle(asError(error));
    }
  }

  return {
    drawPng(spec, theme) {
      if (closed) return Promise.reject(closedError());
      return new Promise((resolve, reject) => {
        waiting.push({ request: { spec, theme }, resolve, reject });
        next();
      });
    },
    async close() {
      closed = true;
      const open = worker;
      worker = null;
      for (const job of [...(current === null ? [] : [current]), ...waiting.splice(0)]) job.reject(closedError());
      current = null;
      await open?.terminate();
    },
  };
}

function readAnswer(message: unknown): Buffer | Error {
  const answer = drawAnswerSchema.safeParse(message);
  if (!answer.success) return new Error("the drawing thread gave an answer that cannot be read");
  if (answer.data.kind === "failed") return new Error(`the chart could not be drawn: ${answer.data.message}`);
  const { png } = answer.data;
  return Buffer.from(png.buffer, png.byteOffset, png.byteLength);
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

function closedError(): Error {
  return new Error("the chart drawer is closed");
}
