import { describe, expect, test } from "vitest";
import { damaged } from "#src/catalog/data-files.ts";
import { commandTable } from "#src/cli/command-table.ts";
import { jsonCommand } from "#src/cli/machine-command.ts";
import { route } from "#src/cli/route.ts";
import { UserError } from "#src/errors.ts";
import { runCli } from "#test/support/run-cli.ts";

const failing = jsonCommand({
  name: "fail",
  summary: "Fail",
  answer: (input) => {
    if (input === "user") throw new UserError({ code: "bad-input", message: "First\nline.", nextStep: "Do this." });
    if (input === "catalog") throw damaged("eks.json: rows.0: unit");
    if (input === "bug") throw new TypeError("a secret the person wrote");
    return { input };
  },
});
const table = [{ name: "fail", summary: "Fail", load: async () => failing }];

function cli(argv: readonly string[], input: string | null = null, rows = table) {
  return runCli((io) => route(argv, io, rows), input);
}

describe("the executable", () => {
  test.each([[[]], [["--help"]], [["help"]]])("lists its commands for %j", async (argv) => {
    const { code, stdout } = await cli(argv, null, [...commandTable]);
    expect(code).toBe(0);
    for (const { name, summary } of commandTable) expect(stdout).toMatch(new RegExp(`^  ${name} +${summary}$`, "m"));
  });

  test("every row of the table loads the command it names", async () => {
    for (const row of commandTable) {
      const command = await row.load();
      expect(command.name).toBe(row.name);
      expect(command.summary).toBe(row.summary);
    }
  });

  test("suggests the nearest command", async () => {
    const { code, stderr } = await cli(["fial"]);
    expect(code).toBe(2);
    expect(stderr).toContain("Did you mean fail?");
  });

  test("a person's mistake is one line and exit 2", async () => {
    expect(await cli(["fail"], '"user"')).toEqual({ code: 2, stdout: "", stderr: "First line. Do this.\n" });
  });

  test("a fault of ours is an id and exit 70, and repeats nothing the person wrote", async () => {
    const { code, stdout, stderr } = await cli(["fail"], '"bug"');
    expect(code).toBe(70);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
    expect(stderr).toContain("TypeError");
    expect(stderr).not.toContain("secret");
  });

  test("a damaged catalog file is named, for whoever edited it", async () => {
    const { code, stderr } = await cli(["fail"], '"catalog"');
    expect(code).toBe(70);
    expect(stderr).toContain("eks.json: rows.0: unit");
    expect(stderr.trimEnd()).not.toContain("\n");
  });

  test("a fault of ours with --ndjson spoils its line alone", async () => {
    const { code, stdout } = await cli(["fail", "--ndjson"], '1\n"bug"\n2');
    expect(code).toBe(0);
    const answers = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(answers.map((answer) => answer.error?.code ?? answer.input)).toEqual([1, "internal", 2]);
  });

  test("a reader that goes away ends the command quietly", async () => {
    const gone = Object.assign(new Error("write EPIPE"), { code: "EPIPE" });
    const run = await runCli((io) => route(["fail"], { ...io, write: () => Promise.reject(gone) }, table), "1");
    expect(run).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  test("help for one command", async () => {
    expect((await cli(["fail", "--help"])).stdout).toContain("rethink fail [file.json]");
  });
});
