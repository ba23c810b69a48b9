import { performance } from "node:perf_hooks";

/** Median time of one call, milliseconds. The work runs a few times first, so that what is measured is the warm path. */
export function medianMs(work: () => void, rounds: number, warmUp = 5): number {
  for (let round = 0; round < warmUp; round++) work();
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? 0;
}

/** One line of the bench's report, printed as it is found. */
export function report(what: string, figure: string): void {
  process.stdout.write(`${what.padEnd(64)} ${figure}\n`);
}

/**
 * A fixed piece of plain arithmetic: the yardstick of this machine in this run. A thousand powers and logarithms, the
 * operations the model spends its time in.
 */
export function yardstick(): number {
  let sum = 0;
  for (let step = 1; step <= 1000; step++) sum += Math.log(step) * step ** 0.37;
  return sum;
}
