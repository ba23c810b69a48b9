import { z } from "zod";

/**
 * One edit of a workload. `set` a path to a value; `scale` multiplies a number.
 * `steps.N` one past the end adds a step, `steps.N` to null removes it, `steps` replaces all.
 */
export const changeSchema = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("scale"), path: z.string().max(200), value: z.number().nonnegative() }),
  z.strictObject({ op: z.literal("set"), path: z.string().max(200), value: z.json() }),
]);
export type Change = z.infer<typeof changeSchema>;
