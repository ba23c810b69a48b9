/**
 * Ordinary words that stand one or two slips from a word the reader knows ("house" and "hour", "mouth" and "month").
 * They are never taken for a misspelling of it. Gathered by comparing the vocabulary with frequent English words.
 */
const listed = `
abort actually afterward alerta allemand allemande amends amerika amis anfangen anna anni annie annoy annuel
annuelle apes apos apparent appeal appeals apple apples approximate arch aria asie auch aver avez avis avra avro
await axis bach balance balanced bald balloons basil bath belo bend bidder bill billings bind bird blow boda
bold bomba bombings bony borst brothers build bummed bumper burnt bust busts butch cade cafe cage caja cake cala
cale calf calle calles calm calms cama camara came campagna campagne cane cansada caper capo caps cara care carl
carriers casa case cast cave cell cells centaines centrale cerca chapters cheek cheeks cheque chick chicks
chores chuck cita clair clam clams cliente clientes clienti clink clock clocks cluck coat coats coin coins
collection collections command commanded commander commanders commandos commands commence communes companies
comrades conception concession concurrence cone cones confession confessions congrats connecting connu constate
construct consultant contact contacto contacts contained contains contestant continuer contracted contractor
contradict contrary contrast contrat contrato contrats contratto convention conventions conversation
conversations conviction convictions coon cope core corn corre correction corrections correctly cost crick croc
croire crop crow crown cuore cura currency currents customary dabei dader dairy daisy damen damn dang dank danno
danny dano dans darei darn date dated dates dati dauern dauert dawn debat debi debia debil debio debt debut
deliver delivered delivering delivers demarche denn devise devises dial dibs dies digas digs dios dismount
disparar doble doce doch dock docks documented documenti doden doen does dogs dois donation donations doos dots
doubted doubting downloaded dragen duas duren ease easy eats election elections emery empress ends engeland
enter entire entra entree entri entro entry environmental envy erst estado estamos etait etant euch even ever
exception exceptions executioner executive executives facteurs factories failures fale fame fato feat features
feet fico fighters fila filed fill fille fills film filme filmes films fils fine fino fire fires five fives fixe
fixes fixtures flag flame flames flan flap flaw flee fles flies float fogo fomos fonctionne foot fraction
fracture fractured fractures frage framed franc franca francs frat freed frei fret friction funciona functional
fund funds funf funk gals gand gerade geral german gland glow glowing goat goats grad gran grana grande grandi
grant greet grew grind grond gros gross growling growls grown grund hang hara haras haute here hoer hola hond
honra hoog hoor hore horn horns hors hort houd hung imagem imagen impressive incoming increasingly indication
influence influences inland insel instinct instincts insurance invading invitation invitations inviting
involving island jade jahren japon jedem jeden jefe joder joue jouer jouw kamer kende king konden konig kont
kunnen labs lace lach lack lacks lads lake lakes lama lamb lambs lane laps lash lass laten launch laws lays lead
lees legs lens lest lets lice life ligue like lime limite limites linea lined linen liner link lint lire listed
live llego loaf loan londen lone lord loss loud lungo luogo lynch maan macchina machinery maid maids main mains
mais malattia mall malls mami mani marching markings martin masculine massage matching mater mating maul maxim
meal meant meat media medias medico meen meer mein meme memes memo memorial mens mensagem mere mesa mess meteor metier
metres metri meus midway mild mile miles milione milioni milk millas miller milliers milo milt mind minds mine
mines mini minions mink mint mints minus mise mision miss missions moan moaning moat moins moist monaten
monitored monsters monte moss moth mots mourning mouth mugs muse myths nach nacho nicht nichts noch noches noiva
normaal normale norte northwest nota notify notig nove novia novo nuova objectif objectifs objection objetivo
objets oder odio older onder orde ordem orden ordinato ouder oversight overweight pace paga paged pager pago
paie pairs pais pale pans parce pare parijs parish parks parlo partis parts pase paul pavement paye pear peas
peau peck peco pedindo peed peeking peel peep peer percentage perceptive perdido perk perks petition phoned
phoney phony pick picks pido pies pigs pins piso piss pits placement plain plains plane planes plank plano
planos plant plants plat play plays plek poco podido point pointed points pointy pois pone ponte posicion
positive posizione pris processed procession processo processus productive prof profesor professor professore
professors projection prom promesso prometto prone prop protection proud pues puss puts quartet quartier quede
quer querias quero quite quoted raad race rage raided rained rake rare rated rato rats rave readiness ready real
reap reaper rear received receives reception recherches rechercheur reds reed reet referred regain regained reis
reise rejection rely remain remained rend render renders rens rent repaired repay replay reponse requested
requires reserve reserves reset reso resolved resort responda responded responder responds resta reste resti
resto retail retainer retarded returned reversed richtung rise rite road rust sabe sache safe sage sair sake
sale samen sand sands sane sang sank sarge save saying says scam scar scare scares scaring scars scat scope
scored scream screams sean searched seas sechs seconda seconden secondly sees segredos seguindo segunda seine
seinen seis seit seize seks senhor senior seniors senor sens senso sente serge serve served serves servir sete
sets sette settimane seul seus sever shame shaving ship ships shoe shoes shoo shore shores shot shots show shows
siate siete simple simples sins site sitzen skate skates slab slag slain slam slams slap slash slate slay slob
slop slot slots slow slows snore snoring snot soar sobs soil soio soit solos some soms sons sore sores sorge
soul souls soup sour southwest span spat spawn specs speeches spice spices spicy spies spiked spin spine spit
spite spoke sport stag staged stain stake stakes stale stap starch stare stares staring stata stated stati
stating stato stats statt statue statues status staying steam steep steh stel stem ster stew stir stoke stokes
stole stone stones stop stops stored storie stories stork storm storms story stove streak suas such suchen sucht
suite sundae sure swan swans swede swore taak tack tagen take tale talk tall tame tank tape taxe teen tell tens
than thee them they thin thorough thou though thrilling throughout thud thug thugs thuis thus tied tief tien
ties tiger tigers tile tilt timer tire tirer tires tiver toda todas toddy toen toes toll tons toon torn tour
tours track tracks tradition traditions trailing translating translator tren tres trick tricks trifle triplets
tripped tripping trough truce trunk trunks tubes tuck tunes uber unite unites unload unser unten untie updated
upper usar used uses usher utter vehicule vehicules vida vidas vins virginity visita visite visti wailing waist
waiter want wanted wanting wants wart wasted wasting watt watts weak weed weeds weep weer wees weet weit welk
welt wens went wept werk wert whit wish wist witch wits witz writ writing yeah zeiden zeigen zeiten zieh ziek
zien ziet
`;

export const realWords: ReadonlySet<string> = new Set(listed.trim().split(/\s+/));
