import { isMark, isQuantity, isWord, type Lexeme } from "#src/understand/lex/lexeme.ts";
import { claim, isFree, type Passage } from "#src/understand/passage/passage.ts";

const names = Array.from({ length: 12 }, (_, month) =>
  new Date(Date.UTC(2000, month)).toLocaleString("en", { month: "long", timeZone: "UTC" }).toLowerCase(),
);
/** "May" is also a verb: only with a capital. */
const months = names.filter((name) => name.length > 3);
const short = [...names.map((name) => name.slice(0, 3)), "sept"];

/** "May", "Feb" with a capital; "may" and "mar" are words. */
function isMonth(lexeme: Lexeme | undefined): boolean {
  if (lexeme?.kind !== "word") return false;
  const shortly = short.includes(lexeme.text.toLowerCase()) && /^[A-Z]/.test(lexeme.text);
  return shortly || isWord(lexeme, ...months);
}

function isYear(lexeme: Lexeme | undefined): boolean {
  return isQuantity(lexeme, "number") && Number.isInteger(lexeme.value) && lexeme.value >= 1900 && lexeme.value <= 2100;
}

/** Claims days of the month, their years and dates of digits: they count nothing. */
export function claimDates(passage: Passage): void {
  const { lexemes } = passage;
  for (const [at, quantity] of passage.quantities) {
    if (!isQuantity(quantity, "number") || !isFree(passage, at) || quantity.magnitude) continue;
    const day = Number.isInteger(quantity.value) && quantity.value >= 1 && quantity.value <= 31;
    const beside = isMonth(lexemes[at + 1]) || (isMonth(lexemes[at - 1]) && lexemes[at + 1]?.kind !== "word");
    if (day && beside) claim(passage, at, at, "date");
    if (isYear(quantity) && isMonth(lexemes[at - 1])) claim(passage, at, at, "date");
    const digits = isYear(quantity) && isMark(lexemes[at + 1], "-") && isMark(lexemes[at + 3], "-");
    if (digits && isQuantity(lexemes[at + 2]) && isQuantity(lexemes[at + 4])) claim(passage, at, at + 4, "date");
  }
}
