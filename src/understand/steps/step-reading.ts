import type { CpuHint } from "#src/understand/read/cpu.ts";
import type { Anchor } from "./anchors.ts";
import type { MemorySize } from "./memory.ts";

/** How long one call takes, and which lexemes say so. */
export interface Timing {
  ms: number;
  low: number | null;
  high: number | null;
  from: number;
  to: number;
  inferred: boolean;
  /** Another duration was as good: the figure is shown as an assumption between the two. */
  doubtful: boolean;
}

/** One step as read; what is null was not said. */
export interface StepReading {
  name: string;
  timing: Timing | null;
  memory: MemorySize | null;
  perUnit: { value: number; evidence: string } | null;
  cpu: CpuHint | null;
}

/** The timing an anchor gives. A maximum is no mean, so it is only inferred. */
export function timingOf(anchor: Anchor): Timing {
  return {
    ms: anchor.ms,
    low: anchor.low,
    high: anchor.high,
    from: anchor.at,
    to: anchor.at,
    inferred: anchor.maximum,
    doubtful: false,
  };
}
