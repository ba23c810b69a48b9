import { setImmediate, setTimeout as wait } from "node:timers/promises";
import type { Store } from "#src/storage/port.ts";

/** Turns of the event loop without a call of the store, after which whoever worked with it is taken to be done. */
const QUIET_TURNS = 5;

/**
 * A store that knows whether somebody waits for it: `idle` resolves once nobody has for a few turns. Who tests with a
 * clock of his own learns so when work that nobody awaits is over, however slow the machine.
 */
export function watchedStore(store: Store): { store: Store; idle(): Promise<void> } {
  let open = 0;
  const watch = <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value === "object" && value !== null) return watch(value);
        if (typeof value !== "function") return value;
        return (...args: readonly unknown[]): unknown => {
          const result: unknown = Reflect.apply(value, target, args);
          if (result instanceof Promise) {
            open += 1;
            const settled = (): void => {
              open -= 1;
            };
            result.then(settled, settled);
          }
          return result;
        };
      },
    });
  return {
    store: watch(store),
    idle: async () => {
      for (let quiet = 0; quiet < QUIET_TURNS; quiet = open === 0 ? quiet + 1 : 0) {
        await (open === 0 ? setImmediate() : wait(1));
      }
    },
  };
}
