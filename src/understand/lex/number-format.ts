/** What a run of digits and separators can mean. */
export interface NumberText {
  value: number;
  /** The other reading of "1.500" and "2,125": a thousands mark or a decimal mark. */
  alternative: number | null;
  /** True when only a decimal comma or dotted thousands explain it: "1,5", "1.234,5", "1.200.000". */
  european: boolean;
}

const grouped = (mark: string) => new RegExp(`^[1-9]\\d{0,2}(?:\\${mark}\\d{3})+$`);
const commaGroups = grouped(",");
const dotGroups = grouped(".");
const apostropheGroups = /^\d{1,3}(?:['_]\d{3})+$/;
const indianGroups = /^\d{1,2}(?:,\d{2})+,\d{3}$/;
const decimalTail = /^\d+$/;

function plain(value: number, european = false): NumberText {
  return { value, alternative: null, european };
}

function strip(text: string, mark: string): number {
  return Number(text.replaceAll(mark, ""));
}

/** One kind of mark only. `mark` is "." or ","; `groups` says whether it can be a thousands mark. */
function readOneMark(text: string, mark: "." | ","): NumberText | null {
  const parts = text.split(mark);
  const canGroup = mark === "," ? commaGroups.test(text) || indianGroups.test(text) : dotGroups.test(text);
  if (parts.length > 2) return canGroup ? plain(strip(text, mark), mark === ".") : null;
  const decimal = Number(text.replace(mark, "."));
  if (!canGroup) return plain(decimal, mark === ",");
  const thousands = strip(text, mark);
  return mark === ","
    ? { value: thousands, alternative: decimal, european: false }
    : { value: decimal, alternative: thousands, european: false };
}

function readBothMarks(text: string): NumberText | null {
  const decimalMark = text.lastIndexOf(",") > text.lastIndexOf(".") ? "," : ".";
  const at = text.lastIndexOf(decimalMark);
  const whole = text.slice(0, at);
  const groupMark = decimalMark === "," ? "." : ",";
  const wholeFits = groupMark === "." ? dotGroups.test(whole) : commaGroups.test(whole) || indianGroups.test(whole);
  if (!wholeFits || !decimalTail.test(text.slice(at + 1))) return null;
  return plain(Number(`${whole.replaceAll(groupMark, "")}.${text.slice(at + 1)}`), decimalMark === ",");
}

/**
 * Reads digits with separators: 1,234.5 · 1.234,5 · 5,00,000 · 10'000 · 1_000 · 7.5e5 · 1,5.
 *
 * @returns null where the separators fit no number ("40,60,35", "3.12.1")
 */
export function readNumberText(written: string): NumberText | null {
  const [mantissa = "", exponent] = written.toLowerCase().split("e");
  const scale = exponent === undefined ? 1 : 10 ** Number(exponent);
  const scaled = (read: NumberText | null): NumberText | null =>
    read === null || scale === 1 ? read : plain(read.value * scale, read.european);
  if (apostropheGroups.test(mantissa)) return scaled(plain(Number(mantissa.replace(/['_]/g, ""))));
  if (/['_]/.test(mantissa)) return null;
  const dot = mantissa.includes(".");
  const comma = mantissa.includes(",");
  if (dot && comma) return scaled(readBothMarks(mantissa));
  if (dot || comma) return scaled(readOneMark(mantissa, dot ? "." : ","));
  return scaled(plain(Number(mantissa)));
}

/** True when the separators fit a number. */
export function isNumberText(text: string): boolean {
  return readNumberText(text) !== null;
}
