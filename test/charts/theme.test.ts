import { expect, test } from "vitest";
import { type Theme, type ThemeName, themeNamed } from "#src/charts/theme.ts";

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** Labels may stand on any band, and the axes stand on the background. */
function grounds(theme: Theme): string[] {
  return [theme.background, ...Object.values(theme.bands).map((band) => band.fill)];
}

const names: ThemeName[] = ["light", "dark"];

test.each(names)("every text of the %s theme reaches a contrast of 5.3 on everything it may stand on", (name) => {
  const theme = themeNamed(name);
  const texts = [
    theme.text,
    theme.quietText,
    ...Object.values(theme.lines).map((line) => line.text),
    ...Object.values(theme.bands).map((band) => band.text),
  ];
  const weak = texts.flatMap((text) =>
    grounds(theme).flatMap((ground) => (contrast(text, ground) < 5.3 ? [[text, ground, contrast(text, ground)]] : [])),
  );
  expect(weak).toEqual([]);
  expect(contrast(theme.pillText, theme.pill)).toBeGreaterThan(5.3);
});

test.each(names)("every line of the %s theme reaches a contrast of 3 on every band", (name) => {
  const theme = themeNamed(name);
  const weak = Object.values(theme.lines).flatMap(({ stroke }) =>
    grounds(theme).flatMap((ground) =>
      contrast(stroke, ground) < 3 ? [[stroke, ground, contrast(stroke, ground)]] : [],
    ),
  );
  expect(weak).toEqual([]);
});

test.each(names)("two designs of one family stay apart in grey in the %s theme", (name) => {
  const { lines } = themeNamed(name);
  expect(contrast(lines.serverless.stroke, lines["serverless-tuned"].stroke)).toBeGreaterThan(1.2);
  expect(contrast(lines["monolith-fargate"].stroke, lines["monolith-ec2"].stroke)).toBeGreaterThan(1.2);
});

test("contrast is measured as WCAG does: black on white is 21", () => {
  expect(contrast("#000000", "#FFFFFF")).toBeCloseTo(21, 10);
});
