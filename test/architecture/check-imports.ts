import { isBuiltin } from "node:module";
import { posix } from "node:path";
import {
  type ImportRule,
  importedOnlyBy,
  importTable,
  openToAll,
  openToAllButTheModel,
  packageTable,
} from "./import-table.ts";
import { type Import, readImports } from "./read-imports.ts";
import { partOf, type SourceFile } from "./source-file.ts";

/** Sentences, one for each import that breaks the table: "src/reply/x.ts:3 imports …: reply may import only …". */
export function checkImports(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) =>
    readImports(file.text).flatMap((found) => {
      const fault = faultOf(file.path, found);
      return fault === null
        ? []
        : [`${file.path}:${found.line} imports ${found.specifier ?? "a computed name"}: ${fault}`];
    }),
  );
}

/** The file an import means, from the root of the project; null for a package or a builtin. */
export function importedPath(fromPath: string, specifier: string): string | null {
  if (specifier.startsWith("#")) return specifier.slice(1);
  if (specifier.startsWith(".")) return posix.join(posix.dirname(fromPath), specifier);
  return null;
}

function faultOf(fromPath: string, { specifier, typeOnly, clause }: Import): string | null {
  const from = partOf(fromPath);
  if (specifier === null) return "write the name out, so that the import table can be checked";
  if (specifier.startsWith("../")) return "use #src/… or #commands/… across folders";
  if (clause === "*") return "export names one by one: no barrel files";
  const path = importedPath(fromPath, specifier);
  if (path !== null) return fileFault(from, path, typeOnly);
  if (isBuiltin(specifier)) return builtinFault(from, specifier, clause);
  return packageFault(from, specifier);
}

function fileFault(from: string, path: string, typeOnly: boolean): string | null {
  if (!/^(?:src|commands)\//.test(path)) return "src and commands import only each other";
  const to = partOf(path);
  const onlyBy = importedOnlyBy[to];
  if (onlyBy !== undefined && to !== from && !onlyBy.includes(from)) return `only ${listed(onlyBy)} may import ${to}`;
  if (to === from || isOpen(from, to)) return null;
  const rule = importTable.find((row) => row.from === from);
  if (rule === undefined) return `${from} has no row in the import table`;
  const name = path.replace(/^src\//, "").replace(/\.ts$/, "");
  if (rule.mayImport.some((target) => target === "anything" || covers(target, name))) return null;
  if (typeOnly && rule.typesOf?.some((target) => covers(target, name))) return null;
  return `${from} may import only ${describe(rule)}`;
}

function isOpen(from: string, to: string): boolean {
  if (openToAll.some((name) => name === to)) return true;
  return from !== "model" && openToAllButTheModel.some((name) => name === to);
}

/** `llm/port` covers the file llm/port.ts and the folder llm/port. */
function covers(target: string, name: string): boolean {
  return name === target || name.startsWith(`${target}/`);
}

function builtinFault(from: string, specifier: string, clause: string): string | null {
  if (from === "model") return "the model imports no node builtin: it is data in, data out";
  if (/^(?:node:)?process$/.test(specifier) && /\benv\b/.test(clause) && from !== "config")
    return "only src/config.ts reads the environment";
  return null;
}

function packageFault(from: string, specifier: string): string | null {
  const entry = Object.entries(packageTable).find(([name]) =>
    name.endsWith("*") ? specifier.startsWith(name.slice(0, -1)) : covers(name, specifier),
  );
  if (entry === undefined) return "the package is not in test/architecture/import-table.ts";
  const [name, places] = entry;
  if (places.includes("anywhere") || places.includes(from)) return null;
  return `${name} may be imported only in ${listed(places)}`;
}

function describe(rule: ImportRule): string {
  const types = rule.typesOf === undefined ? [] : [`the types of ${listed(rule.typesOf)}`];
  const targets = [...rule.mayImport, ...types];
  return targets.length === 0 ? "itself, errors.ts and packages" : listed(targets);
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
