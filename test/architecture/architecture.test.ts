import { describe, expect, test } from "vitest";
import { checkCycles } from "./check-cycles.ts";
import { checkImports } from "./check-imports.ts";
import { checkCode, checkShape, checkTests } from "./check-shape.ts";
import { readSourceFiles } from "./source-file.ts";

const root = new URL("../..", import.meta.url).pathname.replace(/\/$/, "");
const program = await readSourceFiles(root, ["src", "commands"]);
const around = await readSourceFiles(root, ["test", "scripts"]);

describe("the architecture", () => {
  test("every import of src and commands is one the table allows", () => {
    expect(program.length).toBeGreaterThan(10);
    expect(checkImports(program)).toEqual([]);
  });

  test("no two parts import each other", () => {
    expect(checkCycles(program)).toEqual([]);
  });

  test("files are short, kebab-case and no barrels", () => {
    expect(checkShape([...program, ...around])).toEqual([]);
  });

  test("the environment, the clock and chance stay where they belong", () => {
    expect(checkCode(program)).toEqual([]);
  });

  test("no test is left out, singled out or still to write", () => {
    expect(checkTests(around)).toEqual([]);
  });
});
