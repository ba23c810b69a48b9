import { Resvg } from "@resvg/resvg-js";
import fc from "fast-check";
import { expect, test } from "vitest";
import { drawableText } from "#src/charts/drawable-text.ts";
import { chartWidth, layOutAxes } from "#src/charts/frame.ts";
import { type Box, boxAround, contains, overlaps } from "#src/charts/geometry.ts";
import { composeScene, type Scene } from "#src/charts/scene.ts";
import { drawSvg } from "#src/charts/svg.ts";
import { fitText, textWidth } from "#src/charts/text-measure.ts";
import { rateUnitOf } from "#src/charts/wording.ts";
import { arbitrarySpec } from "./support/arbitrary-spec.ts";

const runs = { numRuns: 30 };

function pairs<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((a, index) => items.slice(index + 1).map((b): [T, T] => [a, b]));
}

/** What no text may touch: the pill, dots, rings. Radii as painted, strokes included. */
function marks(scene: Scene): Box[] {
  return [
    ...(scene.you === null ? [] : [scene.you.pill]),
    ...scene.traces.flatMap((trace) => (trace.dot === null ? [] : [boxAround(trace.dot, 14)])),
    ...scene.crossings.map((crossing) => boxAround(crossing.ring, 15)),
  ];
}

/** Texts of lines, by weight: 600 names main ones, 700 is dollars. */
function lineTexts(scene: Scene, weight: number): string[] {
  const labels = scene.labels.filter(({ style }) => style.ink.role === "line" && style.weight === weight);
  return labels.map((label) => label.text).filter((text) => text !== "");
}

test("no two labels overlap, none leaves the frame or touches a dot, a ring or the pill", () => {
  fc.assert(
    fc.property(arbitrarySpec, (spec) => {
      const scene = composeScene(spec);
      const boxes = scene.labels.map((label) => label.box);
      expect(pairs(boxes).filter(([a, b]) => overlaps(a, b))).toEqual([]);
      expect(boxes.filter((box) => !contains(scene.plane.frame, box))).toEqual([]);
      expect(boxes.filter((box) => marks(scene).some((mark) => overlaps(mark, box)))).toEqual([]);
    }),
    runs,
  );
});

test("every main line that is seen has its name and every dot its dollars", () => {
  fc.assert(
    fc.property(arbitrarySpec, (spec) => {
      const scene = composeScene(spec);
      const names = scene.traces
        .filter((trace) => !trace.line.secondary && trace.within.length + trace.beyond.length > 0)
        .filter((trace) => drawableText(trace.line.label) !== "");
      const dollars = scene.traces
        .filter((trace) => trace.dot !== null)
        .map((trace) => fitText(drawableText(trace.line.atYou?.label ?? ""), 260, 31, 700))
        .filter((text) => text !== "");
      expect(lineTexts(scene, 600)).toHaveLength(names.length);
      // Dots that coincide and say the same say it once.
      expect(new Set(lineTexts(scene, 700))).toEqual(new Set(dollars));
    }),
    runs,
  );
});

test("both axes have ticks, and the loads stand apart inside the picture", () => {
  fc.assert(
    fc.property(arbitrarySpec, (spec) => {
      const { loadTicks, costTicks } = layOutAxes(spec, rateUnitOf(spec));
      expect(costTicks.length).toBeGreaterThanOrEqual(1);
      expect(loadTicks.length).toBeGreaterThanOrEqual(1);
      const boxes = loadTicks.map((tick): Box => {
        const width = textWidth(tick.text, 28, 400);
        return { x: tick.labelPixel - width / 2, y: 0, width, height: 28 };
      });
      expect(pairs(boxes).filter(([a, b]) => overlaps(a, b, 10))).toEqual([]);
      expect(boxes.every((box) => box.x >= 0 && box.x + box.width <= chartWidth)).toBe(true);
    }),
    runs,
  );
});

test("the SVG is well-formed and free of broken numbers, whatever people wrote", () => {
  fc.assert(
    fc.property(arbitrarySpec, fc.constantFrom("light" as const, "dark" as const), (spec, theme) => {
      const svg = drawSvg(spec, theme);
      expect(svg.replace(/>[^<]*</g, "><")).not.toMatch(/NaN|Infinity|undefined|null/);
      // The parser refuses XML that is not well-formed.
      const parsed = new Resvg(svg, { font: { loadSystemFonts: false } });
      expect(parsed.width).toBe(chartWidth);
    }),
    runs,
  );
});
