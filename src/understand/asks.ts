import type { AskReading } from "./reading.ts";

/** Why a description cannot be used as it is. */
export interface Gap {
  code: AskReading["code"];
  path: string | null;
  /** The words at fault; empty where nothing was said. */
  said: string;
}

const example = '"50 requests a second, 200 ms at 512 MB, in Ireland"';

/** Turns a gap into a question: what is wrong, and what to type. */
export function askFor(gap: Gap): Pick<AskReading, "code" | "message" | "path"> {
  return { code: gap.code, path: gap.path, message: messageFor(gap) };
}

function messageFor({ code, said, path }: Gap): string {
  switch (code) {
    case "no-workload":
      return `I found no workload in that. Say how often it runs, how long it takes and its memory, for example ${example}.`;
    case "missing-rate":
      return 'How often does it run? A volume is never assumed. Say it in any unit, for example "300 a second" or "2 million a day".';
    case "unknown-region":
      return `AWS has no region "${said}". Name one by code or city, for example "eu-west-1" or "Frankfurt".`;
    case "bad-input":
      return `"${said}" cannot be used as ${fieldName(path)}. Give a figure above zero, for example ${example}.`;
  }
}

function fieldName(path: string | null): string {
  if (path === null) return "a figure of a workload";
  if (path.endsWith("durationMs")) return "a duration";
  if (path.endsWith("memoryMb")) return "a memory size";
  return path === "ratePerSecond" ? "a rate" : `the value of ${path}`;
}
