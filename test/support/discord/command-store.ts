import { type Payload, payloadOf } from "./gateway-payloads.ts";

/** Registered commands, one by one, as Discord keeps them: the twin takes them only all at once. */
export function createCommandStore(newId: () => string) {
  const stored: Payload[] = [];

  function answer(method: string, path: string, body: Payload): Response | null {
    const [, where, id] = /^(\/applications\/\d+(?:\/guilds\/\d+)?\/commands)(?:\/(\d+))?$/.exec(path) ?? [];
    if (where === undefined) return null;
    const at = stored.findIndex((command) => command["id"] === id);
    switch (method) {
      case "GET":
        return json(200, stored.filter((command) => command["where"] === where).map(withoutPlace));
      case "POST": {
        const command = { ...asKept(body), id: newId(), where };
        stored.push(command);
        return json(201, withoutPlace(command));
      }
      case "PATCH":
        stored[at] = { ...payloadOf(stored[at]), ...asKept(body) };
        return json(200, withoutPlace(payloadOf(stored[at])));
      case "DELETE":
        stored.splice(at, 1);
        return new Response(null, { status: 204 });
      default:
        return null;
    }
  }

  return { answer, all: (): Payload[] => stored.map(withoutPlace), put: (command: Payload) => stored.push(command) };
}
export type CommandStore = ReturnType<typeof createCommandStore>;

/** Discord adds keys of its own, and leaves out what says nothing. */
function asKept(body: Payload): Payload {
  const whole = { version: "1", default_member_permissions: null, nsfw: false, dm_permission: true, ...body };
  return payloadOf(
    JSON.parse(JSON.stringify(whole, (key, value) => (key === "required" && value === false ? undefined : value))),
  );
}

function withoutPlace({ where: _, ...command }: Payload): Payload {
  return command;
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
}
