/** Words that say nothing against reading a clause as being about the workload. */
const listed = `
a an the this that these those it its it's itself they them their he she we us our ours we're we'd we'll we've you your
i i'd i'm i've me think guess believe mean meant said say says told reckon suppose supposing assume assuming imagine let let's
is are was were be been being am isn't aren't wasn't will would should could can may might must shall won't wouldn't can't
do does did done don't doesn't didn't have has had having get gets got getting gotten go goes going gone went come comes coming
make makes making made set sets setting use uses used using run runs running ran take takes put puts keep keeps try trying
give gives given need needs needed want wants wanted like likes look looks see seems turn turns become becomes switch switching
switched move moves moved moving change changes changed changing host hosted hosting deploy deployed live lives sit sits
start starts stay stays hold holds bring brings brought bump bumped raise raised raising increase increased lower lowered
decrease reduce reduced cut cuts drop drops dropped add added adds remove removed grow grows double halve scale scales scaled
expect expects expected expecting plan plans planned planning forecast estimate estimated hit hits reach reaches handle handles
serve serves process processes send sends receive receives support supports allow allows allowed negotiated negotiate sign
signed signing buy bought commit committed commits pay pays agree sized size sizes bigger smaller larger
what what's whats if how about when then so and or but also too plus with without at in on to of for from by as into onto per
over under below above within between around up down out off back after before until than instead rather not no yes
just only maybe perhaps probably really actually basically roughly approximately about nearly almost exactly simply still
even already now today currently again once always usually normally typically mostly more less most least much many
lot lots few some any all both each every everything one ones first last other others another same different new old
own current original total overall average mean typical better worse best right wrong correct sure ok okay fine good great
please thanks thank sorry hmm hm well oh wait hey actually nope nah yeah yep yes true false correction typo oops
lambda lambdas function functions step steps aws service services workload system app application apps thing things stuff
workers worker fleet cluster container containers box boxes team teams side case version design architecture setup account
region prod production cloud job jobs task tasks call calls calling invocation request requests message messages event events
order orders document image photo record row line batch file files item user users customer customers client clients device
data it'd that'd there there's here which who where why because since though although however while
case cases scenario look closer number numbers figure figures value values rate time times long longer short shorter fast slow
high higher low big small large huge tiny heavy light enough rather quite pretty very way bit little kind sort something
anything nothing somewhere say only maximum max minimum min minute second hour day week month year quarter tomorrow soon later
eventually launch launched season holiday holidays summer winter christmas evening morning night nightly daily weekly monthly
hourly yearly weekend weekday business office hours opening friday black sale campaign marketing sales product management boss
management forecast finance says expects estimate estimates tv launches customers growth expecting realistic realistically worst
best peak prod staging test environment perunit perstep thestep measured of's as's s t re d ll ve m
amount number number's load traffic hop part side front behind between direct directly instead straight through via
cheaper expensive cost costs price save saves savings worth money budget bill help helps matter matters
one's aws's raised increased granted approved gave got us limit quota support ticket asked
average averages averaging tops top topping becomes became ends doing did would've should've
run's simple plain synchronous async asynchronous whole entire full
stick feed fed feeds pass passes passing trigger triggered triggers place placed expose exposed front fronted route routed
stream publish published invoke invoked push pushed pull poll buffer buffered connect connected chain chained decouple
during while against among across along upon despite except unless whether either neither such nor per via within without toward towards
store stores stored write writes written save saves saved orchestrate orchestrates coordinate drive drives driven manage provide require
requires required include includes included remain remains happen happens occur appear feel feels end work works worked working results
result intermediate output outputs input inputs temporary temp data format realise realize notice found find finds call called name
named decide wish hope hopes prefer preferably ideally basically literally definitely certainly obviously apparently supposedly
allegedly seriously fairly slightly somewhat significantly considerably roughly overall altogether together separately respectively
part parts portion share fraction percent percentage total totals sum max maximum min minimum mean median factor ratio multiple
point points matter idea thought single multiple several couple few many various certain specific particular general common usual regular normal ordinary extra
additional further next previous following above below half third quarter double triple single
suppose pretend consider model rerun check compute calculate show tell recalculate redo update assume
fit fits afford lives located based sits reside resides stays datacenter datacentre zone country closer near
yet ever never twice thrice x area
`;

const glue: ReadonlySet<string> = new Set(listed.trim().split(/\s+/));

/** True for an everyday word: it is never a misspelling of another. */
export function isEveryday(word: string): boolean {
  return glue.has(word);
}

/** Words of a clause that nothing explains. */
export function unexplained(words: readonly string[]): readonly string[] {
  return words.filter((word) => /^[\p{L}]/u.test(word) && !glue.has(word) && word.length > 1);
}
