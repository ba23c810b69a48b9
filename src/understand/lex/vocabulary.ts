import { magnitudes } from "./number-words.ts";
import { places } from "./region-names.ts";

/**
 * The words the reader acts on: one spelling (the lemma) for each, with the forms people write it in. Regular
 * plurals are folded elsewhere. Words that are not here keep their own lower-case singular as lemma.
 */
const periods: Readonly<Record<string, string>> = {
  millisecond: "millisecs millisec msec msecs",
  second: "sec secs sekunde sekunden seconde secondes segundo segundos secund secunds",
  minute: "min mins mn minuten minuto minutos",
  hour: "hr hrs stunde stunden heure heures hora horas",
  day: "tag tage jour jours dia dias",
  night: "nacht nuit nights noche overnight",
  morning: "mornings vormittag matin",
  evening: "evenings abend abends soir",
  afternoon: "afternoons nachmittag",
  lunch: "lunchtime midday mittag",
  weekday: "workday workdays working-day business-day werktag werktags arbeitstag weekdays",
  weekend: "weekends wochenende",
  week: "wk wks woche wochen semaine semaines",
  fortnight: "",
  month: "mo mth mths monat monate mois mes",
  quarter: "quarters",
  year: "yr yrs jahr jahre annee annees annum",
  daily: "taglich täglich quotidien diario",
  hourly: "stundlich stündlich",
  nightly: "",
  weekly: "",
  monthly: "monatlich mensuel",
  yearly: "annual annually jahrlich yoy",
  mom: "",
  monday: "mon mondays montag lundi",
  tuesday: "tue tues tuesdays dienstag mardi",
  wednesday: "wed weds wednesdays mittwoch mercredi",
  thursday: "thu thur thurs thursdays donnerstag jeudi",
  friday: "fri fridays freitag vendredi",
  saturday: "sat saturdays samstag samedi",
  sunday: "sun sundays sonntag dimanche",
  today: "currently nowadays heute",
  now: "",
};

const workNouns: Readonly<Record<string, string>> = {
  request: "req reqs requete requetes anfrage anfragen peticion peticiones",
  call: "calls appel appels aufruf aufrufe",
  hit: "",
  query: "queries",
  event: "evt evts evento eventos evenement ereignis",
  message: "msg msgs messages nachricht nachrichten mensaje mensajes",
  order: "bestellung bestellungen commande commandes pedido pedidos",
  photo: "foto fotos pic pics",
  image: "img imgs imgae bild bilder",
  video: "vid vids",
  document: "doc docs dokument dokumente documento",
  invoice: "rechnung rechnungen facture factures",
  file: "files datei dateien fichier fichiers",
  record: "datensatz datensatze",
  row: "zeile zeilen ligne lignes",
  line: "",
  job: "",
  task: "",
  run: "",
  batch: "batches",
  invocation: "invocations invoke invokes invoked invoking",
  execution: "executions exec execs",
  transaction: "txn txns tx trx transaktion transaktionen",
  payment: "zahlung zahlungen paiement paiements",
  upload: "uploads",
  download: "downloads",
  mail: "email emails e-mail e-mails mails courriel",
  notification: "notif notifs",
  webhook: "",
  item: "",
  page: "seite seiten",
  log: "",
  user: "users utilisateur utilisateurs nutzer usuario usuarios",
  customer: "kunde kunden client clients",
  device: "devices gerat gerate appareil",
  sensor: "sensors capteur capteurs",
  stream: "streams",
  connection: "connections conns",
  object: "objects objs obj",
  read: "lecture lectures reader readers",
  session: "",
  payload: "payloads body bodies",
  response: "responses reply replies antwort answer-size",
  visit: "",
  bid: "",
};

