import { describe, expect, it } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import { assume } from "#src/model/assume.ts";
import { getPath, parsePath } from "#src/model/paths.ts";
import { readFollowUp } from "#src/understand/follow-up/read-follow-up.ts";

const { workload } = assume(
  {
    unitOfWork: "order",
    ratePerSecond: 20,
    peakToMean: 5,
    steps: [
      { name: "validate", durationMs: 100, memoryMb: 256 },
      { name: "charge", durationMs: 900, memoryMb: 512 },
    ],
    orchestration: { kind: "step-functions-standard", transitionsPerUnit: 8 },
  },
  {},
  loadCatalog(),
);

const R = "ratePerSecond";
const P = "peakToMean";
const D = "steps.1.durationMs";
const M = "steps.1.memoryMb";
const T = "orchestration.transitionsPerUnit";

/** Ways to say that a figure moves, the figure, and the factor it moves by. */
const moves: readonly (readonly [string, string, number])[] = [
  ["say the load were to swell by a half", R, 1.5],
  ["suppose twice the punters turn up", R, 2],
  ["suppose the load shrinks to a third", R, 1 / 3],
  ["traffic shrinks to a third of that", R, 1 / 3],
  ["traffic up by half again", R, 1.5],
  ["half again as much traffic", R, 1.5],
  ["half as many orders again", R, 1.5],
  ["a quarter less traffic", R, 0.75],
  ["traffic a quarter less", R, 0.75],
  ["half as many orders", R, 0.5],
  ["twice what we said", R, 2],
  ["orders at twice what we said", R, 2],
  ["an order of magnitude more", R, 10],
  ["an order of magnitude more traffic", R, 10],
  ["two orders of magnitude more orders", R, 100],
  ["one order of magnitude fewer orders", R, 0.1],
  ["triple it", R, 3],
  ["10x that", R, 10],
  ["ten times that", R, 10],
  ["traffic cut in two", R, 0.5],
  ["cut the load in two", R, 0.5],
  ["cut charge's memory in half", M, 0.5],
  ["cut the traffic in three", R, 1 / 3],
  ["volume grows by a factor of 4", R, 4],
  ["traffic grows fivefold", R, 5],
  ["traffic goes up five-fold", R, 5],
  ["a fivefold increase in orders", R, 5],
  ["load drops by a factor of ten", R, 0.1],
  ["load drops to two thirds", R, 2 / 3],
  ["load falls by two thirds", R, 1 / 3],
  ["traffic rises by three quarters", R, 1.75],
  ["traffic rises to three times the current figure", R, 3],
  ["traffic climbs 40 percent", R, 1.4],
  ["traffic climbs by 40 percent", R, 1.4],
  ["traffic sinks 40 %", R, 0.6],
  ["traffic dips by a fifth", R, 0.8],
  ["traffic slides to 60% of today", R, 0.6],
  ["traffic goes to 150%", R, 1.5],
  ["traffic at 150% of what we assumed", R, 1.5],
  ["down a third on orders", R, 2 / 3],
  ["orders down by a third", R, 2 / 3],
  ["orders are down 30%", R, 0.7],
  ["orders up 30%", R, 1.3],
  ["knock a third off the load", R, 2 / 3],
  ["take a quarter off charge's time", D, 0.75],
  ["charge runs a third faster", D, 2 / 3],
  ["charge takes half as long", D, 0.5],
  ["charge takes half as long again", D, 1.5],
  ["charge takes twice as long", D, 2],
  ["charge 3x slower", D, 3],
  ["charge three times quicker", D, 1 / 3],
  ["charge needs half the memory", M, 0.5],
  ["charge could do with a third more memory", M, 4 / 3],
  ["charge with a quarter of the memory", M, 0.25],
  ["quadruple charge's memory", M, 4],
  ["quarter the load", R, 0.25],
  ["the load quarters", R, 0.25],
  ["halve the load", R, 0.5],
  ["load halves", R, 0.5],
  ["load was halved", R, 0.5],
  ["expand the volume by half", R, 1.5],
  ["volume balloons by 80%", R, 1.8],
  ["volume explodes to 10x", R, 10],
  ["demand surges by 60 percent", R, 1.6],
  ["demand doubles", R, 2],
  ["demand doubled?", R, 2],
  ["demand trebles", R, 3],
  ["demand plunges by 90%", R, 0.1],
  ["demand collapses to a tenth", R, 0.1],
  ["one tenth of the orders", R, 0.1],
  ["a tenth of the traffic", R, 0.1],
  ["what about a hundred times the traffic", R, 100],
  ["100 times as many orders", R, 100],
  ["a hundredfold", R, 100],
  ["peak a third lower", P, 2 / 3],
  ["the peak is twice as high", P, 2],
  ["peak half as bad", P, 0.5],
  ["peaks grow by half", P, 1.5],
  ["what if we get three times the shoppers", R, 3],
  ["imagine half the users leave", R, 0.5],
  ["imagine half the users left", R, 0.5],
  ["what if a third of the customers churn", R, 2 / 3],
  ["if 20% of customers walk away", R, 0.8],
  ["suppose 50% more people order", R, 1.5],
  ["half the transitions", T, 0.5],
  ["transitions doubled", T, 2],
  ["transitions go up by half", T, 1.5],
  ["x3 the load", R, 3],
  ["load x3", R, 3],
  ["load times three", R, 3],
  ["multiply the load by 3", R, 3],
  ["multiply orders by ten", R, 10],
  ["divide the load by 4", R, 0.25],
  ["load divided by four", R, 0.25],
  ["scale traffic up by 25%", R, 1.25],
  ["scale traffic up 4x", R, 4],
  ["scale the load down by half", R, 0.5],
  ["reduce traffic threefold", R, 1 / 3],
  ["add 50% to the load", R, 1.5],
  ["add half again to the load", R, 1.5],
  ["add another third to the traffic", R, 4 / 3],
  ["traffic plus 20%", R, 1.2],
  ["traffic minus a quarter", R, 0.75],
  ["only two thirds of the orders", R, 2 / 3],
  ["just 3/4 of the traffic", R, 0.75],
  ["1.5 times the load", R, 1.5],
  ["one and a half times the load", R, 1.5],
  ["two and a half times as many orders", R, 2.5],
  ["nearly double the orders", R, 2],
  ["double that again", R, 2],
  ["half of that", R, 0.5],
  ["make that a third", R, 1 / 3],
  ["ten percent more", R, 1.1],
  ["thirty percent fewer orders", R, 0.7],
  ["what if it is 5x worse", R, 5],
  ["the load is double what you have", R, 2],
  ["it'll be more like triple", R, 3],
  ["more like triple the traffic", R, 3],
  ["we expect to triple", R, 3],
  ["we'll double by spring", R, 2],
  ["what if we lose half our customers", R, 0.5],
];

/** The factor by which the only edit of a sentence moves a figure. */
function moved(text: string): { path: string; factor: number } | string {
  const read = readFollowUp(text, workload);
  if (read.kind === "intent") return read.intent;
  const [change, second] = read.changes;
  if (change === undefined || second !== undefined) return JSON.stringify(read.changes);
  const before = getPath(workload, parsePath(change.path) ?? []);
  return {
    path: change.path,
    factor: change.op === "scale" ? change.value : Number(change.value) / Number(before),
  };
}

describe("figures that move", () => {
  it.each(moves)("%s: %s x %d", (text, path, factor) => {
    expect(moved(text)).toEqual({ path, factor: expect.closeTo(factor, 6) });
  });

  it("moves each of two figures by its own factor", () => {
    expect(readFollowUp("double charge's memory and halve its time", workload)).toMatchObject({
      changes: [
        { op: "scale", path: M, value: 2 },
        { op: "scale", path: D, value: 0.5 },
      ],
    });
  });

  it("asks which figure of a step is meant", () => {
    expect(moved("shave 10% off charge")).toBe("unknown");
    expect(moved("cut charge in two")).toBe("unknown");
  });
});
