import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkDockerfile } from "#scripts/docker/check-dockerfile.ts";

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "rethink-dockerfile-"));
  await writeFile(join(root, "package.json"), "{}");
});
afterAll(() => rm(root, { recursive: true, force: true }));

const good = `FROM node:26-slim AS dependencies
COPY package.json ./
RUN npm ci --omit=dev
FROM node:26-slim
COPY --from=dependencies --chown=node:node /app ./
USER node
CMD ["node", "src/cli.ts"]
`;
const ignore = "*\n!package.json\n";

test("a sound Dockerfile has no faults", () => {
  expect(checkDockerfile(good, ignore, root)).toEqual([]);
});

describe("says what is wrong", () => {
  test.each([
    ["an unknown instruction", good.replace("USER", "USR"), ignore, "Dockerfile:6 Unknown instruction: USR"],
    ["a second CMD", `${good}CMD ["node"]\n`, ignore, "There can only be one CMD"],
    ["a source that is not there", good.replace("package.json", "pakcage.json"), ignore, "there is no such file"],
    ["a source kept out of the build", good, "*\n", "add !package.json"],
    ["development packages", good.replace(" --omit=dev", ""), ignore, "--omit=dev"],
    [
      "an image without a version",
      good.replace("node:26-slim", "node:latest"),
      ignore,
      "FROM node:latest: name a version",
    ],
    ["root", good.replace("USER node\n", ""), ignore, "runs as root"],
    [
      "a user that is not the last stage's",
      good.replace("USER node\n", "").replace("RUN", "USER node\nRUN"),
      ignore,
      "root",
    ],
    ["a CMD in shell form", good.replace('["node", "src/cli.ts"]', "node src/cli.ts"), ignore, "must be a JSON array"],
  ])("about %s", (_what, text, ignoreText, fault) => {
    expect(checkDockerfile(text, ignoreText, root).join("\n")).toContain(fault);
  });
});
