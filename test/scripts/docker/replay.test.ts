import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readDockerfile } from "#scripts/docker/read-dockerfile.ts";
import { replayDockerfile } from "#scripts/docker/replay.ts";

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "rethink-replay-"));
  await mkdir(join(root, "src"));
  await writeFile(join(root, "src/part.txt"), "part");
  await writeFile(join(root, "top.txt"), "top");
  await writeFile(join(root, "never-copied.txt"), "secret");
});
afterAll(() => rm(root, { recursive: true, force: true }));

const dockerfile = `FROM base:1 AS build
WORKDIR /app
COPY top.txt ./
RUN cat top.txt > made.txt && mkdir empty
FROM base:1
ENV MARK=here
WORKDIR /app
COPY --from=build --chown=node:node /app/made.txt ./
COPY --from=build /app/empty ./data
COPY src ./src
USER node
CMD ["sh", "-c", "cat made.txt src/part.txt; test -d data; printf \\" $MARK\\""]
`;

test("the last stage holds what was copied and nothing else, and its command runs there", () => {
  const steps = readDockerfile(dockerfile);
  const seen = replayDockerfile(steps, root, (last, run) => {
    const cmd = steps.find((step) => step.kind === "cmd")?.command ?? [];
    return { folder: last.folder, said: run(cmd, ""), listed: run(["ls", "-A"], "") };
  });
  expect(seen.said).toBe("toppart here");
  expect(seen.listed).toBe("data\nmade.txt\nsrc\n");
  expect(existsSync(seen.folder)).toBe(false);
});

test("a file that was not copied is missed", () => {
  const steps = readDockerfile("FROM base:1\nWORKDIR /app\nCOPY src ./src\nRUN cat never-copied.txt 2>/dev/null\n");
  expect(() => replayDockerfile(steps, root, () => null)).toThrow("Command failed");
});

test("a failing step leaves no folder behind and names the file", () => {
  const steps = readDockerfile("FROM base:1\nCOPY absent.txt ./\n");
  expect(() => replayDockerfile(steps, root, () => null)).toThrow("COPY absent.txt: there is no such file");
});
