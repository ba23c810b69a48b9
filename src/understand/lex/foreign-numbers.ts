import { wordSet } from "#src/understand/word-set.ts";
import type { Piece } from "./scan.ts";
import { wordTable } from "./word-table.ts";

/** A language whose number words are read: words that tell it from others, and its numbers. */
interface Language {
  tells: ReadonlySet<string>;
  numbers: Readonly<Record<string, number>>;
}

const germanUnits = wordTable<number>({
  ein: 1,
  eins: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  funf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwolf: 12,
  dreizehn: 13,
  vierzehn: 14,
  funfzehn: 15,
  sechzehn: 16,
  siebzehn: 17,
  achtzehn: 18,
  neunzehn: 19,
  zwanzig: 20,
  dreissig: 30,
  vierzig: 40,
  funfzig: 50,
  sechzig: 60,
  siebzig: 70,
  achtzig: 80,
  neunzig: 90,
});

/** Words that are no number in English stand without a language; the others only where their language is spoken. */
const languages: readonly Language[] = [
  {
    tells: wordSet("der die das und wir ist mit pro sind braucht je lauft im ein eine fur es kommen jede also am"),
    numbers: germanUnits,
  },
  {
    tells: wordSet("et le la les des nous est avec par une un pour sur chaque du au environ"),
    numbers: wordTable<number>({
      deux: 2,
      trois: 3,
      quatre: 4,
      cinq: 5,
      sept: 7,
      huit: 8,
      neuf: 9,
      dix: 10,
      onze: 11,
      douze: 12,
      quinze: 15,
      vingt: 20,
      trente: 30,
      quarante: 40,
      cinquante: 50,
      soixante: 60,
      cent: 100,
      mille: 1000,
      douzaine: 12,
    }),
  },
  {
    tells: wordSet("y el la los las de que con por para una cada es en nuestro necesitamos tenemos al segundo"),
    numbers: wordTable<number>({
      dos: 2,
      tres: 3,
      cuatro: 4,
      cinco: 5,
      seis: 6,
      siete: 7,
      ocho: 8,
      nueve: 9,
      diez: 10,
      doce: 12,
      quince: 15,
      veinte: 20,
      treinta: 30,
      cuarenta: 40,
      cincuenta: 50,
      sesenta: 60,
      ochenta: 80,
      cien: 100,
      doscientos: 200,
      quinientos: 500,
      mil: 1000,
    }),
  },
  {
    tells: wordSet("il di che con per una ogni dalle alle sono e al nostro abbiamo"),
    numbers: wordTable<number>({
      tre: 3,
      quattro: 4,
      cinque: 5,
      sei: 6,
      sette: 7,
      otto: 8,
      nove: 9,
      dieci: 10,
      dodici: 12,
      quindici: 15,
      venti: 20,
      trenta: 30,
      quaranta: 40,
      cinquanta: 50,
      cento: 100,
      duecento: 200,
      cinquecento: 500,
      mille: 1000,
      duemila: 2000,
      mila: 1000,
    }),
  },
  {
    tells: wordSet("e o os de que com por para uma cada das as do em no na temos recebemos leva usa hora"),
    numbers: wordTable<number>({
      dois: 2,
      duas: 2,
      tres: 3,
      quatro: 4,
      cinco: 5,
      seis: 6,
      sete: 7,
      oito: 8,
      nove: 9,
      dez: 10,
      doze: 12,
      quinze: 15,
      vinte: 20,
      trinta: 30,
      cinquenta: 50,
      cem: 100,
      duzentos: 200,
      quinhentos: 500,
      mil: 1000,
    }),
  },
  {
    tells: wordSet("de het een en wij we krijgen met voor per van is elke zijn"),
    numbers: wordTable<number>({
      twee: 2,
      drie: 3,
      vijf: 5,
      tien: 10,
      twaalf: 12,
      twintig: 20,
      honderd: 100,
      duizend: 1000,
    }),
  },
];

/** Fewest telling words that make a language. */
const fewestTells = 3;

function plainForm(word: string): string {
  const lower = word.toLowerCase();
  // Most words have no accents to take off.
  return /^[a-z]*$/.test(lower) ? lower : lower.replaceAll("ß", "ss").normalize("NFD").replace(/\p{M}/gu, "");
}

