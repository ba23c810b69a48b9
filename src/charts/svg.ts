import type { ChartSpec } from "#src/reply/chart-spec.ts";
import { chartWidth } from "./frame.ts";
import { element } from "./markup.ts";
import { paintAxes, paintHeading } from "./paint-axes.ts";
import { paintLabels } from "./paint-labels.ts";
import { paintBands, paintLines, paintMarks } from "./paint-plot.ts";
import { composeScene } from "./scene.ts";
import { type ThemeName, themeNamed } from "./theme.ts";

/**
 * Draws cost of a million units against load, both axes logarithmic, as one SVG document: 1,200 pixels wide, 680 high
 * (860 with more than three lines), opaque, text in Inter. The same spec and theme give the same bytes.
 */
export function drawSvg(spec: ChartSpec, themeName: ThemeName): string {
  const theme = themeNamed(themeName);
  const scene = composeScene(spec);
  const { height } = scene;
  const content = [
    element("rect", { width: chartWidth, height, fill: theme.background }),
    paintBands(scene, theme),
    paintAxes(spec, scene, theme),
    paintHeading(spec, theme),
    paintLines(scene, theme),
    paintMarks(scene, theme),
    paintLabels(scene, theme),
  ];
  return element(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width: chartWidth, height, viewBox: `0 0 ${chartWidth} ${height}` },
    content.join(""),
  );
}
