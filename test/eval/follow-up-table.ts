import type { FollowUpScore, FollowUpSet } from "#test/support/score-follow-ups.ts";

/** How many of how many. */
interface Share {
  right: number;
  total: number;
}

/** What one set of follow-ups came to. */
export interface FollowUpTally extends Share {
  changes: Share;
  intents: Share;
  thenIntents: Share;
  falseFires: number;
}

const none: Share = { right: 0, total: 0 };
export const emptyTally: FollowUpTally = { ...none, changes: none, intents: none, thenIntents: none, falseFires: 0 };

function add(left: Share, right: Share): Share {
  return { right: left.right + right.right, total: left.total + right.total };
}

export function addTally(left: FollowUpTally, right: FollowUpTally): FollowUpTally {
  return {
    ...add(left, right),
    changes: add(left.changes, right.changes),
    intents: add(left.intents, right.intents),
    thenIntents: add(left.thenIntents, right.thenIntents),
    falseFires: left.falseFires + right.falseFires,
  };
}

/** Sentences that must change something, and those that must not, counted apart. */
export function tallyOf(set: FollowUpSet, score: FollowUpScore): FollowUpTally {
  const failed = new Set(score.failures.map(({ id }) => id));
  const shareOf = (changing: boolean): Share => {
    const cases = set.followups.filter(({ expected }) => (expected.changes !== undefined) === changing);
    return { right: cases.filter(({ id }) => !failed.has(id)).length, total: cases.length };
  };
  return {
    right: score.right,
    total: score.total,
    changes: shareOf(true),
    intents: shareOf(false),
    thenIntents: score.thenIntents,
    falseFires: score.falseFires.length,
  };
}

const share = ({ right, total }: Share): string => `${right} of ${total}`.padStart(14);

export const followUpHeader = "follow-ups                 right       changes       intents   then-intent  false fires";

export function followUpRow(name: string, tally: FollowUpTally): string {
  const { changes, intents, thenIntents, falseFires } = tally;
  return `${name.padEnd(18)}${share(tally)}${share(changes)}${share(intents)}${share(thenIntents)}${String(falseFires).padStart(13)}`;
}

export function followUpFailures(score: FollowUpScore): string[] {
  return score.failures.map(({ id, text, why }) => `  ${id} "${text}": ${why}`);
}
