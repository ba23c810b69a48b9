import type { MachineCommand } from "./machine-command.ts";

/** A row names a command and loads its file only when it is called. */
export interface CommandRow {
  name: string;
  summary: string;
  load(): Promise<MachineCommand>;
}

/** Every machine command, in the order of `rethink --help`. One row each. */
export const commandTable: readonly CommandRow[] = [
  {
    name: "review",
    summary: "Review a workload: cost and limits of each option, and what would change the answer",
    load: async () => (await import("./review.ts")).reviewCommand,
  },
  {
    name: "check",
    summary: "Check a workload against what you expect of it; exit 1 when it no longer holds",
    load: async () => (await import("./check.ts")).checkCommand,
  },
  {
    name: "start",
    summary: "Run on Slack and Discord where tokens are set; otherwise chat here",
    load: async () => (await import("./start.ts")).startCommand,
  },
  {
    name: "chat",
    summary: "Talk with Rethink in this terminal",
    load: async () => (await import("./chat.ts")).chatCommand,
  },
  {
    name: "understand",
    summary: "Read a description into a workload",
    load: async () => (await import("./understand.ts")).understandCommand,
  },
  {
    name: "follow-up",
    summary: "Read a sentence about a workload as a change or a question",
    load: async () => (await import("./follow-up.ts")).followUpCommand,
  },
  {
    name: "price",
    summary: "Price amounts of AWS dimensions, or resources they follow from",
    load: async () => (await import("./price.ts")).priceCommand,
  },
  {
    name: "prices",
    summary: "Say what the price catalog holds: dates, sources, coverage, gaps",
    load: async () => (await import("./prices.ts")).pricesCommand,
  },
  {
    name: "prices refresh",
    summary: "Read the AWS Price List and show, or write, what differs from the catalog",
    load: async () => (await import("./prices-refresh.ts")).pricesRefreshCommand,
  },
  {
    name: "slack manifest",
    summary: "Print the Slack app manifest to create the app from",
    load: async () => (await import("./slack.ts")).slackManifestCommand,
  },
  {
    name: "discord register",
    summary: "Make the commands known to Discord, and print the address that adds the bot to a server",
    load: async () => (await import("./discord.ts")).discordRegisterCommand,
  },
  {
    name: "export",
    summary: "Write everything the store holds, to move it to another",
    load: async () => (await import("./export.ts")).exportCommand,
  },
  {
    name: "import",
    summary: "Read an export into an empty store",
    load: async () => (await import("./import.ts")).importCommand,
  },
  {
    name: "doctor",
    summary: "Look at configuration, store and catalog, and say what needs mending",
    load: async () => (await import("./doctor.ts")).doctorCommand,
  },
  {
    name: "actuals import",
    summary: "Add up a FOCUS cost file and log what each review's months really cost",
    load: async () => (await import("./actuals-import.ts")).actualsImportCommand,
  },
];
