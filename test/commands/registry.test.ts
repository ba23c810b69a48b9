import { describe, expect, test } from "vitest";
import { helpGroups } from "#commands/command.ts";
import { parseLine } from "#commands/parse-line.ts";
import { registry } from "#commands/registry.ts";
import { verbs } from "#src/reply/verbs.ts";

describe.each(registry.map((command) => [command.verb, command] as const))("%s", (_verb, command) => {
  test("fits Discord: descriptions of at most 100 characters, lower-case option names, at most 25 options", () => {
    expect(command.summary.length).toBeLessThanOrEqual(100);
    expect(command.options.length).toBeLessThanOrEqual(25);
    for (const { name, description, choices } of command.options) {
      expect(name).toMatch(/^[a-z-]{1,32}$/);
      expect(description.length, description).toBeLessThanOrEqual(100);
      expect(choices?.length ?? 0).toBeLessThanOrEqual(25);
    }
  });

  test("each example is read as this verb", () => {
    expect(command.examples.length).toBeGreaterThan(0);
    for (const example of command.examples) expect(parseLine(example, registry)?.verb, example).toBe(command.verb);
  });

  test("each synonym alone, or with what the verb needs, is this verb", () => {
    for (const synonym of command.synonyms) {
      const rest =
        command.verb === "review" ? " 50 requests a second" : (command.examples[0] ?? "").slice(command.verb.length);
      const parsed = [synonym, `${synonym}${rest}`].map((line) => parseLine(line, registry)?.verb);
      expect(parsed, synonym).toContain(command.verb);
    }
  });

  test("says what it does starting with a verb, and belongs to a group of the help", () => {
    expect(command.summary).toMatch(/^[A-Z][a-z]+ /);
    expect(command.summary).not.toMatch(/\.$/);
    expect(helpGroups).toContain(command.group);
  });
});

test("no word means two verbs", () => {
  const words = registry.flatMap(({ verb, synonyms }) => [verb, ...synonyms]);
  expect(words.length).toBe(new Set(words).size);
});

test("every verb is there once, in one list", () => {
  const known = registry.map(({ verb }) => verb);
  expect(new Set(known).size).toBe(known.length);
  for (const verb of known) expect(verbs).toContain(verb);
});