/** Every telling word with the languages it tells of. */
const languagesOf = new Map<string, Language[]>();
for (const language of languages) {
  for (const word of language.tells) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
}

/** Longest of them, in letters. */
const longestTell = Math.max(...[...languagesOf.keys()].map((word) => word.length));

/** The language most of whose telling words stand in the text; undefined for English and for too few words. */
function spokenIn(pieces: readonly Piece[]): Language | undefined {
  const seen = new Set<string>();
  const tells = new Map<Language, number>();
  for (const { type, text } of pieces) {
    if (type !== "word" || text.length > longestTell) continue;
    const word = plainForm(text);
    const told = languagesOf.get(word);
    if (told === undefined || seen.has(word)) continue;
    seen.add(word);
    for (const language of told) tells.set(language, (tells.get(language) ?? 0) + 1);
  }
  const [best] = [...tells].sort((left, right) => right[1] - left[1]);
  return best !== undefined && best[1] >= fewestTells ? best[0] : undefined;
}

/** "zwölftausend", "dreihundertfünfzig", "achtundvierzig": a German number in one word; null for any other word. */
export function germanNumber(word: string): number | null {
  const thousands = /^(.*?)tausend(.*)$/.exec(word);
  if (thousands !== null) return joined(thousands, 1000);
  const hundreds = /^(.*?)hundert(.*)$/.exec(word);
  if (hundreds !== null) return joined(hundreds, 100);
  const tens = /^([a-z]+)und([a-z]+zig|dreissig)$/.exec(word);
  if (tens !== null) {
    const [unit, ten] = [germanUnits[tens[1] ?? ""], germanUnits[tens[2] ?? ""]];
    return unit === undefined || ten === undefined ? null : unit + ten;
  }
  return germanUnits[word] ?? null;
}

function joined(parts: RegExpExecArray, scale: number): number | null {
  const [, before = "", after = ""] = parts;
  const times = before === "" ? 1 : germanNumber(before);
  const rest = after === "" ? 0 : germanNumber(after.replace(/^und/, ""));
  return times === null || rest === null ? null : times * scale + rest;
}

/** "anderthalb", "zweieinhalb": and a half. */
function germanHalf(word: string): number | null {
  if (word === "anderthalb" || word === "eineinhalb") return 1.5;
  const whole = /^([a-z]+)einhalb$/.exec(word);
  const number = whole === null ? undefined : germanUnits[whole[1] ?? ""];
  return number === undefined ? null : number + 0.5;
}

/** "Achtfache", "zehnfach": what multiplies; the rest of the reader knows it as "8fold". */
function germanMultiple(word: string): number | null {
  const fold = /^([a-z]+)fach(?:e|en|es|er)?$/.exec(word);
  return fold === null ? null : germanNumber(fold[1] ?? "");
}

/** Articles count nothing: "ein Auftrag". */
const articles = new Set(["ein", "eine", "un", "une", "una", "um", "uma"]);

function numberOf(word: string, language: Language): number | null {
  if (articles.has(word)) return null;
  if (language.numbers !== germanUnits) return language.numbers[word] ?? null;
  return germanNumber(word) ?? germanHalf(word);
}

/**
 * Writes the number words of another language in digits, where the text is in that language: "zwölftausend" and
 * "cincuenta" are figures like any other from here on. The pieces keep their places.
 */
export function withForeignNumbers(pieces: readonly Piece[]): readonly Piece[] {
  const language = spokenIn(pieces);
  if (language === undefined) return pieces;
  return pieces.map((piece, at): Piece => {
    if (piece.type !== "word") return piece;
    const word = plainForm(piece.text);
    const multiple = language.numbers === germanUnits ? germanMultiple(word) : null;
    if (multiple !== null) return { ...piece, text: `x${multiple}` };
    const value = numberOf(word, language);
    if (value === null) return piece;
    // "80 mil", "deux mille": behind a figure it multiplies.
    const multiplies = value === 1000 && (pieces[at - 1]?.type === "digits" || isNumber(pieces[at - 1], language));
    return multiplies ? { ...piece, text: "thousand" } : { ...piece, type: "digits", text: String(value) };
  });
}

function isNumber(piece: Piece | undefined, language: Language): boolean {
  return piece?.type === "word" && numberOf(plainForm(piece.text), language) !== null;
}
