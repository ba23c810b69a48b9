/**
 * Ordinary words that stand one or two slips from a word the reader knows ("house" and "hour", "mouth" and "month").
 * They are never taken for a misspelling of it. Gathered by comparing the vocabulary with frequent English words.
 */
const listed = `
abort actually afterward amends anna annoy apes apparent appeal appeals apple apples approximate arch await axis
bach balance balanced bald balloons basil bath bend bidder bill billings bind bird blow bold bombings bony
brothers build bummed bumper burnt bust busts butch cage cake calf calm calms came cane caper caps care carl
carriers casa case cast cave cell cells chapters cheek cheeks cheque chick chicks chores chuck clam clams clink
clock clocks cluck coat coats coin coins collection collections command commanded commander commanders commandos
commands commence companies comrades conception concession cone cones confession confessions congrats connecting
construct consultant contact contacts contained contains contestant contracted contractor contradict contrary
contrast convention conventions conversation conversations conviction convictions coon cope core corn correction
corrections correctly cost crick croc crop crow crown currency currents customary dairy daisy damn dang dans
darn date dated dates dawn debt debut deliver delivered delivering delivers dial dibs dies digs dismount dock
docks documented does dogs donation donations dots doubted doubting downloaded ease easy eats election elections
emery empress ends enter entire entry environmental envy even ever exception exceptions executioner executive
executives factories failures fame feat features feet fighters filed fill fills film films fine fire fires five
fives fixes fixtures flag flame flames flan flap flaw flee flies float foot fraction fracture fractured
fractures framed francs frat freed fret friction functional fund funds funk gals german gland glow glowing goat
goats grad gran grant greet grew grind gross growling growls grown hang here horn horns hung impressive incoming
increasingly indication influence influences inland instinct instincts insurance invading invitation invitations
inviting involving island jade king labs lace lack lacks lads lake lakes lama lamb lambs lane laps lash lass
launch laws lays lead legs lens lest lets lice life like lime lined linen liner link lint listed live loaf loan
lone lord loss loud lynch machinery maid maids main mall malls marching markings martin masculine massage
matching mater mating maxim meal meant meat media memo memorial mere mesa mess meteor metres midway mild mile
miles milk miller milo milt mind minds mine mines mini minions mink mint mints minus miss missions moan moaning
moat moist monitored monsters monte moss moth mourning mouth mugs muse myths nacho noch northwest notify
objection oder older oversight overweight pace paged pager pairs pale pans parish parks parts pavement pear peas
peck peed peeking peel peep peer percentage perceptive perk perks petition phoned phoney phony pick picks pies
pigs pins piss pits placement plain plains plane planes plank plant plants play plays point pointed points
pointy positive processed procession productive prof professor professors projection prom prone prop protection
proud puss puts quartet quite quoted race rage raided rained rake rare rated rats rave readiness ready real reap
reaper rear received receives reception reds reed referred regain regained rejection rely remain remained render
renders rent repaired repay replay requested requires reserve reserves reset resolved resort responded responds
retail retainer retarded returned reversed rise rite road rust safe sage sake sale sand sands sane sang sank
sarge save saying says scans scare scares scaring scope scored scream screams searched seas secondly sees seize
senior seniors senor serge serve served serves sets sever shame shaving ship ships shoe shoes shoo shore shores
shot shots show shows simple sins site skate skates slab slain slam slams slap slash slate slay slob slop slot
slots slow slows snore snoring snot soar sobs soil some sons sore sores soul souls soup sour southwest span spat
spawn specs speeches spice spices spicy spies spiked spin spine spit spite spoke sport stag staged stain stake
stakes stale starch stare stares staring stated stating stats statt statue statues status staying steam steep
stem stew stir stoke stokes stole stone stones stop stops stored stories stork storm storms story stove streak
such suite sundae sure swans swede swore tack take tale talk tall tame tank tape teen tell tens than thee them
they thin thorough thou though thrilling throughout thud thug thugs thus tied ties tiger tigers tile tilt timer
tire tires toddy toes toll tons torn tour tours track tracks tradition traditions trailing translating
translator trick tricks trifle triplets tripped tripping trough truce trunk trunks tubes tuck tunes unite unload
unser untie updated upper used uses usher utter virginity wailing waist waiter want wanted wanting wants wart
wasted wasting watt watts weak weed weeds weep went wept whit wish witch wits writ writing yeah
`;

export const realWords: ReadonlySet<string> = new Set(listed.trim().split(/\s+/));
