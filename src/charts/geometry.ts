/** Points and boxes in pixels; y grows downwards. */
export interface Point {
  x: number;
  y: number;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function rightOf(box: Box): number {
  return box.x + box.width;
}

export function bottomOf(box: Box): number {
  return box.y + box.height;
}

/** The box with `by` pixels more on every side. */
export function inflate(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

export function boxAround(centre: Point, radius: number): Box {
  return { x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius };
}

/** True when the boxes come nearer to each other than `gap`. */
export function overlaps(a: Box, b: Box, gap = 0): boolean {
  return a.x < rightOf(b) + gap && b.x < rightOf(a) + gap && a.y < bottomOf(b) + gap && b.y < bottomOf(a) + gap;
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x && inner.y >= outer.y && rightOf(inner) <= rightOf(outer) && bottomOf(inner) <= bottomOf(outer)
  );
}

/** The part of segment p-q inside the box, or null. */
export function clipSegment(p: Point, q: Point, box: Box): [Point, Point] | null {
  const [enter, leave] = shareInside(p, q, box);
  if (enter > leave) return null;
  const at = (share: number): Point => ({ x: p.x + share * (q.x - p.x), y: p.y + share * (q.y - p.y) });
  return [at(enter), at(leave)];
}

/** Where along p-q (0 to 1) it enters and leaves the box; enters after it leaves when it stays outside. */
function shareInside(p: Point, q: Point, box: Box): [enter: number, leave: number] {
  const across = shareBetween(p.x, q.x, box.x, rightOf(box));
  const down = shareBetween(p.y, q.y, box.y, bottomOf(box));
  return [Math.max(across[0], down[0]), Math.min(across[1], down[1])];
}

function shareBetween(from: number, to: number, low: number, high: number): [enter: number, leave: number] {
  if (from === to) return from >= low && from <= high ? [0, 1] : [1, 0];
  const a = (low - from) / (to - from);
  const b = (high - from) / (to - from);
  return [Math.max(0, Math.min(a, b)), Math.min(1, Math.max(a, b))];
}

/** The runs of a polyline that lie inside the box. */
export function clipPolyline(points: readonly Point[], box: Box): Point[][] {
  const runs: Point[][] = [];
  let previous: Point | undefined;
  for (const point of points) {
    const piece = previous === undefined ? null : clipSegment(previous, point, box);
    previous = point;
    if (piece === null) continue;
    const last = runs.at(-1)?.at(-1);
    if (last !== undefined && last.x === piece[0].x && last.y === piece[0].y) runs.at(-1)?.push(piece[1]);
    else runs.push([...piece]);
  }
  return runs;
}

/** Pixels of the polylines (their points by ascending x) that run inside the box. */
export function lengthInside(polylines: readonly (readonly Point[])[], box: Box): number {
  let length = 0;
  for (const points of polylines) {
    for (let i = firstReaching(points, box.x); i < points.length; i++) {
      const p = points[i - 1];
      const q = points[i];
      if (p === undefined || q === undefined) continue;
      if (p.x > rightOf(box)) break;
      if (Math.max(p.y, q.y) < box.y || Math.min(p.y, q.y) > bottomOf(box)) continue;
      const [enter, leave] = shareInside(p, q, box);
      if (leave > enter) length += (leave - enter) * Math.hypot(q.x - p.x, q.y - p.y);
    }
  }
  return length;
}

/** Index of the first point at or right of x, by halving. */
function firstReaching(points: readonly Point[], x: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.x ?? 0) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The point of the box nearest to `to`. */
export function nearestInBox(box: Box, to: Point): Point {
  return {
    x: Math.min(Math.max(to.x, box.x), rightOf(box)),
    y: Math.min(Math.max(to.y, box.y), bottomOf(box)),
  };
}

/** Pixels between the box and a point; 0 when it lies inside. */
export function distanceTo(box: Box, point: Point): number {
  const nearest = nearestInBox(box, point);
  return Math.hypot(nearest.x - point.x, nearest.y - point.y);
}
