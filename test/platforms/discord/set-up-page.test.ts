import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readConfig } from "#src/config.ts";
import { intentTable, inviteUrl, permissionTable } from "#src/platforms/discord/intents.ts";

const page = readFileSync("docs/discord.md", "utf8");

/** The rows of the table between two marks, without its head. */
function rows(mark: string): string[] {
  const [, inside = ""] = page.split(new RegExp(`<!-- /?${mark} -->`));
  return inside
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(2);
}

describe("docs/discord.md", () => {
  it("lists the permissions the invitation asks for, and why", () => {
    expect(rows("permissions")).toEqual(permissionTable.map(({ label, why }) => `| ${label} | ${why} |`));
  });

  it("lists the events Discord is asked for, and why", () => {
    expect(rows("intents")).toEqual(intentTable.map(({ intent, why }) => `| \`${intent}\` | ${why} |`));
  });

  it("names variables that are read", () => {
    const named = [...page.matchAll(/^\| `(DISCORD_[A-Z_]+)` \|/gm)].map(([, name]) => name ?? "");
    expect(named.toSorted()).toEqual([
      "DISCORD_API_URL",
      "DISCORD_APPLICATION_ID",
      "DISCORD_GUILD_ID",
      "DISCORD_MESSAGE_CONTENT",
      "DISCORD_TOKEN",
    ]);
    expect(readConfig(Object.fromEntries(named.map((name) => [name, "1"]))).discord).toEqual({
      token: "1",
      applicationId: "1",
      guildId: "1",
      apiUrl: "1",
      messageContent: true,
    });
  });
});

describe("the invitation", () => {
  it("asks for what the table says, as Discord's numbers", () => {
    // 2^10 + 2^11 + 2^15 + 2^16 + 2^35 + 2^38 = 1,024 + 2,048 + 32,768 + 65,536 + 34,359,738,368 + 274,877,906,944.
    const url = new URL(inviteUrl("123"));
    expect(url.searchParams.get("permissions")).toBe("309237746688");
    expect(url.searchParams.get("scope")).toBe("bot applications.commands");
  });
});
