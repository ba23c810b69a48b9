import { readFileSync } from "node:fs";
import { checkDockerfile } from "./docker/check-dockerfile.ts";

// Lints the Dockerfile and checks that what it copies exists. Quick; `npm run docker:replay` proves that it suffices.
const faults = checkDockerfile(readFileSync("Dockerfile", "utf8"), readFileSync(".dockerignore", "utf8"), ".");
for (const fault of faults) process.stderr.write(`${fault}\n`);
if (faults.length > 0) process.exitCode = 1;
