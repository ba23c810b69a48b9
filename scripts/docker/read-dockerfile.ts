import { Copy, DockerfileParser, Env, From } from "dockerfile-ast";

/** One instruction, as far as the check and the replay need it. */
export type Step =
  | { kind: "from"; image: string; stage: string }
  | { kind: "workdir"; path: string }
  | { kind: "env"; values: Readonly<Record<string, string>> }
  | { kind: "copy"; fromStage: string | null; sources: readonly string[]; target: string }
  | { kind: "run"; command: string }
  | { kind: "user"; name: string }
  | { kind: "cmd"; command: readonly string[] }
  | { kind: "other"; keyword: string };

/** The instructions of a Dockerfile, in order. A stage without a name goes by its number. */
export function readDockerfile(text: string): Step[] {
  let stages = 0;
  return DockerfileParser.parse(text)
    .getInstructions()
    .map((instruction): Step => {
      const keyword = instruction.getKeyword();
      const content = instruction.getArgumentsContent() ?? "";
      const words = instruction.getArguments().map((argument) => argument.getValue());
      if (instruction instanceof From) {
        const stage = instruction.getBuildStage() ?? String(stages);
        stages += 1;
        return { kind: "from", image: instruction.getImage() ?? "", stage };
      }
      if (instruction instanceof Env) {
        const pairs = instruction.getProperties().map((property) => [property.getName(), property.getValue() ?? ""]);
        return { kind: "env", values: Object.fromEntries(pairs) };
      }
      if (instruction instanceof Copy) {
        const fromStage =
          instruction
            .getFlags()
            .find((flag) => flag.getName() === "from")
            ?.getValue() ?? null;
        return { kind: "copy", fromStage, sources: words.slice(0, -1), target: words.at(-1) ?? "" };
      }
      if (keyword === "WORKDIR") return { kind: "workdir", path: content };
      if (keyword === "RUN") return { kind: "run", command: content };
      if (keyword === "USER") return { kind: "user", name: content };
      if (keyword === "CMD") return { kind: "cmd", command: commandOf(content) };
      return { kind: "other", keyword };
    });
}

/** CMD as a JSON array; in shell form the shell would swallow the stop signal, so it counts as missing. */
function commandOf(content: string): string[] {
  if (!content.startsWith("[")) return [];
  const words: unknown = JSON.parse(content);
  return Array.isArray(words) ? words.filter((word) => typeof word === "string") : [];
}

/** The steps of the last stage: what ends up in the image. */
export function finalStage(steps: readonly Step[]): Step[] {
  const start = steps.findLastIndex((step) => step.kind === "from");
  return steps.slice(start);
}
