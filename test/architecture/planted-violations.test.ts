import { describe, expect, test } from "vitest";
import { checkCycles } from "./check-cycles.ts";
import { checkImports } from "./check-imports.ts";
import { checkCode, checkShape, checkTests } from "./check-shape.ts";

const file = (path: string, text: string) => ({ path, text });

describe("forbidden imports are found", () => {
  test.each([
    [
      "src/model/a.ts",
      'import { b } from "#src/catalog/load.ts";',
      "model may import only itself, errors.ts and packages",
    ],
    ["src/model/a.ts", 'import { log } from "#src/log.ts";', "model may import only"],
    ["src/model/a.ts", 'import { readFileSync } from "node:fs";', "no node builtin"],
    ["src/model/a.ts", 'import { join } from "path";', "no node builtin"],
    ["src/catalog/a.ts", 'import { b } from "#src/reviews/b.ts";', "catalog may import only model"],
    ["src/storage/a.ts", 'import { b } from "#src/model/b.ts";', "storage may import only the types of model"],
    ["src/understand/a.ts", 'import { b } from "#src/llm/openai.ts";', "understand may import only model and llm/port"],
    ["src/reviews/a.ts", 'import { b } from "#src/storage/kysely.ts";', "storage/port"],
    [
      "src/digest/a.ts",
      'import type { B } from "#src/jobs/boss.ts";',
      "digest may import only model, reviews and jobs/port",
    ],
    ["src/reply/a.ts", 'import type { B } from "#src/storage/b.ts";', "the types of model, reviews and digest"],
    ["src/reply/a.ts", 'import { b } from "#src/model/b.ts";', "the types of model, reviews and digest"],
    ["src/reply/a.ts", 'import { type B, c } from "#src/model/b.ts";', "the types of model, reviews and digest"],
    ["src/charts/a.ts", 'import type { B } from "#src/reply/reply.ts";', "reply/chart-spec"],
    [
      "commands/a.ts",
      'import { b } from "#src/storage/b.ts";',
      "commands may import only model, reviews, digest and reply",
    ],
    ["src/platforms/slack/a.ts", 'import { b } from "#src/platforms/discord/b.ts";', "platforms/slack may import only"],
    ["src/platforms/slack/a.ts", 'import { b } from "#commands/registry.ts";', "commands/command"],
    ["src/platforms/slack/a.ts", 'import type { B } from "#src/model/b.ts";', "platforms/slack may import only"],
    ["src/reviews/a.ts", 'import { b } from "#src/main.ts";', "only cli may import main"],
    ["src/reviews/a.ts", 'import { b } from "#test/support/b.ts";', "src and commands import only each other"],
    ["src/newcomer/a.ts", 'import { b } from "#src/model/b.ts";', "newcomer has no row in the import table"],
    ["src/reviews/a.ts", 'import { b } from "../model/b.ts";', "use #src/"],
    ["src/reviews/a.ts", 'import { b } from "../../commands/b.ts";', "use #src/"],
    ["src/reviews/a.ts", 'export * from "./b.ts";', "no barrel files"],
    ["src/cli/a.ts", 'import { App } from "@slack/bolt";', "@slack/* may be imported only in platforms/slack"],
    ["src/reply/a.ts", 'import type { Block } from "@slack/types";', "only in platforms/slack"],
    ["src/main.ts", 'import { Client } from "discord.js";', "discord.js may be imported only in platforms/discord"],
    ["src/cli/a.ts", 'import { b } from "@discordjs/rest";', "only in platforms/discord"],
    ["src/understand/a.ts", 'import OpenAI from "openai";', "openai may be imported only in llm"],
    ["src/understand/a.ts", 'import { b } from "openai/helpers/zod";', "openai may be imported only in llm"],
    ["src/reviews/a.ts", 'import _ from "lodash";', "not in test/architecture/import-table.ts"],
    ["src/log.ts", 'import { env } from "node:process";', "only src/config.ts reads the environment"],
  ])("in %s: %s", (path, text, reason) => {
    const found = checkImports([file(path, text)]);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${path}:1 imports `);
    expect(found[0]).toContain(reason);
  });

  test.each([
    ["over several lines", 'import {\n  a,\n  b,\n} from "#src/storage/b.ts";'],
    ["as an export", 'export { a } from "#src/storage/b.ts";'],
    ["for its effects", 'import "#src/storage/b.ts";'],
    ["at run time", 'const b = await import("#src/storage/b.ts");'],
    ["as a type in place", 'let b: import("#src/storage/b.ts").B;'],
    ["in single quotes", "import { a } from '#src/storage/b.ts';"],
    ["as a worker", 'new Worker(new URL("./../storage/b.ts", import.meta.url));'],
    ["after a regular expression with a quote", 'const q = /["\'`]/;\nimport { a } from "#src/storage/b.ts";'],
    ["inside a template", "const t = `x $" + '{await import("#src/storage/b.ts")} y`;'],
    ["by a computed name", "const b = await import(name);"],
  ])("written %s", (_how, text) => {
    expect(checkImports([file("src/reply/a.ts", text)])).toHaveLength(1);
  });

  test("the sentence names file, line, target and what is allowed", () => {
    const text = 'import { a } from "./a.ts";\nimport { b } from "#src/storage/b.ts";\n';
    expect(checkImports([file("src/catalog/x.ts", text)])).toEqual([
      "src/catalog/x.ts:2 imports #src/storage/b.ts: catalog may import only model",
    ]);
  });
});

