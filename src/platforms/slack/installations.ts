import type { Installation, InstallationQuery, InstallationStore } from "@slack/bolt";
import { z } from "zod";
import { UserError } from "#src/errors.ts";
import { parseJson } from "./button-value.ts";

/**
 * Where installations are kept: one record a tenant (workspace or organisation). The record holds a token, so the
 * implementation encrypts it at rest.
 */
export interface InstallationPort {
  put(tenant: string, record: string): Promise<void>;
  get(tenant: string): Promise<string | null>;
  delete(tenant: string): Promise<void>;
}

const named = z.object({ id: z.string(), name: z.string().optional() });

/** Only what is needed to act as the bot: the tokens of people who install are not kept. */
const recordSchema = z.object({
  team: named.optional(),
  enterprise: named.optional(),
  isEnterpriseInstall: z.boolean(),
  appId: z.string().optional(),
  installedBy: z.string(),
  bot: z.object({ token: z.string(), id: z.string(), userId: z.string(), scopes: z.array(z.string()) }),
});
export type InstallationRecord = z.infer<typeof recordSchema>;

function tenantOfInstallation(installation: Installation): string | undefined {
  return installation.isEnterpriseInstall === true ? installation.enterprise?.id : installation.team?.id;
}

function tenantOfQuery(query: InstallationQuery<boolean>): string | undefined {
  return query.isEnterpriseInstall ? query.enterpriseId : query.teamId;
}

function toRecord(installation: Installation): InstallationRecord | null {
  const { bot, team, enterprise, user, isEnterpriseInstall, appId } = installation;
  if (bot === undefined) return null;
  return recordSchema.parse({
    ...(team === undefined ? {} : { team: { id: team.id, name: team.name } }),
    ...(enterprise === undefined ? {} : { enterprise: { id: enterprise.id, name: enterprise.name } }),
    isEnterpriseInstall: isEnterpriseInstall === true,
    ...(appId === undefined ? {} : { appId }),
    installedBy: user.id,
    bot: { token: bot.token, id: bot.id, userId: bot.userId, scopes: bot.scopes },
  });
}

function toInstallation(record: InstallationRecord): Installation<"v2", boolean> {
  const { team, enterprise, bot, isEnterpriseInstall, installedBy } = record;
  return {
    team: team === undefined ? undefined : { id: team.id, ...(team.name === undefined ? {} : { name: team.name }) },
    enterprise: enterprise === undefined ? undefined : { id: enterprise.id },
    user: { token: undefined, scopes: undefined, id: installedBy },
    bot,
    isEnterpriseInstall,
    authVersion: "v2",
    tokenType: "bot",
  };
}

/** The record of a tenant; null when Rethink is not installed there. */
export async function readInstallation(port: InstallationPort, tenant: string): Promise<InstallationRecord | null> {
  const kept = await port.get(tenant);
  if (kept === null) return null;
  const parsed = recordSchema.safeParse(parseJson(kept));
  return parsed.success ? parsed.data : null;
}

const notInstalled = (): UserError =>
  new UserError({
    code: "not-allowed",
    message: "Rethink is not installed in this Slack workspace.",
    nextStep: "Open the install page again.",
  });

/** Our port in the shape Bolt's OAuth flow asks for. */
export function installationStore(port: InstallationPort): InstallationStore {
  return {
    async storeInstallation(installation) {
      const tenant = tenantOfInstallation(installation);
      const record = toRecord(installation);
      if (tenant === undefined || record === null) throw notInstalled();
      await port.put(tenant, JSON.stringify(record));
    },
    async fetchInstallation(query) {
      const tenant = tenantOfQuery(query);
      const record = tenant === undefined ? null : await readInstallation(port, tenant);
      if (record === null) throw notInstalled();
      return toInstallation(record);
    },
    async deleteInstallation(query) {
      const tenant = tenantOfQuery(query);
      if (tenant !== undefined) await port.delete(tenant);
    },
  };
}
