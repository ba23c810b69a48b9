import { NO_FIGURE, type Rounding, significant } from "./digits.ts";
import { count } from "./numbers.ts";

const MB_PER_GB = 1024;
const KB_PER_MB = 1024;

/** "200 ms", "1.5 s", "20 min", "4 h", "3 days". */
export function duration(ms: number, rounding: Rounding = "nearest"): string {
  const { value, short } = split(ms);
  return `${significant(value, 3, rounding)} ${short === "day" ? plural(value, "day") : short}`;
}

/** The same in full words: "20 minutes". */
export function durationWords(ms: number, rounding: Rounding = "nearest"): string {
  const { value, long } = split(ms);
  return `${significant(value, 3, rounding)} ${plural(value, long)}`;
}

function split(ms: number): { value: number; short: string; long: string } {
  const size = Math.abs(ms);
  if (!(size >= 1000)) return { value: ms, short: "ms", long: "millisecond" };
  if (size < 60_000) return { value: ms / 1000, short: "s", long: "second" };
  if (size < 3_600_000) return { value: ms / 60_000, short: "min", long: "minute" };
  if (size < 48 * 3_600_000) return { value: ms / 3_600_000, short: "h", long: "hour" };
  return { value: ms / 86_400_000, short: "day", long: "day" };
}

function plural(value: number, word: string): string {
  return value === 1 ? word : `${word}s`;
}

/** Memory: "512 MB", "1 GB", "1,769 MB". A GB is 1,024 MB, and only round ones are written as GB. */
export function memory(mb: number): string {
  if (!Number.isFinite(mb)) return NO_FIGURE;
  const gb = mb / MB_PER_GB;
  const isRound = Math.abs(gb * 4 - Math.round(gb * 4)) < 1e-9;
  if (gb >= 1 && (isRound || gb >= 100)) return `${significant(gb, 3)} GB`;
  return `${significant(mb, 3)} MB`;
}

/** Size of one thing: "200 KB", "1.5 MB", "40 GB"; under a kilobyte in bytes. */
export function sizeOfKb(kb: number): string {
  if (!Number.isFinite(kb)) return NO_FIGURE;
  if (kb > 0 && kb < 0.05) return `${significant(kb * 1024, 3)} bytes`;
  if (kb < KB_PER_MB) return `${significant(kb, 3)} KB`;
  if (kb < KB_PER_MB * MB_PER_GB) return `${significant(kb / KB_PER_MB, 3)} MB`;
  return `${significant(kb / KB_PER_MB / MB_PER_GB, 3)} GB`;
}

/** A volume: "300 GB", "2.2 TB". */
export function volumeOfGb(gb: number): string {
  if (!Number.isFinite(gb)) return NO_FIGURE;
  if (gb > 0 && gb < 1) return `${significant(gb * 1024, 3)} MB`;
  return gb < 10_000 ? `${significant(gb, 3)} GB` : `${count(gb / 1024)} TB`;
}
