import type { RESTPostAPIApplicationCommandsJSONBody } from "discord.js";
import { z } from "zod";

/** A command as Discord gives it back; more keys are ignored. */
export const registeredSchema = z.array(
  z.looseObject({ id: z.string(), name: z.string(), type: z.number().default(1) }),
);
export type Registered = z.infer<typeof registeredSchema>[number];

/** What has to be sent so that Discord knows exactly the wanted commands. */
export interface CommandChanges {
  create: readonly RESTPostAPIApplicationCommandsJSONBody[];
  update: readonly { id: string; command: RESTPostAPIApplicationCommandsJSONBody }[];
  remove: readonly { id: string; name: string }[];
  unchanged: readonly string[];
}

/** Compares by type and name, which are a command's identity, then by every key we set. */
export function commandChanges(
  wanted: readonly RESTPostAPIApplicationCommandsJSONBody[],
  registered: readonly Registered[],
): CommandChanges {
  const create: RESTPostAPIApplicationCommandsJSONBody[] = [];
  const update: { id: string; command: RESTPostAPIApplicationCommandsJSONBody }[] = [];
  const unchanged: string[] = [];
  for (const command of wanted) {
    const known = registered.find((one) => one.name === command.name && one.type === (command.type ?? 1));
    if (known === undefined) create.push(command);
    else if (isSame(command, known)) unchanged.push(command.name);
    else update.push({ id: known.id, command });
  }
  const remove = registered
    .filter(({ name, type }) => !wanted.some((one) => one.name === name && (one.type ?? 1) === type))
    .map(({ id, name }) => ({ id, name }));
  return { create, update, remove, unchanged };
}

/** Keys Discord adds by itself, and leaves out where they say nothing. */
function isSame(wanted: unknown, found: unknown): boolean {
  if (Array.isArray(wanted)) {
    const list: unknown[] = Array.isArray(found) ? found : [];
    return wanted.length === list.length && wanted.every((item, index) => isSame(item, list[index]));
  }
  if (wanted === null || typeof wanted !== "object") return isEmpty(wanted) ? isEmpty(found) : wanted === found;
  const known = found === null || typeof found !== "object" ? {} : found;
  const keys = new Set([...Object.keys(wanted), ...Object.keys(known).filter((key) => isOurs(key))]);
  return [...keys].every((key) => sameKey(valueAt(wanted, key), valueAt(known, key)));
}

function sameKey(wanted: unknown, found: unknown): boolean {
  return (isEmpty(wanted) && isEmpty(found)) || isSame(wanted, found);
}

/** `required: false`, `options: []` and an absent key mean the same. */
function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);
}

/** What we would have set if we wanted it: an option or a choice that stayed behind is a difference. */
function isOurs(key: string): boolean {
  return ["options", "choices", "required", "contexts"].includes(key);
}

function valueAt(object: object, key: string): unknown {
  return Object.entries(object).find(([name]) => name === key)?.[1];
}
