/**
 * Who may import whom. CONTRIBUTING.md shows the same rows; the test beside this file proves them.
 *
 * A part is a folder of src (`model`), one platform (`platforms/slack`), `commands`, or a file at the top of src.
 * A target may be a whole part, or one file of it (`llm/port`). A part may always import itself.
 */
export interface ImportRule {
  from: string;
  mayImport: readonly string[];
  /** Parts of which only the types are wanted: `import type`. */
  typesOf?: readonly string[];
}

export const importTable: readonly ImportRule[] = [
  { from: "model", mayImport: [] },
  { from: "catalog", mayImport: ["model"] },
  { from: "storage", mayImport: [], typesOf: ["model"] },
  { from: "jobs", mayImport: [], typesOf: ["model"] },
  { from: "llm", mayImport: [], typesOf: ["model"] },
  { from: "understand", mayImport: ["model", "llm/port"] },
  { from: "reviews", mayImport: ["model", "catalog", "understand", "storage/port"] },
  { from: "digest", mayImport: ["model", "reviews", "jobs/port"] },
  { from: "reply", mayImport: [], typesOf: ["model", "reviews", "digest"] },
  { from: "charts", mayImport: [], typesOf: ["model", "reply/chart-spec"] },
  { from: "commands", mayImport: ["model", "reviews", "digest", "reply"] },
  { from: "platforms/port", mayImport: [], typesOf: ["reply"] },
  { from: "platforms/slack", mayImport: ["reply", "platforms/port", "commands/command"] },
  { from: "platforms/discord", mayImport: ["reply", "platforms/port", "commands/command"] },
  { from: "platforms/terminal", mayImport: ["reply", "platforms/port", "commands/command"] },
  { from: "ops", mayImport: [], typesOf: ["storage/port", "jobs/port"] },
  { from: "cli", mayImport: ["anything"] },
  { from: "main", mayImport: ["anything"] },
];

/** Small files at the top of src that every part but the model may import. `errors` is open to the model too. */
export const openToAll = ["errors"] as const;
export const openToAllButTheModel = ["redact", "clock", "log", "config"] as const;

/** Only the executable starts the program. */
export const importedOnlyBy: Readonly<Record<string, readonly string[]>> = { main: ["cli"] };

/**
 * Where each package may be imported; `*` ends a prefix, "anywhere" is what it says.
 * A package that is not here may not be imported at all: add it with the one place that needs it.
 */
export const packageTable: Readonly<Record<string, readonly string[]>> = {
  zod: ["anywhere"],
  "@slack/*": ["platforms/slack"],
  "discord.js": ["platforms/discord"],
  "@discordjs/*": ["platforms/discord"],
  "discord-api-types/*": ["platforms/discord"],
  openai: ["llm"],
  "@electric-sql/pglite": ["storage"],
  kysely: ["storage"],
  pg: ["storage"],
  "pg-boss": ["jobs"],
  "@resvg/resvg-js": ["charts"],
  "@expo-google-fonts/inter": ["charts"],
  pino: ["log"],
  "prom-client": ["ops"],
};

/** What must not appear in the code of a part, and why; comments and text do not count. */
export interface CodeRule {
  pattern: RegExp;
  name: string;
  /** Every part, or only these. */
  forbiddenIn: readonly string[] | "everywhere";
  except: readonly string[];
  because: string;
}

export const codeRules: readonly CodeRule[] = [
  {
    pattern: /\bprocess\s*\??\s*(?:\.\s*env\b|\[)|[{,]\s*env\b[^}]*}\s*=\s*process\b/,
    name: "process.env",
    forbiddenIn: "everywhere",
    except: ["config"],
    because: "only src/config.ts reads the environment",
  },
  {
    pattern: /\bDate\.now\b|\bnew\s+Date\b(?:\s*\(\s*\)|(?!\s*\())|(?<!new\s)\bDate\s*\(/,
    name: "the current time",
    forbiddenIn: ["model"],
    except: [],
    because: "the model has no clock: pass the date in",
  },
  {
    pattern: /\bMath\.random\b|(?<![.\w])(?:crypto|performance|process)\s*\.|\bsetTimeout\b|(?<![.\w])fetch\s*\(/,
    name: "randomness or I/O",
    forbiddenIn: ["model"],
    except: [],
    because: "the model is data in, data out",
  },
  {
    pattern: /\bas\s+unknown\s+as\b/,
    name: "a double cast",
    forbiddenIn: "everywhere",
    except: [],
    because: "parse at the edge, with zod",
  },
];
