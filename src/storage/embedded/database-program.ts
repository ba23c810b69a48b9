import { readFile } from "node:fs/promises";

let compiling: Promise<WebAssembly.Module> | null = null;

/** PostgreSQL as PGlite ships it, compiled once a process and shared by all its database threads. */
export function databaseProgram(): Promise<WebAssembly.Module> {
  compiling ??= readFile(new URL("./pglite.wasm", import.meta.resolve("@electric-sql/pglite"))).then((bytes) =>
    WebAssembly.compile(bytes),
  );
  return compiling;
}
