import { bottomOf } from "./geometry.ts";
import { markSizes } from "./marks.ts";
import { element, pathData } from "./markup.ts";
import type { Scene } from "./scene.ts";
import type { Theme } from "./theme.ts";
import type { Trace } from "./trace.ts";

export function paintBands(scene: Scene, theme: Theme): string {
  return scene.bands
    .map(({ box, family }) => element("rect", { ...box, fill: theme.bands[family ?? "close"].fill }))
    .join("");
}

/** Beyond a quota first, so that no dotted line runs over a solid one. */
export function paintLines(scene: Scene, theme: Theme): string {
  return [
    ...scene.traces.map((trace) => paintBeyond(trace, theme)),
    ...scene.traces.map((trace) =>
      paintWithin(trace, Math.max(...scene.traces.map((each) => each.coversLines)), theme),
    ),
    ...scene.traces.map((trace) => paintWall(trace, theme)),
  ].join("");
}

function paintBeyond(trace: Trace, theme: Theme): string {
  return paintPath(pathData(trace.beyond), trace, theme, { "stroke-width": 4, "stroke-dasharray": "0.1 11" });
}

/** Lines that run along each other take turns: each shows one dash, then leaves room for the others. */
function paintWithin(trace: Trace, mostCovered: number, theme: Theme): string {
  if (trace.line.secondary) {
    return paintPath(pathData(trace.within), trace, theme, {
      "stroke-width": 4,
      "stroke-dasharray": trace.line.architecture === "hybrid" ? "18 9 3 9" : "16 12",
    });
  }
  const dash = 30;
  const turns = {
    "stroke-dasharray": `${dash} ${dash * mostCovered}`,
    "stroke-dashoffset": -dash * trace.coversLines,
    "stroke-linecap": "butt",
  };
  const dashes = trace.coversLines > 0 ? turns : {};
  return paintPath(pathData(trace.within), trace, theme, { "stroke-width": widthOf(trace), ...dashes });
}

/** A tuned design is the lighter of two oranges and the thinner: told apart in grey as well. */
function widthOf(trace: Trace): number {
  return trace.line.architecture === "serverless-tuned" ? 6 : 8;
}

function paintPath(d: string, trace: Trace, theme: Theme, style: Readonly<Record<string, string | number>>): string {
  if (d === "") return "";
  return element("path", {
    d,
    fill: "none",
    stroke: theme.lines[trace.line.architecture].stroke,
    "stroke-linejoin": "round",
    "stroke-linecap": "round",
    ...style,
  });
}

function paintWall(trace: Trace, theme: Theme): string {
  if (trace.wall === null) return "";
  const { x, y } = trace.wall;
  return element("line", {
    x1: x,
    x2: x,
    y1: y - trace.wallHalfHeight,
    y2: y + trace.wallHalfHeight,
    stroke: theme.lines[trace.line.architecture].stroke,
    "stroke-width": markSizes.wallStroke,
    "stroke-linecap": "round",
  });
}

/** The rule at "you", break-even rings with their drop lines, and the dots. */
export function paintMarks(scene: Scene, theme: Theme): string {
  const { you, crossings, traces } = scene;
  const upright = { stroke: theme.text, "stroke-width": 3 };
  return [
    ...crossings.map(({ drop }) =>
      element("line", {
        x1: drop.x,
        x2: drop.x,
        y1: drop.top,
        y2: drop.bottom,
        ...upright,
        "stroke-dasharray": "10 8",
      }),
    ),
    you === null
      ? ""
      : element("line", {
          x1: you.rule.x,
          x2: you.rule.x,
          y1: you.pill.y + you.pill.height / 2,
          y2: bottomOf(scene.plane.frame),
          ...upright,
        }),
    ...crossings.map(({ ring }) =>
      element("circle", {
        cx: ring.x,
        cy: ring.y,
        r: markSizes.ring,
        fill: theme.background,
        stroke: theme.text,
        "stroke-width": 5,
      }),
    ),
    ...traces.map((trace) => paintDot(trace, theme)),
  ].join("");
}

function paintDot(trace: Trace, theme: Theme): string {
  if (trace.dot === null) return "";
  return element("circle", {
    cx: trace.dot.x,
    cy: trace.dot.y,
    r: markSizes.dot,
    fill: theme.lines[trace.line.architecture].stroke,
    stroke: theme.background,
    "stroke-width": 4,
  });
}
