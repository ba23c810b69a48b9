import { describe, expect, test } from "vitest";
import { drawSvg } from "#src/charts/svg.ts";
import type { ChartSpec } from "#src/reply/chart-spec.ts";
import { specOf } from "./support/sample-chart.ts";
import { fleet, perUse } from "./support/sample-curves.ts";
import { sample } from "./support/sample-specs.ts";

/** What a reader sees as words, in the order of the file. */
function texts(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? "");
}

function count(svg: string, pattern: RegExp): number {
  return [...svg.matchAll(pattern)].length;
}

describe("the drawn chart", () => {
  test.each([
    ["image-resize", "light"],
    ["image-resize", "dark"],
    ["image-resize-five", "light"],
    ["too-close", "dark"],
    ["hybrid-wins", "light"],
  ] as const)("of %s on %s is the picture that was looked at", async (name, theme) => {
    await expect(drawSvg(sample(name), theme)).toMatchFileSnapshot(`../fixtures/charts/${name}-${theme}.svg`);
  });

  test("is the same to the byte every time", () => {
    const first = drawSvg(sample("four-crossings"), "light");
    drawSvg(sample("webhook"), "dark");
    expect(drawSvg(sample("four-crossings"), "light")).toBe(first);
  });

  test("says the finding, who costs less where, the crossing, the quotas and the team's own load and costs", () => {
    const words = texts(drawSvg(sample("image-resize"), "light"));
    expect(words).toEqual(
      expect.arrayContaining([
        "Above 3 images/s a monolith costs least",
        "serverless costs less",
        "monolith costs less",
        "break-even 2.6/s",
        "quota wall 100/s",
        "quota wall 550/s",
        "you: 300/s",
        "$156k/mo",
        "$8.4k/mo",
        "$5.5k/mo",
        "Serverless as described",
        "Tuned serverless",
        "Monolith on Fargate",
        "images a second (average)",
        "10,000/s",
        "$100",
      ]),
    );
  });

  test("draws a line solid up to its quota and dotted beyond, with a bar between", () => {
    const svg = drawSvg(sample("image-resize"), "light");
    // Two lines end at a quota, the monolith does not.
    expect(count(svg, /stroke-dasharray="0\.1 11"/g)).toBe(2);
    expect(count(svg, /stroke-width="9"/g)).toBe(2);
  });

  test("draws lines there only for completeness thin and dashed", () => {
    // Monolith on EC2 in dashes, the hybrid in dashes and dots.
    const svg = drawSvg(sample("image-resize-five"), "light");
    expect([count(svg, /stroke-dasharray="16 12"/g), count(svg, /stroke-dasharray="18 9 3 9"/g)]).toEqual([1, 1]);
  });

  test("shows all of several lines of equal cost, in turns", () => {
    const svg = drawSvg(sample("all-equal"), "light");
    // Three lines: the second and third leave gaps of two dashes, each shifted by its place.
    expect(svg).toContain('stroke-dasharray="30 60" stroke-dashoffset="-30"');
    expect(svg).toContain('stroke-dasharray="30 60" stroke-dashoffset="-60"');
  });

  test("is taller where four lines or more need labels", () => {
    expect(drawSvg(sample("image-resize"), "light")).toContain('width="1200" height="680"');
    expect(drawSvg(sample("image-resize-five"), "light")).toContain('width="1200" height="860"');
  });

  test("says nothing of who costs less when one family is all there is", () => {
    expect(texts(drawSvg(sample("monolith-only"), "light")).filter((text) => text.includes("costs less"))).toEqual([]);
  });

  test("says once what coinciding marks have in common", () => {
    const words = texts(drawSvg(sample("all-equal"), "light"));
    expect(words.filter((text) => text === "$184/mo" || text === "quota wall 50/s")).toHaveLength(2);
  });

  test("joins the labels of three crossings that are close together", () => {
    const words = texts(drawSvg(sample("four-crossings"), "light"));
    expect(words.filter((text) => text.includes("7.6, 12, 15, 24/s"))).toHaveLength(1);
  });

  test("takes the reply's own words for loads where it gives them", () => {
    const spec: ChartSpec = {
      ...sample("image-resize"),
      you: { ratePerSecond: 300, label: "18k/min" },
      breakEvens: [{ ratePerSecond: 2.6, usdPerMillionUnits: 10.68, label: "156/min" }],
    };
    expect(texts(drawSvg(spec, "light"))).toEqual(expect.arrayContaining(["you: 18k/min", "break-even 156/min"]));
  });

  test("counts the axis in the unit the reply asks for", () => {
    const words = texts(drawSvg({ ...sample("image-resize"), rateUnit: "minute" }, "light"));
    expect(words).toEqual(expect.arrayContaining(["images a minute (average)", "you: 18,000/min"]));
  });
});

describe("text that people wrote", () => {
  test("never becomes markup", () => {
    const svg = drawSvg(sample("hostile"), "light");
    expect(svg).not.toMatch(/<script|<b>/);
    expect(svg).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; co/s");
  });

  test("is left out where XML forbids it and cut where it is too long", () => {
    const spec = { ...sample("image-resize"), title: "a\u0000b\u0007c", unitPlural: "x".repeat(300) };
    const words = texts(drawSvg(spec, "dark"));
    expect(words).toContain("a…b…c");
    expect(words.find((text) => text.startsWith("xxx"))).toMatch(/^x{20,60}… a second \(average\)$/);
  });

  test("names units when Inter cannot draw the noun", () => {
    expect(texts(drawSvg({ ...sample("image-resize"), unitPlural: "画像" }, "light"))).toContain(
      "units a second (average)",
    );
  });
});

describe("data at the edges", () => {
  const empty: ChartSpec = { ...sample("image-resize"), lines: [], bands: [], breakEvens: [] };

  test.each(["one-line", "slow", "fast", "wide-costs", "you-at-edge", "free-tier"])("of %s draws", (name) => {
    expect(drawSvg(sample(name), "light")).toMatch(/^<svg .*<\/svg>$/);
  });

  test("without any line still shows the axes and the team's load", () => {
    const words = texts(drawSvg(empty, "light"));
    expect(words).toContain("you: 300/s");
  });

  test("that is not a number is left out, not drawn wrong", () => {
    const spec = specOf({
      title: "Broken",
      unit: "jobs",
      low: 1,
      high: 1000,
      you: 10,
      lines: [
        { architecture: "serverless", cost: (rate) => (rate < 100 ? 5 : Number.NaN) },
        { architecture: "monolith-fargate", cost: fleet(40, 10, 1) },
        { architecture: "hybrid", cost: perUse(Number.POSITIVE_INFINITY) },
      ],
      bands: [[1000, "serverless"]],
    });
    expect(drawSvg(spec, "light")).not.toMatch(/NaN|Infinity/);
  });
});
