import { parentPort } from "node:worker_threads";
import type { DrawAnswer, DrawRequest } from "./png-protocol.ts";
import { rasterize } from "./rasterize.ts";
import { drawSvg } from "./svg.ts";

/** The drawing thread: one chart a message, in order. A chart that cannot be drawn is an answer, not the end of it. */
parentPort?.on("message", (request: DrawRequest) => {
  parentPort?.postMessage(answer(request));
});

function answer({ spec, theme }: DrawRequest): DrawAnswer {
  try {
    return { kind: "png", png: rasterize(drawSvg(spec, theme)) };
  } catch (error) {
    return { kind: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}