describe("allowed imports pass", () => {
  test.each([
    ["src/model/a.ts", 'import { z } from "zod";'],
    ["src/model/a.ts", 'import { assertNever } from "#src/errors.ts";'],
    ["src/model/parts/a.ts", 'import { b } from "#src/model/b.ts";'],
    ["src/catalog/a.ts", 'import { readFile } from "node:fs/promises";'],
    ["src/reply/a.ts", 'import type { B } from "#src/model/b.ts";'],
    ["src/reply/a.ts", 'import { type B, type C } from "#src/model/b.ts";'],
    ["src/understand/a.ts", 'import { redact } from "#src/redact.ts";'],
    ["src/platforms/slack/a.ts", 'import { App } from "@slack/bolt";'],
    ["src/platforms/slack/a.ts", 'import type { Platform } from "#src/platforms/port.ts";'],
    ["src/platforms/slack/a.ts", 'import type { Command } from "#commands/command.ts";'],
    ["src/cli.ts", 'import { compose } from "#src/main.ts";'],
    ["src/main.ts", 'import { start } from "#src/platforms/discord/start.ts";'],
    ["src/reply/a.ts", '// import { b } from "#src/storage/b.ts";'],
    ["src/reply/a.ts", '/* import { b } from "#src/storage/b.ts"; */'],
    ["src/reply/a.ts", "const text = 'import { b } from \"#src/storage/b.ts\"';"],
    ["src/reply/a.ts", 'const text = `import { b } from "#src/storage/b.ts"`;'],
  ])("in %s: %s", (path, text) => {
    expect(checkImports([file(path, text)])).toEqual([]);
  });
});

test("parts that import each other are found, types included, in one spelling", () => {
  const files = [
    file("src/reviews/a.ts", 'import { b } from "#src/storage/port.ts";'),
    file("src/storage/port.ts", 'import type { B } from "#src/catalog/b.ts";'),
    file("src/catalog/b.ts", 'import type { A } from "#src/reviews/a.ts";'),
    file("src/digest/a.ts", 'import { b } from "#src/reviews/a.ts";'),
  ];
  expect(checkCycles(files)).toEqual(["parts import each other: catalog -> reviews -> storage -> catalog"]);
});

test("the folder a port lives in counts apart from the platforms", () => {
  const files = [
    file("src/platforms/slack/a.ts", 'import { b } from "#src/platforms/port.ts";'),
    file("src/platforms/port.ts", 'import type { R } from "#src/reply/reply.ts";'),
  ];
  expect(checkCycles(files)).toEqual([]);
});

describe("badly shaped files are found", () => {
  test.each([
    ["src/model/CamelCase.ts", "", "kebab-case"],
    ["src/snake_case/a.ts", "", "kebab-case"],
    ["src/model/index.ts", "", "barrel"],
    ["src/model/long.ts", "x;\n".repeat(301), "301 lines"],
  ])("%s", (path, text, reason) => {
    expect(checkShape([file(path, text)])).toEqual([expect.stringContaining(reason)]);
  });

  test("300 lines and the endings of tests and declarations are fine", () => {
    expect(checkShape([file("test/model/a.test.ts", "x;\n".repeat(300)), file("test/b.d.ts", "")])).toEqual([]);
  });
});

describe("code in the wrong part is found", () => {
  test.each([
    ["src/reviews/a.ts", "const key = process.env.OPENAI_API_KEY;"],
    ["src/log.ts", 'const level = process["env"].LEVEL;'],
    ["src/cli/a.ts", "const { env } = process;"],
    ["src/reviews/a.ts", "const x = `$" + "{process.env.X}`;"],
    ["src/model/a.ts", "const now = Date.now();"],
    ["src/model/a.ts", "const now = new Date();"],
    ["src/model/a.ts", "const now = new Date;"],
    ["src/model/a.ts", "const roll = Math.random();"],
    ["src/model/a.ts", "process.stdout.write(x);"],
    ["src/reply/a.ts", "const x = y as unknown as Z;"],
  ])("in %s: %s", (path, text) => {
    expect(checkCode([file(path, text)])).toEqual([expect.stringContaining(`${path}:1 uses `)]);
  });

  test.each([
    ["src/config.ts", "const key = process.env.OPENAI_API_KEY;"],
    ["src/clock.ts", "export const systemClock = () => new Date();"],
    ["src/model/a.ts", "const then = new Date(isoDate);"],
    ["src/model/a.ts", "// never Date.now() here"],
    ["src/model/a.ts", 'const text = "process.env";'],
    ["src/model/a.ts", "const { process } = architecture;"],
  ])("and code in its place is not, in %s: %s", (path, text) => {
    expect(checkCode([file(path, text)])).toEqual([]);
  });
});

test.each(["test.skip('a', f);", "describe.only('a', f);", "test.todo('a');", "test.concurrent.skip('a', f);"])(
  "a test left out is found: %s",
  (text) => {
    expect(checkTests([file("test/a.test.ts", text)])).toHaveLength(1);
  },
);

test("a test that depends on what is installed may be skipped", () => {
  expect(checkTests([file("test/a.test.ts", "test.skipIf(absent)('a', f);")])).toEqual([]);
});
