/** Words the relative rules share: what hedges an amount, what a verb moves, and the token of a factor. */

/** "About a third", "another 20 %". */
export const hedges =
  "(?:about |around |roughly |nearly |almost |maybe |some |only |just |a good |another |at least )*";
/** What a verb moves, between it and the amount, captured: "raise [the memory of charge] by a third". */
export const moved = "((?:(?!(?:to|from|at|in|into|and|but|or) )(?:@\\w+|@unit|\\$\\S+|[a-z']+) ){0,4}?)";
/** Before an amount that is a difference. */
export const byHedged = `(?:by |off |of )?${hedges}`;

/** The factor token. The number stays as JavaScript prints it. */
export function times(factor: number): string {
  return `*${factor}`;
}
