import { Resvg } from "@resvg/resvg-js";
import { describe, expect, test } from "vitest";
import { drawableText, isDrawable } from "#src/charts/drawable-text.ts";
import { advanceWidths, measuredCharacters, unitsPerEm, type Weight } from "#src/charts/inter-widths.ts";
import { fitText, textWidth } from "#src/charts/text-measure.ts";
import { fontPath, readFont } from "./support/font-file.ts";

const weights: Weight[] = [400, 600, 700];

/** Width of the ink, as the renderer draws it. */
function drawnWidth(text: string, sizePx: number, weight: Weight): number {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="100"><text x="20" y="60" font-family="Inter" font-size="${sizePx}" font-weight="${weight}">${text}</text></svg>`;
  const font = { loadSystemFonts: false, fontFiles: weights.map(fontPath), defaultFontFamily: "Inter" };
  return new Resvg(svg, { font }).innerBBox()?.width ?? 0;
}

describe("the widths of Inter", () => {
  test.each(weights)("are those of the font file of weight %d", (weight) => {
    const font = readFont(weight);
    expect(unitsPerEm).toBe(font.unitsPerEm);
    const read = [...measuredCharacters].map((character) => font.advanceOf(character.codePointAt(0) ?? 0));
    expect(advanceWidths[weight]).toEqual(read);
  });

  test.each([
    ["Serverless as described", 30, 600],
    ["$156k/mo", 31, 700],
    ["quota wall 3,333/s", 28, 400],
    ["Cost of a million images, by load · us-east-1 list prices", 28, 400],
    ["Überprüfungen à Genève", 28, 400],
  ] as const)(
    "measure %s within four percent of what is drawn, and never less than a pixel short",
    (text, size, weight) => {
      const drawn = drawnWidth(text, size, weight);
      expect(textWidth(text, size, weight)).toBeGreaterThan(drawn - 1);
      expect(textWidth(text, size, weight)).toBeLessThan(drawn * 1.04 + 4);
    },
  );
});

describe("text that has to fit", () => {
  test("stays as it is when it does", () => {
    expect(fitText("images", 200, 28, 400)).toBe("images");
  });

  test("is cut with an ellipsis when it does not", () => {
    const cut = fitText("personalised quarterly statements", 200, 28, 400);
    expect(cut).toMatch(/^personalised.*…$/);
    expect(textWidth(cut, 28, 400)).toBeLessThanOrEqual(200);
  });
});

describe("drawable text", () => {
  test.each(weights)("is only what the font of weight %d has a glyph for", (weight) => {
    const font = readFont(weight);
    const missing: string[] = [];
    for (let code = 0x20; code < 0x3000; code++) {
      const character = String.fromCodePoint(code);
      if (isDrawable(character) && font.advanceOf(code) === null) missing.push(code.toString(16));
    }
    expect(missing).toEqual([]);
  });

  test("keeps Cyrillic and accents, puts one ellipsis for what Inter cannot draw, and is one line", () => {
    expect(drawableText("изображения é")).toBe("изображения é");
    expect(drawableText("画像\nand 🎉🎉 more")).toBe("… and … more");
  });
});
