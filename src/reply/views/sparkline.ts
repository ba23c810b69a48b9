/** Bars from low to high; the full block is left out, it is drawn badly in chats. */
const bars = ["▁", "▂", "▃", "▄", "▅", "▆", "▇"] as const;

const POINTS_MIN = 3;
const POINTS_MAX = 12;

/** A row of bars for values that are written beside it anyway. Empty for fewer than three: two are written already. */
export function sparkline(values: readonly number[]): string {
  const shown = values.filter((value) => Number.isFinite(value)).slice(-POINTS_MAX);
  if (shown.length < POINTS_MIN) return "";
  const low = Math.min(...shown);
  const high = Math.max(...shown);
  if (high === low) return bars[3].repeat(shown.length);
  return shown.map((value) => bars[Math.round(((value - low) / (high - low)) * (bars.length - 1))] ?? bars[0]).join("");
}
