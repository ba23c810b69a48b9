/** "E-4F71": short enough to read to somebody, found in the log. */
export function newFaultId(random: () => number): string {
  const digits = Math.floor(random() * 0x10000)
    .toString(16)
    .toUpperCase()
    .padStart(4, "0");
  return `E-${digits}`;
}
