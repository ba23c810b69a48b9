import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { ChannelId } from "#src/storage/port.ts";

/** The condition every query starts with: rows of this channel of this tenant and no other. */
export function inChannel(key: ChannelId): RawBuilder<SqlBool> {
  return sql<SqlBool>`platform = ${key.platform} and tenant = ${key.tenant} and channel = ${key.channel}`;
}

/** The columns of the key, to insert. */
export function channelColumns(key: ChannelId): ChannelId {
  return { platform: key.platform, tenant: key.tenant, channel: key.channel };
}
