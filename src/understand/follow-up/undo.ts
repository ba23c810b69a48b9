/** Words before the one that takes back. */
const opening =
  "(?:no|nope|nah|ok|okay|hmm|hm|oh|wait|sorry|oops|actually|please|can you|could you|can we|let's|lets|well|ah|just|then|and|alright|argh|ugh|fine|so|um|hey|but|now|yeah|yes|maybe|on second thought|second thoughts|rethink)";
/** Ways to take the last change back. A new one goes here, if it can mean nothing else in a thread. */
const takenBack = [
  "undo|undone|revert|reverted|reverse|roll(?:ing)? ?back|roll (?:it|that|this) back|rollback|go(?:ing)? back|back out",
  "back to (?:before|how|what|the (?:previous|last|original|old|earlier|first)|where|square one|normal|start)",
  "(?:take|put|set|change|switch|turn|bring) (?:it|that|this|everything|things|all that) back",
  "(?:scratch|strike|forget|ignore|cancel|discard|disregard) (?:that|it|this|the last|my last|the previous|what i (?:just )?said|about (?:that|it)|i said that|that last \\S+)",
  "(?:drop|skip|remove|delete|kill|lose) (?:that|the|my) (?:last |latest )?(?:change|edit|idea|tweak|thing)",
  "never ?mind|nvm|restore|reset|as (?:it was|before|you were)|like (?:it was )?before|(?:the )?(?:previous|last|earlier|original) (?:version|state|one|revision|numbers|setup|values)",
  "the way it was|how it was|ctrl z|step back|one step back|#n=1 (?:step|revision|version) back|that was (?:a )?(?:mistake|silly|stupid|wrong)",
];
const undoing = new RegExp(
  `^(?:${opening} ?[,.!]* ?)*(?:${takenBack.join("|")})(?![\\w'])(?! (?:me|found|send|sent|the prs?|the commits?|about it)\\b)`,
);

/** "Undo the 2 GB", "never mind the 500 rps": what comes after is what is taken back, up to a comma. */
const undoingOneThing = new RegExp(
  `^(?:${opening} ?[,.!]* ?)*(?:undo|revert|roll ?back|take back|never ?mind|nvm)(?! (?:to|back to) [#%])(?! (?:me|found|send|sent|about|got)\\b)(?!.*\\b(?:prs?|commits?|merge|branch|deploy|deployment|release|migration|email|message)\\b)(?: [^,.;:]*)?$`,
);

/**
 * True for words that take the last change back.
 *
 * @param namesValue true where they name a value: "back to 512 MB" is a change, "undo the 2 GB" is not
 */
export function isUndo(text: string, namesValue: boolean): boolean {
  return undoingOneThing.test(text) || (!namesValue && undoing.test(text));
}