const services: Readonly<Record<string, string>> = {
  lambda: "lambdas lamda lamdas lambada lamba",
  function: "functions func funcs fn fns funktion funktionen fonction",
  api: "apis",
  gateway: "gw apigw apigateway api-gw",
  rest: "",
  http: "https httpapi",
  sqs: "",
  fifo: "",
  sns: "",
  eventbridge: "event-bridge",
  kinesis: "",
  kafka: "msk",
  dynamodb: "dynamo ddb",
  s3: "",
  step: "steps stages stage schritt schritte etape etapes",
  sfn: "stepfunctions stepfunction",
  machine: "",
  express: "",
  standard: "std standart",
  state: "states",
  transition: "transitions",
  workflow: "workflows",
  queue: "queues queued queueing queuing warteschlange",
  cron: "crontab cronjob cronjobs",
  schedule: "scheduled scheduler schedules",
  websocket: "websockets wss",
  alb: "",
  balancer: "loadbalancer",
  url: "urls",
  fargate: "",
  ecs: "",
  ec2: "",
  container: "containers",
  kubernetes: "k8s eks",
  monolith: "",
  fleet: "",
  instance: "instances",
  spot: "",
  graviton: "graviton2 graviton3 graviton4",
  arm: "arm64 aarch64",
  x86: "x86_64 amd64 intel x64",
  savings: "saving",
  plan: "plans",
  reserved: "reservation reservations",
  discount: "discounts rabatt edp",
  free: "",
  tier: "tiers",
  region: "regions",
  environment: "environments env envs",
  staging: "stage-env preprod",
  production: "prod",
  development: "dev",
  gpu: "gpus cuda nvidia",
  azure: "",
  gcp: "google-cloud gcloud",
};

const cues: Readonly<Record<string, string>> = {
  memory: "mem ram speicher memoire memoria arbeitsspeicher mems",
  cpu: "processor compute-time",
  duration: "dur durations runtime dauer duree duracion laufzeit exec-time",
  latency: "latence latenz latencies",
  percentile: "pctl pctile",
  median: "",
  slo: "slos",
  sla: "slas",
  target: "targets goal goals objective ziel",
  deadline: "",
  timeout: "timeouts",
  peak: "peaks peek peaking peaked pic-load spitze pico",
  spike: "spikes spiking spikey spiky surge surges",
  burst: "bursts bursty",
  max: "maximum maximal maxi",
  average: "avg avrg mean typical typically moyenne durchschnitt durchschnittlich promedio",
  normal: "normally usual usually regular ordinary ordinarily",
  baseline: "",
  constant: "constantly steady steadily flat evenly uniform uniformly",
  rate: "throughput debit",
  traffic: "",
  load: "",
  volume: "volumes",
  growth: "grow grows growing wachstum croissance increase increases increasing",
  double: "doubles doubling doubled",
  triple: "triples tripling tripled",
  concurrency: "concurrent concurrently simultaneous simultaneously",
  quota: "quotas",
  limit: "limits",
  raised: "raise bumped increased upped lifted",
  egress: "",
  ingress: "",
  outbound: "",
  retention: "retain retained ttl lifecycle",
  fanout: "fan-out",
  each: "ech eahc aech apiece jede jeder chaque cada",
  every: "evry evrey",
  per: "pro par por p/",
  and: "und et y n&",
  between: "entre zwischen betwen",
  until: "till bis",
  about: "abuot approx approximately roughly around circa ca etwa environ ungefahr",
  through: "thru via",
  behind: "behnd",
  same: "",
  without: "w/o ohne sans",
  with: "w/ mit avec con",
};

const groups = [periods, workNouns, services, cues];

/** Form to lemma. */
const lemmas = new Map<string, string>();
for (const group of groups) {
  for (const [lemma, forms] of Object.entries(group)) {
    lemmas.set(lemma, lemma);
    for (const form of forms.split(" ")) if (form !== "") lemmas.set(form, lemma);
  }
}

// Not a row of a table: an object with a "then" would be taken for a promise.
for (const form of "then puis ensuite danach dann luego afterwards poi".split(" ")) lemmas.set(form, "then");
// Names of places are corrected like any other word ("fankfurt"), and stay what they are.
for (const name of places.keys()) for (const word of name.split(" ")) if (!lemmas.has(word)) lemmas.set(word, word);
for (const word of Object.keys(magnitudes)) if (!lemmas.has(word)) lemmas.set(word, word);

/** The lemma of a known form, exactly as listed. */
export function knownLemma(form: string): string | undefined {
  return lemmas.get(form);
}

/** Every form a misspelling may be meant for. */
export function knownForms(): Iterable<readonly [form: string, lemma: string]> {
  return lemmas.entries();
}
