/**
 * Draws one chart for looking at: `node scripts/render-chart.ts light < spec.json > chart.png`, where spec.json is a
 * ChartSpec as replies carry it.
 */
import { text } from "node:stream/consumers";
import { z } from "zod";
import { createPngDrawer } from "#src/charts/png.ts";
import { architectureNames } from "#src/model/architecture-name.ts";
import { familyNames } from "#src/model/assessment.ts";
import type { ChartSpec } from "#src/reply/chart-spec.ts";

const point = z.object({ ratePerSecond: z.number(), usdPerMillionUnits: z.number() });
const family = z.enum(familyNames);

const line = z.object({
  architecture: z.enum(architectureNames),
  family,
  label: z.string(),
  points: z.array(point),
  wall: z.object({ ratePerSecond: z.number(), label: z.string() }).nullable(),
  atYou: z.object({ usdPerMillionUnits: z.number(), label: z.string() }).nullable(),
  secondary: z.boolean(),
});

const chart = z.object({
  title: z.string(),
  subtitle: z.string(),
  unitPlural: z.string(),
  lines: z.array(line),
  bands: z.array(z.object({ fromRatePerSecond: z.number(), toRatePerSecond: z.number(), family: family.nullable() })),
  breakEvens: z.array(point.extend({ label: z.string().exactOptional() })),
  you: z.object({ ratePerSecond: z.number(), label: z.string().exactOptional() }),
  rateUnit: z.enum(["second", "minute", "hour", "day"]).exactOptional(),
  altText: z.string(),
});

const theme = z.enum(["light", "dark"]).parse(process.argv[2] ?? "light");
const spec: ChartSpec = chart.parse(JSON.parse(await text(process.stdin)));
const drawer = createPngDrawer();
process.stdout.write(await drawer.drawPng(spec, theme));
await drawer.close();
