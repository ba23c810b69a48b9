import type { Logger } from "#src/log.ts";
import { withoutContents } from "./discord-errors.ts";

/** Events that are being worked on: what a stop waits for. A listener that fails is logged, and harms no other. */
export function createInHand(log: Logger) {
  const events = new Set<Promise<void>>();
  return {
    run<Args extends unknown[]>(listener: (...args: Args) => Promise<void>): (...args: Args) => void {
      return (...args) => {
        const event = listener(...args)
          .catch((error: unknown) =>
            log.error({ err: withoutContents(error) }, "an event of Discord could not be handled"),
          )
          .finally(() => events.delete(event));
        events.add(event);
      };
    },
    async idle(): Promise<void> {
      await Promise.all(events);
    },
  };
}
