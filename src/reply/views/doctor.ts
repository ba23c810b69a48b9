import { assertNever } from "#src/errors.ts";
import { factDate } from "#src/reply/dates.ts";
import { count } from "#src/reply/numbers.ts";
import type { Reply, Span } from "#src/reply/reply.ts";
import { plain, strong } from "#src/reply/spans.ts";

/** One thing that was looked at before a start. */
export type DoctorCheck =
  | { code: "config"; problem: string | null }
  | { code: "store"; kind: "embedded" | "postgres"; place: string; problem: string | null; waiting: number }
  | { code: "catalog"; pricesAsOf: string; ageDays: number; isOld: boolean }
  | { code: "slack"; mode: "socket" | "http" | "many-workspaces" | "off" }
  | { code: "discord"; mode: "on" | "off" }
  | { code: "llm"; model: string | null }
  | { code: "secret-key"; needed: boolean; problem: string | null };

/** What was found, one line a check. */
export function doctorReply(checks: readonly DoctorCheck[]): Reply {
  const faults = checks.filter(isFault).length;
  const title = faults === 0 ? "Ready to start" : `${faults} ${faults === 1 ? "thing needs" : "things need"} mending`;
  return {
    kind: "detail",
    summary: `${title}.`,
    accent: "none",
    blocks: [
      { kind: "headline", text: title },
      { kind: "list", items: checks.map(line) },
    ],
  };
}

/** True for what keeps Rethink from starting. */
export function isFault(check: DoctorCheck): boolean {
  return "problem" in check && check.problem !== null;
}

function line(check: DoctorCheck): Span[] {
  const mark = isFault(check) ? strong("no  ") : plain("ok  ");
  return [mark, plain(words(check))];
}

function words(check: DoctorCheck): string {
  switch (check.code) {
    case "config":
      return check.problem ?? "configuration: every variable can be read";
    case "store": {
      const where = check.kind === "embedded" ? `embedded store in ${check.place}` : "PostgreSQL";
      return check.problem ?? `${where}: opens, ${count(check.waiting)} events waiting`;
    }
    case "catalog": {
      const age = check.isOld ? `${count(check.ageDays)} days old: run "rethink prices refresh"` : "current";
      return `prices of ${factDate(check.pricesAsOf)}: ${age}`;
    }
    case "slack":
      return `Slack: ${slackWords[check.mode]}`;
    case "discord":
      return `Discord: ${check.mode === "on" ? "token set" : "off, no token"}`;
    case "llm":
      return check.model === null ? "language model: none, the parser reads alone" : `language model: ${check.model}`;
    case "secret-key":
      return check.problem ?? (check.needed ? "RETHINK_SECRET_KEY: set" : "RETHINK_SECRET_KEY: not needed");
    default:
      return assertNever(check);
  }
}

const slackWords = {
  socket: "Socket Mode, one workspace",
  http: "HTTP, one workspace",
  "many-workspaces": "HTTP with OAuth, many workspaces",
  off: "off, no token",
} as const;
