import { formFor } from "#commands/dispatch.ts";
import { UserError } from "#src/errors.ts";
import type { Door } from "#src/platforms/port.ts";
import { redact } from "#src/redact.ts";
import type { Invocation } from "#src/reply/invocation.ts";
import { homeOf } from "./home.ts";
import type { ServiceParts } from "./parts.ts";

/** More is a pasted file, not a description: nobody can argue with it in a thread. */
const LONGEST_TEXT = 20_000;

/** The only way in: an event is stored, then acknowledged, then worked on. */
export function createDoor(parts: ServiceParts, wake: () => void): Door {
  const { store, clock, newId } = parts;
  return {
    accept: async (invocation) => {
      const { platform, tenant, channel } = invocation.where;
      const key = { platform, tenant, channel };
      const body = cleaned(invocation);
      const isNew = await store.inbox.accept({ id: newId(), key, eventId: invocation.eventId, body });
      if (isNew) wake();
      return isNew ? "accepted" : "duplicate";
    },
    formFor,
    isReviewThread: async ({ platform, tenant, channel, thread }) => {
      if (thread === undefined) return false;
      return (await store.reviews.byThread({ platform, tenant, channel }, thread)) !== null;
    },
    tenantRemoved: (platform, tenant) => store.cleanup.tenantLeft(platform, tenant, clock.now()),
    homeFor: (where, actorId) => homeOf(parts, where, actorId),
  };
}

/** Secrets never reach the store. */
function cleaned(invocation: Invocation): Invocation {
  const args: Record<string, string> = {};
  for (const [name, value] of Object.entries(invocation.args)) {
    if (value.length > LONGEST_TEXT) {
      throw new UserError({
        code: "bad-input",
        message: `That is ${value.length} characters; ${LONGEST_TEXT} are the most.`,
        nextStep: "Say it in a few sentences.",
      });
    }
    args[name] = redact(value).text;
  }
  return { ...invocation, args };
}
