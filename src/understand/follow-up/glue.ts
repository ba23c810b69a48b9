/**
 * Everyday words that say nothing against a clause being about the workload: function words, general verbs, adjectives
 * and adverbs, and the field's own nouns. Talk between people gives itself away by its things: canteens, kids, outages.
 */
const functionWords = `
a an the this that these those it its it's itself they them their he she we us our ours we're we'd we'll we've you your
i i'd i'm i've i'll me is are was were be being been am isn't aren't wasn't weren't will would should could can may might
must shall won't wouldn't can't couldn't cannot shouldn't do does did done don't doesn't didn't have has had having haven't
hasn't hadn't what what's whats if how about when then so and or but nor also too plus with without at in on to of for from
by as into onto per over under below above within between around up down out off back after before until till than instead
rather not no yes just only maybe perhaps probably really actually basically roughly approximately nearly almost exactly
simply still even already now today currently again once always usually normally typically mostly more less most least much
many lot lots few some any all both each every everything one ones last other others another which who whose where why
because since though although however while whilst behind beneath beside besides beyond inside outside amid during against among across along upon despite except unless whether
either neither such through via toward towards there here itself there's here's let let's lets it'd that'd it'll that'll that's they're
ever never twice thrice yet soon later early eventually away apart ahead aside together thus hence therefore otherwise
something anything nothing somewhere somehow someone's as's of's 's s t re d ll ve m x y area oh well hey hmm hm ok okay
fine sure please kindly thanks thank sorry nope nah yeah yep wait oops whoops ah um uh btw fyi afaik imo imho tbh pls plz
ya yer em lemme gimme kinda sorta tho thru cos coz cuz ta cheers mate innit aint cant dont im ive id didnt doesnt isnt wasnt arent wont wouldnt
shouldnt couldnt havent hasnt thats whats theres youre were weve theyre ok'd tbf idk rn atm asap fwiw perhaps possibly
everyone everybody nobody correction typo perunit perstep thestep measured gonna wanna gotta cuz like else instead's quite pretty very way bit
`;

const generalVerbs = `
accept achieve add adjust aim allow answer apply approach arrive ask assign assume average avoid base become begin behave believe
belong boost bring bump buy calculate call carry cause change choose claim collect come commit compute configure confirm connect
consider consist consume contain continue control cope cost count cover create cut deal decide decline decouple decrease depend
deploy describe design determine double drop ease end enter estimate evaluate exceed execute exist expand expect expose extend
face fall feed feel fetch fill find finish fit fix flow follow force front gain generate get give go grow guess halve handle
happen hit hold hope host hover include increase indicate insert invoke keep know land last lead leave lift like limit live load
look lose lower maintain make manage mark matter mean measure migrate mind model move multiply name need negotiate notice observe
offer operate orchestrate pass pay perform place plan plug poll pretend price process produce provide publish pull push put raise
range reach read realise realize receive recalculate reckon record reduce reflect relax rely remain remove repeat replace report represent request
require rerun reside resolve respond rest result return rise route run save say scale see seem send serve set settle shift show
shrink sign sit size slow solve sort speed spend spread stand start state stay step stick stop store stream stretch submit suffer
suggest suit supply support suppose swap switch take target tell tend think throttle tie total transfer treat trigger triple try
tune turn update upgrade upload use vary want weigh wish work write agree approve grant gave evict ingest emit index query buffer
chain trim shave notch quarter quadruple imagine forecast aggregate cap default
`;

const irregular = `
went gone came got gotten made took taken ran kept gave given said told meant thought knew known saw seen sent held brought
bought paid put set cut let lost left fed felt found built rose risen fell fallen grew grown began begun chose chosen became wrote
written read done stuck stood spent split won dealt understood misread misunderstood
`;

const adjectives = `
able actual additional annual approximate available bad basic best better big bigger biggest bound busy careful certain cheap cheaper
cheapest clear close closer common complete correct critical current daily different direct due easy effective empty enough entire
equal exact existing expensive extra extreme fair fast faster final flat free frequent full further future general good great hard
heavy heavier high higher highest hourly huge ideal idle important initial kind large larger largest late light likely little local
long longer low lower lowest main major max maximum mean median min minimal minimum minor missing modest monthly near necessary needful
new next nightly normal obvious occasional old only open optimistic ordinary original overall own particular peak pessimistic plain
possible potential overkill precise present previous probable proper public pure quick random rapid rare raw ready real realistic realistically
reasonable recent regular relevant right rough safe same separate serious short shorter significant similar simple single slight slower
small smaller smallest smooth special specific spiky stable standard steady strict strong sudden suitable tight tiny top true typical
usual various weekly whole wide worse worst wrong yearly double triple half third quarter first second fourth fifth synchronous
asynchronous async sync literally definitely certainly obviously apparently supposedly seriously fairly somewhat considerably
respectively separately altogether directly evenly roughly hopefully
`;

const nouns = `
account amount answer api app application architecture assumption average aws backend baseline batch bill bit budget business bytes
call campaign case chance choice class client cloud cluster code config container core cost country customer customers data database datacenter
day db default demand design detail device devices difference document end endpoint endpoints event events example factor figure file
files fleet fraction friday front function functions goal handler holiday holidays hop host hour hours hundred idea image images image's
input inputs item items job jobs kind lambda lambdas launch level line lines load lot machine-type management marketing message
messages minimum minute money month monthly morning night evening afternoon noon midnight number numbers office option order orders output
outputs page part parts people percent percentage photo picture piece plan platform point points portion portions price prod product
production project quarter question-mark quota rate ratio reason record records region replica reply request requests response responses rest result
results row rows sale sales scenario season second server service services setting setup share side size sort spring stage staging step
steps stuff summer system target task tasks team teams test thing things thought thousand time times total totals traffic transaction
tomorrow tv type unit units user users crowd audience value values variant version video volume web week weekday weekend window winter work worker workers
workload year zone christmas black boss finance management forecast estimates product kb mb gb tb opening vm limit ticket support side
invocation invocations device sensor sensors upload uploads download downloads visit visits click clicks hit hits query queries intermediate
box boxes pod pods node nodes hosts servers instance instances vms temp temporary growth spot matter world capacity margin safety cyber sense peak peaks burst spike uplift target-state
`;

const words: ReadonlySet<string> = new Set([functionWords, irregular, adjectives, nouns].join(" ").trim().split(/\s+/));
const verbs: ReadonlySet<string> = new Set(generalVerbs.trim().split(/\s+/));

/** "needing", "stopped", "tries": a form of a listed verb. */
function isVerbForm(word: string): boolean {
  if (verbs.has(word)) return true;
  const stems = [
    word.replace(/(?:s|ed|ing|d)$/, ""),
    word.replace(/(?:es|ed|ing)$/, ""),
    word.replace(/(?:ing|ed|es)$/, "e"),
    word.replace(/(.)\1(?:ing|ed)$/, "$1"),
    word.replace(/ie[sd]$/, "y"),
  ];
  return stems.some((stem) => stem !== word && verbs.has(stem));
}

/** True for an everyday word: it is never a misspelling of another. */
export function isEveryday(word: string): boolean {
  return words.has(word) || isVerbForm(word);
}

/** Words of a clause that nothing explains. */
export function unexplained(clause: readonly string[]): readonly string[] {
  return clause.filter((word) => /^[\p{L}]/u.test(word) && word.length > 1 && !isEveryday(word));
}
