import * as spec from "discord-api-spec/zod";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { CommandInfo } from "#commands/command.ts";
import { registry } from "#commands/registry.ts";
import { commandChanges } from "#src/platforms/discord/command-changes.ts";
import { commandDefinitions } from "#src/platforms/discord/commands.ts";
import { inviteUrl } from "#src/platforms/discord/intents.ts";
import { registerCommands } from "#src/platforms/discord/register.ts";
import { payloadOf } from "#test/support/discord/gateway-payloads.ts";
import { startTwin, type Twin } from "#test/support/discord/twin.ts";
import { createWire, type Wire } from "#test/support/discord/wire.ts";
import { configFor } from "#test/support/discord/world.ts";

let twin: Twin;
let wire: Wire;
beforeAll(async () => {
  twin = await startTwin();
});
afterAll(() => twin.stop());
beforeEach(() => {
  wire = createWire(twin);
});

const GUILD = "123456789012345678";

function register(commands: readonly CommandInfo[] = registry, guildId: string | null = null, isDryRun = false) {
  return registerCommands({
    config: configFor(twin),
    commands,
    guildId,
    isDryRun,
    makeRequest: wire.makeRequest,
  });
}

const writes = () =>
  wire.calls.filter(({ method }) => method !== "GET").map(({ method, body }) => [method, body["name"]]);

const limits: CommandInfo = {
  verb: "limits",
  group: "Look closer",
  summary: "Show what breaks first",
  examples: [],
  synonyms: [],
  options: [{ name: "review", description: "Id of a review", required: false, takes: "review-id" }],
  form: null,
};

test("holds every command to Discord's document", () => {
  for (const scope of ["everywhere", "one-server"] as const) {
    for (const command of commandDefinitions(registry, scope)) {
      expect(spec.ApplicationCommandCreateRequestSchema.safeParse(command).error?.issues).toBeUndefined();
    }
  }
});

test("gives each verb a subcommand with its summary and typed options, required ones first", () => {
  const [rethink] = commandDefinitions(registry, "everywhere").map(payloadOf);
  const subs = Array.isArray(rethink?.["options"]) ? rethink["options"].map(payloadOf) : [];
  expect(subs.map(({ name }) => name)).toEqual(registry.map(({ verb }) => verb));
  expect(subs.find(({ name }) => name === "whatif")).toMatchObject({
    type: 1,
    options: [
      { name: "text", type: 3, required: true },
      { name: "review", type: 3, required: false },
    ],
  });
  for (const sub of subs) {
    const required = Array.isArray(sub["options"]) ? sub["options"].map((option) => payloadOf(option)["required"]) : [];
    expect(required, String(sub["name"])).toEqual(required.toSorted((a, b) => Number(b) - Number(a)));
  }
});

test("offers choices where an option has some, and takes words where there are too many", () => {
  const choices = Array.from({ length: 30 }, (_, index) => ({ label: `choice ${index}`, value: `${index}` }));
  const option = { name: "which", description: "Which one", required: true, takes: "choice" as const };
  const subOf = (count: number) =>
    commandDefinitions([{ ...limits, options: [{ ...option, choices: choices.slice(0, count) }] }], "everywhere")[0];
  expect(subOf(25)).toMatchObject({ options: [{ options: [{ choices: { length: 25 } }] }] });
  expect(JSON.stringify(subOf(26))).not.toContain("choices");
});

test("cuts a summary at Discord's 100 characters", () => {
  const [rethink] = commandDefinitions([{ ...limits, summary: `Show ${"everything ".repeat(20)}` }], "everywhere");
  expect(spec.ApplicationCommandCreateRequestSchema.safeParse(rethink).success).toBe(true);
});

test("sends everything the first time, and nothing the second", async () => {
  const first = await register();
  expect(first.changes.create.map(({ name }) => name)).toEqual(["rethink", "Review this"]);
  wire.forget();
  const second = await register();
  expect(second.changes).toMatchObject({ create: [], update: [], remove: [], unchanged: ["rethink", "Review this"] });
  expect(writes()).toEqual([]);
  expect(wire.faults).toEqual([]);
});

test("sends only the command that changed, and takes away what is none of ours any more", async () => {
  await register([limits]);
  wire.commands.put({ id: "9", name: "legacy", type: 1, where: `/applications/${twin.botId}/commands` });
  wire.forget();
  const { changes } = await register([{ ...limits, summary: "Show what breaks first, and when" }]);
  expect(writes()).toEqual([
    ["PATCH", "rethink"],
    ["DELETE", undefined],
  ]);
  expect(changes.unchanged).toEqual(["Review this"]);
  expect(wire.faults).toEqual([]);
});

test("keeps the commands of one server apart from those of all", async () => {
  await register([limits]);
  await register([limits], GUILD);
  expect(wire.calls.map(({ method, path }) => `${method} ${path.includes("/guilds/")}`)).toContain("POST true");
  wire.forget();
  await register([limits], GUILD);
  expect(writes()).toEqual([]);
});

test("only says what would change in a dry run", async () => {
  const { changes } = await register([limits], null, true);
  expect(changes.create).toHaveLength(2);
  expect(writes()).toEqual([]);
});

test("sees an option, a choice or a place that was added or taken away", () => {
  const [wanted] = commandDefinitions([limits], "everywhere");
  if (wanted === undefined) throw new Error("no command");
  const known = { ...payloadOf(JSON.parse(JSON.stringify(wanted))), id: "1", name: "rethink", type: 1 };
  const changed = (registered: object) => commandChanges([wanted], [{ ...known, ...registered }]).update.length;
  expect(changed({})).toBe(0);
  expect(changed({ version: "7", nsfw: false, default_member_permissions: null })).toBe(0);
  expect(changed({ description: "Something else" })).toBe(1);
  expect(changed({ contexts: [0] })).toBe(1);
  const options = [{ type: 1, name: "limits", description: limits.summary, options: [] }];
  expect(changed({ options })).toBe(1);
});

test("names the token, or the server, that Discord does not take", async () => {
  wire.refuse("GET", /applications\/@me$/, { status: 401 });
  await expect(register()).rejects.toMatchObject({ code: "config", message: "Discord does not accept DISCORD_TOKEN." });
  wire.refuse("GET", /\/guilds\//, { status: 403, code: 50_001 });
  await expect(register(registry, GUILD)).rejects.toMatchObject({
    code: "config",
    message: `The bot is not in the server ${GUILD}.`,
  });
});

test("invites with the six permissions of the table", () => {
  const url = new URL(inviteUrl("42"));
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: "42",
    scope: "bot applications.commands",
    // 1 << 10, 11, 15, 16, 35 and 38: 1024 + 2048 + 32768 + 65536 + 34359738368 + 274877906944.
    permissions: "309237746688",
  });
});
