/** Where the time comes from. Everything outside model/ that needs "now" is handed one of these. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
