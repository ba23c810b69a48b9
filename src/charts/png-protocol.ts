import { z } from "zod";
import type { ChartSpec } from "#src/reply/chart-spec.ts";
import type { ThemeName } from "./theme.ts";

/** What the drawing thread is asked. */
export interface DrawRequest {
  spec: ChartSpec;
  theme: ThemeName;
}

/** What it answers: exactly one answer a request, in order. */
export const drawAnswerSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("png"), png: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
  z.object({ kind: z.literal("failed"), message: z.string() }),
]);

export type DrawAnswer = z.infer<typeof drawAnswerSchema>;
