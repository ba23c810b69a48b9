import fc from "fast-check";
import { type Architecture, architectureNames } from "#src/model/architecture-name.ts";
import { type Family, familyNames } from "#src/model/assessment.ts";
import type { ChartLine, ChartSpec } from "#src/reply/chart-spec.ts";
import { type Cost, fleet, perUse, points, sum } from "./sample-curves.ts";

/** 10 to a power between the two: every order of magnitude is as likely. */
function magnitude(low: number, high: number): fc.Arbitrary<number> {
  return fc.double({ min: Math.log10(low), max: Math.log10(high), noNaN: true }).map((exponent) => 10 ** exponent);
}

const cost: fc.Arbitrary<Cost> = fc.oneof(
  magnitude(1e-4, 1e7).map(perUse),
  fc
    .tuple(magnitude(1, 1e5), magnitude(1e-3, 1e5), fc.integer({ min: 1, max: 4 }))
    .map(([usd, perTask, least]) => fleet(usd, perTask, least)),
  fc
    .tuple(magnitude(1, 1e4), magnitude(0.1, 1e4), magnitude(1e-3, 1e3))
    .map(([usd, perTask, flat]) => sum(fleet(usd, perTask, 1), perUse(flat))),
  fc.constant(() => 0),
);

const words = fc.oneof(
  fc.constantFrom("images", "Serverless as described", "quota wall 3,333/s", "$156k/mo", ""),
  fc.string({ maxLength: 60, unit: "grapheme" }),
  fc.string({ maxLength: 60, unit: "binary" }),
);

const familyOf = (architecture: Architecture): Family =>
  architecture === "hybrid" ? "hybrid" : architecture.startsWith("monolith") ? "monolith" : "serverless";

function line(architecture: Architecture, low: number, high: number, you: number): fc.Arbitrary<ChartLine> {
  return fc
    .record({
      cost,
      label: words,
      wall: fc.option(fc.record({ ratePerSecond: magnitude(low / 10, high * 10), label: words })),
      money: fc.option(words),
      secondary: fc.boolean(),
    })
    .map((drawn) => ({
      architecture,
      family: familyOf(architecture),
      label: drawn.label,
      points: points(drawn.cost, low, high, 6),
      wall: drawn.wall,
      atYou: drawn.money === null ? null : { usdPerMillionUnits: drawn.cost(you), label: drawn.money },
      secondary: drawn.secondary,
    }));
}

function bandsBetween(edges: readonly number[], families: readonly (Family | null)[]): ChartSpec["bands"] {
  return edges.slice(1).map((to, index) => ({
    fromRatePerSecond: edges[index] ?? to,
    toRatePerSecond: to,
    family: families[index] ?? null,
  }));
}

/** Charts of any kind: no line to all five, loads from 1e-5 to 1e9 a second, up to four crossings, any text. */
export const arbitrarySpec: fc.Arbitrary<ChartSpec> = fc
  .record({ low: magnitude(1e-5, 1e5), decades: fc.double({ min: 0.2, max: 8, noNaN: true }) })
  .chain(({ low, decades }) => {
    const high = low * 10 ** decades;
    const inside = magnitude(low, high);
    return fc
      .record({
        architectures: fc.subarray([...architectureNames]),
        you: fc.oneof(inside, fc.constantFrom(low, high)),
        crossings: fc.array(fc.record({ ratePerSecond: inside, usdPerMillionUnits: magnitude(1e-4, 1e7) }), {
          maxLength: 4,
        }),
        families: fc.array(fc.constantFrom(...familyNames, null), { minLength: 5, maxLength: 5 }),
        title: words,
        subtitle: words,
        unitPlural: words,
      })
      .chain(({ architectures, you, crossings, families, ...texts }) => {
        const breakEvens = crossings.toSorted((a, b) => a.ratePerSecond - b.ratePerSecond);
        const edges = [low, ...breakEvens.map((crossing) => crossing.ratePerSecond), high];
        return fc.tuple(...architectures.map((architecture) => line(architecture, low, high, you))).map((lines) => ({
          ...texts,
          lines,
          bands: bandsBetween(edges, families),
          breakEvens,
          you: { ratePerSecond: you },
          altText: "A chart.",
        }));
      });
  });
