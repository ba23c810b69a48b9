import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "..");

test("the configuration page names every variable that is read, and no other", () => {
  const source = readFileSync(join(root, "src/config.ts"), "utf8");
  const schema = source.slice(source.indexOf("environmentSchema"), source.indexOf("export interface"));
  const read = [...schema.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name);
  const page = readFileSync(join(root, "docs/configuration.md"), "utf8");
  const named = [...page.matchAll(/^\|(.+?)\|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, name]) => name),
  );
  expect(read.length).toBeGreaterThan(10);
  expect([...new Set(named)].toSorted()).toEqual(read.toSorted());
});
