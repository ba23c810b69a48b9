import { importedPath } from "./check-imports.ts";
import { readImports } from "./read-imports.ts";
import { partOf, type SourceFile } from "./source-file.ts";

/** Parts that import each other, directly or round a corner: "reviews -> storage -> reviews". Types count. */
export function checkCycles(files: readonly SourceFile[]): string[] {
  const graph = partGraph(files);
  const cycles = new Set<string>();
  for (const part of graph.keys()) {
    const path = pathBack(graph, part);
    if (path !== null) cycles.add(startingWithFirst(path));
  }
  return [...cycles].map((cycle) => `parts import each other: ${cycle}`);
}

function partGraph(files: readonly SourceFile[]): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const file of files) {
    const from = partOf(file.path);
    const targets = graph.get(from) ?? new Set<string>();
    graph.set(from, targets);
    for (const { specifier } of readImports(file.text)) {
      const path = specifier === null ? null : importedPath(file.path, specifier);
      if (path !== null && partOf(path) !== from) targets.add(partOf(path));
    }
  }
  return graph;
}

/** Shortest way from a part back to itself, without the return; breadth first. */
function pathBack(graph: ReadonlyMap<string, ReadonlySet<string>>, start: string): string[] | null {
  const seen = new Set<string>();
  const queue: string[][] = [[start]];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    for (const next of graph.get(path.at(-1) ?? start) ?? []) {
      if (next === start) return path;
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push([...path, next]);
    }
  }
  return null;
}

/** One spelling for a cycle, wherever it was entered. */
function startingWithFirst(path: readonly string[]): string {
  const first = [...path].sort()[0] ?? "";
  const at = path.indexOf(first);
  return [...path.slice(at), ...path.slice(0, at), first].join(" -> ");
}
