import type { InstallationPort } from "#src/platforms/slack/installations.ts";

/** Installations in memory, and a look at what was kept. */
export function memoryInstallations(): InstallationPort & { readonly kept: ReadonlyMap<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    async put(tenant, record) {
      kept.set(tenant, record);
    },
    async get(tenant) {
      return kept.get(tenant) ?? null;
    },
    async delete(tenant) {
      kept.delete(tenant);
    },
  };
}

/** What is kept of a workspace that installed Rethink. */
export function installationRecord(team: string, token: string, userId: string): string {
  return JSON.stringify({
    team: { id: team },
    isEnterpriseInstall: false,
    installedBy: "UADMIN",
    bot: { token, id: `B${userId.slice(1)}`, userId, scopes: ["chat:write"] },
  });
}
