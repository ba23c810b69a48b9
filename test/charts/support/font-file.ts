import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Weight } from "#src/charts/inter-widths.ts";

const files: Readonly<Record<Weight, string>> = {
  400: "400Regular/Inter_400Regular.ttf",
  600: "600SemiBold/Inter_600SemiBold.ttf",
  700: "700Bold/Inter_700Bold.ttf",
};

export function fontPath(weight: Weight): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${files[weight]}`));
}

export interface FontMetrics {
  unitsPerEm: number;
  /** Null: the font has no glyph for it. */
  advanceOf(codePoint: number): number | null;
}

/** Reads advance widths straight from the tables of a TrueType file (head, hhea, hmtx, cmap format 12). */
export function readFont(weight: Weight): FontMetrics {
  const bytes = readFileSync(fontPath(weight));
  const tables = new Map<string, number>();
  for (let i = 0; i < bytes.readUInt16BE(4); i++) {
    const entry = 12 + i * 16;
    tables.set(bytes.toString("latin1", entry, entry + 4), bytes.readUInt32BE(entry + 8));
  }
  const table = (name: string): number => {
    const offset = tables.get(name);
    if (offset === undefined) throw new Error(`the font has no table ${name}`);
    return offset;
  };
  const metricsCount = bytes.readUInt16BE(table("hhea") + 34);
  const glyphs = readCharacterMap(bytes, table("cmap"));
  return {
    unitsPerEm: bytes.readUInt16BE(table("head") + 18),
    advanceOf: (codePoint) => {
      const glyph = glyphs.get(codePoint);
      return glyph === undefined ? null : bytes.readUInt16BE(table("hmtx") + 4 * Math.min(glyph, metricsCount - 1));
    },
  };
}

function readCharacterMap(bytes: Buffer, cmap: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let i = 0; i < bytes.readUInt16BE(cmap + 2); i++) {
    const subtable = cmap + bytes.readUInt32BE(cmap + 4 + i * 8 + 4);
    if (bytes.readUInt16BE(subtable) !== 12) continue;
    for (let group = 0; group < bytes.readUInt32BE(subtable + 12); group++) {
      const entry = subtable + 16 + group * 12;
      const [first, last, glyph] = [0, 4, 8].map((offset) => bytes.readUInt32BE(entry + offset));
      for (let code = first ?? 1; code <= (last ?? 0); code++) glyphs.set(code, (glyph ?? 0) + code - (first ?? 0));
    }
  }
  return glyphs;
}
