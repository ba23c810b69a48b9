import { z } from "zod";

/** The largest amount a request may hold: every double below it is exact to the unit. */
const LARGEST_AMOUNT = 1e15;
/** Longest month there is, and a leap year for those who price one: anything above is a slip. */
const LARGEST_HOURS = 8784;

/** An amount of use: zero or more. */
export const amount = z.number().nonnegative().max(LARGEST_AMOUNT);
/** A size that can't be nothing. */
export const size = z.number().positive().max(LARGEST_AMOUNT);
/** How many, on average over the month. */
export const count = z.number().nonnegative().max(1e9);
export const hours = z.number().nonnegative().max(LARGEST_HOURS);
export const monthHours = z.number().positive().max(LARGEST_HOURS);
export const price = z.number().nonnegative().max(1e6);
