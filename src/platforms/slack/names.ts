import type { webApi } from "@slack/bolt";
import { slackCode } from "./slack-errors.ts";

const REMEMBERED = 5000;

/**
 * Handles of people who write in threads: messages carry only ids. Without the scope users:read, or when Slack does
 * not answer, the id stands for the name.
 */
export function createNames() {
  const names = new Map<string, string>();
  return {
    async of(tenant: string, client: webApi.WebClient, user: string): Promise<string> {
      const key = `${tenant}:${user}`;
      const known = names.get(key);
      if (known !== undefined) return known;
      const name = await lookUp(client, user);
      if (name === null) return user;
      const [oldest] = names.size >= REMEMBERED ? names.keys() : [];
      if (oldest !== undefined) names.delete(oldest);
      names.set(key, name);
      return name;
    },
  };
}
export type Names = ReturnType<typeof createNames>;

/** Null: not now. */
async function lookUp(client: webApi.WebClient, user: string): Promise<string | null> {
  try {
    const { user: found } = await client.users.info({ user });
    return found?.name ?? user;
  } catch (error) {
    return slackCode(error) === "missing_scope" || slackCode(error) === "user_not_found" ? user : null;
  }
}
