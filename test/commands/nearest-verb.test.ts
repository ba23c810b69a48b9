import { expect, test } from "vitest";
import { editDistance, nearestVerb } from "#commands/nearest-verb.ts";
import { registry } from "#commands/registry.ts";

test.each([
  ["limts", "limits"],
  ["breakdwon", "breakdown"],
  ["assumtions", "assumptions"],
  ["brekeven", "break-even"],
  ["decied", "decide"],
  ["hlep", "help"],
  ["forgt 7K2Q", "forget"],
  ["assum", "assumptions"],
  ["undoo", "undo"],
])("%s is near %s", (typed, verb) => {
  expect(nearestVerb(typed, registry)).toBe(verb);
});

test.each(["frobnicate", "x", "", "42", "kubernetes"])("%j is near nothing", (typed) => {
  expect(nearestVerb(typed, registry)).toBeNull();
});

test("a swap of neighbours is one slip", () => {
  expect(editDistance("hlep", "help")).toBe(1);
  expect(editDistance("kitten", "sitting")).toBe(3);
  expect(editDistance("", "abc")).toBe(3);
});
