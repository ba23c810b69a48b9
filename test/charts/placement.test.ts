import { describe, expect, test } from "vitest";
import { clipPolyline, clipSegment, lengthInside, overlaps } from "#src/charts/geometry.ts";
import { placeLabels } from "#src/charts/place-labels.ts";
import type { Candidate } from "#src/charts/placeable.ts";

const at = (x: number, cost: number): Candidate => ({ box: { x, y: 0, width: 10, height: 10 }, cost, alsoTakes: [] });

describe("placing labels", () => {
  test("gives up the best place of one label when all together read better", () => {
    // Alone the first would take 0; the second has no other place. 1 + 0 beats 0 + 100 for leaving one out.
    const places = placeLabels(
      [
        { candidates: [at(0, 0), at(50, 1)], lastResort: null, dropCost: 100 },
        { candidates: [at(0, 0)], lastResort: null, dropCost: 100 },
      ],
      2,
    );
    expect(places.map((place) => place?.box.x)).toEqual([50, 0]);
  });

  test("leaves a label out rather than write it over another", () => {
    const only = { candidates: [at(0, 0)], lastResort: null, dropCost: 100 };
    expect(placeLabels([only, only], 2).filter((place) => place === null)).toHaveLength(1);
  });

  test("keeps labels the given gap apart", () => {
    const places = placeLabels(
      [
        { candidates: [at(0, 0)], lastResort: null, dropCost: 100 },
        { candidates: [at(11, 0), at(12, 1)], lastResort: null, dropCost: 100 },
      ],
      2,
    );
    expect(places[1]?.box.x).toBe(12);
  });

  test("keeps labels off the leaders of others", () => {
    const leader = {
      box: { x: 0, y: 0, width: 10, height: 10 },
      cost: 0,
      alsoTakes: [{ x: 20, y: 0, width: 8, height: 8 }],
    };
    const places = placeLabels(
      [
        { candidates: [leader], lastResort: null, dropCost: 100 },
        { candidates: [at(20, 0), at(40, 1)], lastResort: null, dropCost: 100 },
      ],
      2,
    );
    expect(places[1]?.box.x).toBe(40);
  });

  test("turns to the last resort only when a label is badly off without it", () => {
    const far = { candidates: [at(0, 0)], lastResort: () => [at(300, 250)], dropCost: 1000 };
    expect(placeLabels([far], 2).map((place) => place?.box.x)).toEqual([0]);
    expect(placeLabels([{ ...far, lastResort: null }, far], 2).map((place) => place?.box.x)).toEqual([0, 300]);
  });
});

describe("geometry", () => {
  const box = { x: 0, y: 0, width: 20, height: 10 };

  test("cuts a segment to a box", () => {
    expect(clipSegment({ x: -10, y: 5 }, { x: 30, y: 5 }, box)).toEqual([
      { x: 0, y: 5 },
      { x: 20, y: 5 },
    ]);
    expect(clipSegment({ x: -10, y: 11 }, { x: 30, y: 11 }, box)).toBeNull();
  });

  test("splits a line that leaves the box and comes back", () => {
    // Up through the top at x = 5, back down through it at x = 15.
    const runs = clipPolyline(
      [
        { x: 0, y: 5 },
        { x: 10, y: -5 },
        { x: 20, y: 5 },
      ],
      box,
    );
    expect(runs).toEqual([
      [
        { x: 0, y: 5 },
        { x: 5, y: 0 },
      ],
      [
        { x: 15, y: 0 },
        { x: 20, y: 5 },
      ],
    ]);
  });

  test("measures how much of a line runs inside a box", () => {
    expect(
      lengthInside(
        [
          [
            { x: -10, y: 5 },
            { x: 30, y: 5 },
          ],
          [
            { x: 0, y: 40 },
            { x: 20, y: 40 },
          ],
        ],
        box,
      ),
    ).toBe(20);
  });

  test("boxes that only touch do not overlap, unless a gap is asked for", () => {
    const next = { x: 20, y: 0, width: 5, height: 5 };
    expect([overlaps(box, next), overlaps(box, next, 1)]).toEqual([false, true]);
  });
});
