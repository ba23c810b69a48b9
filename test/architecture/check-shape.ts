import { blankText } from "./blank-text.ts";
import { codeRules } from "./import-table.ts";
import { partOf, type SourceFile } from "./source-file.ts";

const LINES_MAX = 300;
const KEBAB_CASE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Files that are too long, badly named, or barrels. */
export function checkShape(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const faults: string[] = [];
    const lines = text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
    if (lines > LINES_MAX) faults.push(`${path} has ${lines} lines: ${LINES_MAX} are the most, one idea a file`);
    const names = path.replace(/(?:\.test|\.d)?\.ts$/, "").split("/");
    for (const name of names) {
      if (!KEBAB_CASE.test(name)) faults.push(`${path}: write ${name} in kebab-case`);
    }
    if (names.at(-1) === "index") faults.push(`${path} is a barrel: import each file by its own name`);
    return faults;
  });
}

/** Code that a part must not hold: the environment, the clock, randomness, double casts. */
export function checkCode(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const part = partOf(path);
    const lines = blankText(text).split("\n");
    return codeRules
      .filter((rule) => rule.forbiddenIn === "everywhere" || rule.forbiddenIn.includes(part))
      .filter((rule) => !rule.except.includes(part))
      .flatMap((rule) =>
        lines.flatMap((line, index) =>
          rule.pattern.test(line) ? [`${path}:${index + 1} uses ${rule.name}: ${rule.because}`] : [],
        ),
      );
  });
}

const LEFT_OUT = /\b(?:test|it|describe)(?:\.\w+)*\.(?:skip|only|todo)\b/;

/** Tests that do not run, or that keep others from running. */
export function checkTests(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    blankText(text)
      .split("\n")
      .flatMap((line, index) =>
        LEFT_OUT.test(line) ? [`${path}:${index + 1} leaves tests out: run it or remove it`] : [],
      ),
  );
}
