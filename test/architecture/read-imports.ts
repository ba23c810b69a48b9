import { blankText } from "./blank-text.ts";

/** One import line, export-from line, `import()` or file named for a worker or a resolver. */
export interface Import {
  /** As written: `#src/model/workload.ts`, `./spans.ts`, `zod`. Null: computed at run time. */
  specifier: string | null;
  line: number;
  typeOnly: boolean;
  /** What is imported, as written between `import` and `from`. */
  clause: string;
}

/** `import … from "…"`, `export … from "…"`, `import "…"`; the text of strings is blank, their quotes are not. */
const staticImport = /\b(import|export)\b((?:(?!\b(?:import|export)\b)[^"'`;=()])*?)(\bfrom\s*)?["']/g;
const dynamicImport = /(\btypeof\s+)?\bimport\s*\(\s*(["']?)/g;
const resolvedName = /\b(?:import\.meta\.resolve|require(?:\.resolve)?)\s*\(\s*(["'])/g;
/** A worker's file is an import like any other. */
const fileUrl = /\bnew\s+URL\s*\(\s*(["'])/g;

/** Every import of a TypeScript source, types included, in the order of the lines. */
export function readImports(source: string): Import[] {
  const code = blankText(source);
  const found: Import[] = [];
  const add = (start: number, quoteAt: number | null, typeOnly: boolean, clause: string) =>
    found.push({
      specifier: quoteAt === null ? null : quotedAt(source, quoteAt),
      line: source.slice(0, start).split("\n").length,
      typeOnly,
      clause: clause.trim(),
    });
  for (const match of code.matchAll(staticImport)) {
    const [whole, keyword, clause = "", from] = match;
    const bare = keyword === "import" && clause.trim() === "" && from === undefined;
    if (from !== undefined || bare) add(match.index, match.index + whole.length - 1, isTypeOnly(clause), clause);
  }
  for (const match of code.matchAll(dynamicImport)) {
    const quoteAt = match[2] === "" ? null : match.index + match[0].length - 1;
    add(match.index, quoteAt, match[1] !== undefined, "");
  }
  for (const match of code.matchAll(resolvedName)) add(match.index, match.index + match[0].length - 1, false, "");
  for (const match of code.matchAll(fileUrl)) {
    const quoteAt = match.index + match[0].length - 1;
    if (quotedAt(source, quoteAt).endsWith(".ts")) add(match.index, quoteAt, false, "");
  }
  return found.sort((a, b) => a.line - b.line);
}

/** The text of the string that opens at a position; import names hold no escapes. */
function quotedAt(source: string, quoteAt: number): string {
  const quote = source[quoteAt] ?? '"';
  return source.slice(quoteAt + 1, source.indexOf(quote, quoteAt + 1));
}

/** `type X`, `type { X }`, or braces in which every name is marked `type`. */
function isTypeOnly(clause: string): boolean {
  const text = clause.trim();
  if (/^type\b(?!\s*,)/.test(text)) return true;
  const names = /^{([^}]*)}$/
    .exec(text)?.[1]
    ?.split(",")
    .filter((name) => name.trim() !== "");
  return names !== undefined && names.length > 0 && names.every((name) => /^\s*type\s/.test(name));
}
