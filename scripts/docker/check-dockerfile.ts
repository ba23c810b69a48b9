import { existsSync } from "node:fs";
import { join } from "node:path";
import { validate } from "dockerfile-utils";
import { finalStage, readDockerfile, type Step } from "./read-dockerfile.ts";

/** Faults of a Dockerfile, in words: what a linter finds, and what this project asks of its image. */
export function checkDockerfile(text: string, ignoreText: string, root: string): string[] {
  const lint = validate(text).map(({ range, message }) => `Dockerfile:${range.start.line + 1} ${message}`);
  const steps = readDockerfile(text);
  return [...lint, ...checkSources(steps, ignoreText, root), ...checkPromises(steps)];
}

/** Every file copied from the project is there, and .dockerignore lets it through. */
function checkSources(steps: readonly Step[], ignoreText: string, root: string): string[] {
  const admitted = ignoreText.split("\n").flatMap((line) => (line.startsWith("!") ? [line.slice(1).trim()] : []));
  return steps.flatMap((step) => {
    if (step.kind !== "copy" || step.fromStage !== null) return [];
    return step.sources.flatMap((source) => {
      if (!existsSync(join(root, source))) return [`COPY ${source}: there is no such file`];
      if (!admitted.includes(source)) return [`COPY ${source}: .dockerignore keeps it out, add !${source}`];
      return [];
    });
  });
}

function checkPromises(steps: readonly Step[]): string[] {
  const last = finalStage(steps);
  const faults: string[] = [];
  for (const step of steps) {
    if (step.kind === "from" && !/:[^:]*\d/.test(step.image)) faults.push(`FROM ${step.image}: name a version`);
    if (step.kind === "run" && /\bnpm (?:ci|install)\b/.test(step.command) && !step.command.includes("--omit=dev"))
      faults.push(`RUN ${step.command}: production dependencies only, --omit=dev`);
  }
  const user = last.findLast((step) => step.kind === "user")?.name;
  if (user === undefined || user === "root" || user === "0") faults.push("the image runs as root: set USER");
  const command = last.findLast((step) => step.kind === "cmd")?.command;
  if (command === undefined || command.length === 0)
    faults.push('CMD must be a JSON array, as in CMD ["node", "src/cli.ts"]');
  return faults;
}
