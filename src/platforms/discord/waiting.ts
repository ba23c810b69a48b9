const REMEMBERED = 5000;

/**
 * Interactions of this process whose first response is under way, and those whose "thinking…" was used up. It only
 * keeps calls in order and saves some: after a restart all answers still arrive.
 */
export function createWaiting() {
  const under = new Map<string, Promise<void>>();
  const used = new Set<string>();
  return {
    /** Answers to this interaction wait until `done` settles: Discord knows no answer before the first response. */
    begin(interaction: string, done: Promise<unknown>): void {
      const settled = done.then(
        () => void under.delete(interaction),
        () => void under.delete(interaction),
      );
      under.set(interaction, settled);
    },
    acknowledged: async (interaction: string): Promise<void> => under.get(interaction),
    isUsed: (interaction: string): boolean => used.has(interaction),
    use(interaction: string): void {
      const [oldest] = used.size >= REMEMBERED ? used : [];
      if (oldest !== undefined) used.delete(oldest);
      used.add(interaction);
    },
    /** Resolves once no first response is under way. */
    idle: async (): Promise<void> => {
      await Promise.all(under.values());
    },
  };
}
export type Waiting = ReturnType<typeof createWaiting>;
