/** Conversions that AWS's billing pages use; prices and quotas live in the catalog, never here. */

/** AWS's own estimating month. */
export const HOURS_PER_MONTH = 730;
export const SECONDS_PER_HOUR = 3600;
export const SECONDS_PER_DAY = 86_400;
export const MS_PER_SECOND = 1000;
export const MB_PER_GB = 1024;
export const KB_PER_MB = 1024;
export const KB_PER_GB = 1024 * 1024;
export const BYTES_PER_KB = 1024;
export const KB_PER_CHUNK = 64;
