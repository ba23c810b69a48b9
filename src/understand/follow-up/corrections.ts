/** Words that say a reading was wrong, at the start or by contrast. A what-if is none, whatever it contrasts. */
const mends =
  /^(?:(?:oh|ah|hey|hm+|ok|okay|well|but|and|@?rethink|wait) ?,? ?)*(?:no|nope|nah|not|sorry|oops|whoops|actually|wrong|incorrect|correction|typo|my bad|my mistake|that's (?:wrong|not|incorrect|off|a typo)|this is wrong|that is (?:wrong|not)|it's not|we're not|you(?:'ve)? (?:misread|misunderstood|got (?:that|it) wrong|mixed up)|you have (?:that|it) wrong|i (?:meant|mean|said|misspoke|was wrong|mistyped)|we meant|should (?:be|have been)|it should|that should|hang on|hold on|supposed to be|in fact|in reality|wait)\b/;
const contrast =
  /\b(?:actually|i meant|i mean|meant|misread|misunderstood|not #\S+ but|wrong|typo|should (?:be|have been|read)|supposed to be|mistyped|got that wrong)\b|, not #\S+|\bnot [#%]\S+|\b(?:never|don't|doesn't|isn't|aren't)\b.*, ?(?:it's|we're|we use|we have|that's|they're)\b|\? no\b|\bno ,? ?(?:it's|we're|that's)\b|\bnot #\S+ ?,|#\S+ not #\S+|\bnot per \S+|^(?:but |well |, )*(?:we|it|they|that|this)(?:'re|'s| are| is| use| run| have) .*, (?:and )?not (?:(?:on|in|at|by|via|with) )?\S+(?: \S+)?$|\byou (?:have|had|put|took|used|wrote|assumed|said|say|read|understood|heard|interpreted) (?:#|it |that )|\b(?:isn't|aren't|wasn't|weren't|doesn't|don't) (?:\S+ )?[#%]\S+ ,? ?(?:but|it's|more|rather)\b/;
const supposes =
  /^(?:\S+ ,? ?){0,2}(?:what if|what about|how about|suppose|imagine|say we|assume|let's|could we|can we|try)\b/;

/** True where the words mend a wrong reading instead of supposing another case. */
export function isCorrection(words: string): boolean {
  return !supposes.test(words) && (mends.test(words) || contrast.test(words));
}
