import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toCells } from "#src/charts/text-cells.ts";
import { drawTextChart } from "#src/charts/text-chart.ts";
import { arbitrarySpec } from "./support/arbitrary-spec.ts";
import { sample } from "./support/sample-specs.ts";

const plain = { width: 80, colour: false };

describe("the chart in text", () => {
  test.each(["image-resize", "image-resize-five", "webhook", "four-crossings", "all-equal"])(
    "of %s is the one that was looked at",
    async (name) => {
      const text = `${drawTextChart(sample(name), plain).join("\n")}\n`;
      await expect(text).toMatchFileSnapshot(`../fixtures/charts/${name}.txt`);
    },
  );

  test("names lines, quotas, the crossing and the team's own load and costs", () => {
    const text = drawTextChart(sample("image-resize"), plain).join("\n");
    for (const words of [
      "Cost of a million images, by load (images a second, both axes log)",
      "you: 300/s",
      "Serverless as described",
      "Tuned serverless",
      "Monolith on Fargate",
      "quota wall 100/s",
      "$156k/mo",
      "↑ break-even 2.6/s",
      "10,000/s",
      "$100 ┤",
    ]) {
      expect(text).toContain(words);
    }
  });

  test("has the same letters with and without colour", () => {
    const spec = sample("image-resize-five");
    const coloured = drawTextChart(spec, { width: 80, colour: true });
    expect(coloured.map(stripVTControlCharacters)).toEqual(drawTextChart(spec, plain));
    // Orange, blue and purple of the 256 colours, and bold for "you".
    for (const code of ["38;5;208", "38;5;75", "38;5;141", "1"]) {
      expect(coloured.join("")).toContain(`\u001b[${code}m`);
    }
  });

  test("has no escape codes without colour", () => {
    expect(drawTextChart(sample("image-resize"), plain).join("")).not.toContain("\u001b");
  });

  test("tells each design apart by its stroke, not by colour alone", () => {
    const text = drawTextChart(sample("image-resize-five"), plain).join("\n");
    for (const stroke of ["──", "╌╌", "••", "··", "++"]) expect(text).toContain(stroke);
  });

  test("has as many rows as asked for, and a title, a pill, an axis and arrows around them", () => {
    expect(drawTextChart(sample("image-resize"), { ...plain, rows: 20 })).toHaveLength(20 + 4);
  });

  test("gives the description where the terminal is too narrow for labels", () => {
    const spec = { ...sample("image-resize"), altText: "Cost of a million images against load, three lines." };
    expect(drawTextChart(spec, { width: 30, colour: true })).toEqual([
      "Cost of a million images",
      "against load, three lines.",
    ]);
  });

  test("lets no name move the cursor or change a colour", () => {
    const spec = { ...sample("image-resize"), unitPlural: "im\u001b[2Jag\nes\u202e" };
    const text = drawTextChart(spec, plain).join("\n");
    expect(text).toContain("Cost of a million im[2Jag es, by load");
    expect([...text].filter((character) => character === "\u001b" || character === "\u202e")).toEqual([]);
  });

  test("is never wider than asked for, whatever the data", () => {
    fc.assert(
      fc.property(arbitrarySpec, fc.integer({ min: 10, max: 140 }), (spec, width) => {
        const lines = drawTextChart(spec, { width, colour: false });
        expect(lines.filter((line) => columns(line) > width)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

/** Columns of a line: wide characters count for two, combining marks for none. */
function columns(line: string): number {
  return [...line].reduce((sum, character) => {
    if (/\p{M}/u.test(character)) return sum;
    return sum + (character === " " ? 1 : toCells(character).length);
  }, 0);
}

describe("terminal columns", () => {
  test("count two for wide characters and none for combining marks", () => {
    expect(toCells("画a")).toEqual(["画", "", "a"]);
    expect(toCells("q\u0303b")).toEqual(["q\u0303", "b"]);
  });
});
