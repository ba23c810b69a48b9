import { expect, test } from "vitest";
import { sumFocus } from "#src/cli/actuals/sum-focus.ts";

const ROWS = 3_000_000;
const PIECE_ROWS = 2_000;
const HEAP_GROWTH_MAX_MB = 60;

/** Costs in millionths of a dollar, so that whole numbers can check the sum. */
function microUsd(row: number): number {
  return (row * 7_919) % 1_000_003;
}

async function* file(): AsyncGenerator<string> {
  yield "BilledCost,EffectiveCost,BillingCurrency,BillingPeriodStart,ChargeCategory,ServiceName,Tags\n";
  for (let from = 0; from < ROWS; from += PIECE_ROWS) {
    let piece = "";
    for (let row = from; row < from + PIECE_ROWS; row += 1) {
      const cost = (microUsd(row) / 1e6).toFixed(6);
      piece += `0,${cost},USD,2026-${row % 2 === 0 ? "09" : "10"}-01T00:00:00Z,Usage,"Amazon ""S3"", part",{}\n`;
    }
    yield piece;
  }
}

test(`${ROWS} rows: exact to the cent, and memory stays flat`, async () => {
  const sums = [0n, 0n];
  for (let row = 0; row < ROWS; row += 1) sums[row % 2] = (sums[row % 2] ?? 0n) + BigInt(microUsd(row));
  global.gc?.();
  const before = process.memoryUsage().heapUsed;
  let most = 0;
  const result = await sumFocus(file(), {
    mapping: { review: "7K2Q", services: new Set() },
    cost: "effective",
    withTax: false,
    onProgress: () => {
      most = Math.max(most, process.memoryUsage().heapUsed);
    },
  });
  const cents = (micro: bigint): string => {
    const whole = (micro + 5_000n) / 10_000n;
    return `${whole / 100n}.${String(whole % 100n).padStart(2, "0")}`;
  };
  expect(result.totals.map(({ month, totalUsd }) => [month, totalUsd])).toEqual([
    ["2026-09", cents(sums[0] ?? 0n)],
    ["2026-10", cents(sums[1] ?? 0n)],
  ]);
  expect(most).toBeGreaterThan(0);
  expect((most - before) / 2 ** 20).toBeLessThan(HEAP_GROWTH_MAX_MB);
});
