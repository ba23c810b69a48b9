import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const readme = readFileSync(join(root, "README.md"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "rethink-readme-"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The transcript cut at its prompts: what was typed, and what came back. */
function transcript(): { typed: string; answer: string }[] {
  const [, block = ""] = /```text\n([\s\S]*?)```/.exec(readme) ?? [];
  return block
    .split(/^you> /m)
    .slice(1)
    .map((part) => {
      const [typed = "", ...rest] = part.split("\n");
      return { typed, answer: rest.join("\n").trim() };
    });
}

describe("the README", () => {
  it("shows a conversation that goes exactly like this", () => {
    const parts = transcript();
    const input = `${parts.map(({ typed }) => typed).join("\n")}\n/quit\n`;
    const run = spawnSync(process.execPath, [join(root, "src/cli.ts"), "chat", "--as", "ada"], {
      input,
      encoding: "utf8",
      cwd: folder,
      env: { ...process.env, NO_COLOR: "1" },
    });
    // The review's id is the only thing that chance decides.
    const said = run.stdout.replace(/^[A-Z0-9]{4} rev 1 /m, "7K2Q rev 1 ").trim();
    expect(said.replace(/\n{2,}/g, "\n\n")).toBe(parts.map(({ answer }) => answer).join("\n\n"));
  });

  it("links only to files that are there", () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, path]) => path ?? "");
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) expect(() => readFileSync(join(root, link), "utf8"), link).not.toThrow(/ENOENT/);
  });
});
