import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** A file to judge: path from the root of the project, with forward slashes. */
export interface SourceFile {
  path: string;
  text: string;
}

/** Every TypeScript file of the folders, in the order of their paths. */
export async function readSourceFiles(root: string, folders: readonly string[]): Promise<SourceFile[]> {
  const paths: string[] = [];
  for (const folder of folders) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      if (!entry.isFile() || !entry.name.endsWith(".ts")) continue;
      const folderPath = entry.parentPath.slice(root.length + 1).replaceAll("\\", "/");
      paths.push(`${folderPath}/${entry.name}`);
    }
  }
  paths.sort();
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(root, path), "utf8") })));
}

/**
 * The part of the program a file belongs to: `src/model/pricing/tiers.ts` is of `model`, `src/platforms/slack/app.ts`
 * of `platforms/slack`, `src/cli.ts` and `src/cli/price.ts` of `cli`, `commands/review.ts` of `commands`.
 */
export function partOf(path: string): string {
  const [top, second, third] = path.replace(/\.ts$/, "").split("/");
  if (top !== "src") return top ?? path;
  if (second === "platforms" && third !== undefined) return `platforms/${third}`;
  return second ?? path;
}
