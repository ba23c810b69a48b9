import { wordSet } from "./word-set.ts";

/** Those who send the work: their number is no volume until something says how often each of them does. */
export const populations = wordSet(
  "user customer client device sensor truck vehicle car van lorry bus tram train plane ship meter camera phone shop store " +
    "merchant restaurant driver courier player gamer member subscriber student patient employee tenant site scooter bike " +
    "thermostat turbine station terminal kiosk tracker seller buyer account household home house farm drone robot charger " +
    "locker elevator lift panel dau mau wau machine probe gateway hospital clinic school vendor supplier publisher viewer " +
    "visitor reader people person agent host server node asset unit beacon tag wearable watch collar tractor pump valve " +
    "well transformer pole light router modem tv console app install installation inbox mailbox subscriber pupil teacher " +
    "browser dashboard connection socket satellite company firm branch office warehouse depot hotel room bin container cow animal cyclist passenger rider",
);

/** Parts of the design, never units of work. */
export const designNouns = wordSet(
  "lambda function step state transition workflow machine queue service microservice instance task box pod replica shard " +
    "partition az zone region environment stage core vcpu thread process worker team dev developer engineer person people " +
    "month year week day hour minute second millisecond percent table topic bucket layer api endpoint route consumer",
);

/** Prepositions and articles that end a noun phrase. */
export const phraseEnders = wordSet(
  "otherwise na nella nel aux today tonight tomorrow yesterday of to in on at from by for through with without into onto over per a an the each every during between after before when " +
    "while where which that who and or but is are was were be been being has have had do does did go goes come comes run " +
    "get gets land lands arrive arrives take takes need needs if as than then because since until about so via our we it " +
    "once twice they them uber durch aus von bei im am zu zum de du des dans sur en mit avec con their its this these those us you your i my can could will would should may might must arriving coming going " +
    "landing hitting see sees average peak max normal constant total max sustained",
);

/** Words before a noun that are no part of its name. */
export const fillers = wordSet(
  "a an the some any all about of new small big large single whole typical normal average busy peak incoming inbound api http json " +
    "different individual separate more extra total daily actual real concurrent concurrency parallel",
);

/** Things that are worked on one at a time. */
export const unitNouns = wordSet(
  "request event message order photo image video document invoice file record row line job transaction payment mail notification webhook item page pdf bid prediction score scoring quote report ticket booking claim upload click impression trade reading track clip song query call search login signup ping tile scan label receipt checkout callback alert check application letter lookup command update contract claim loan drawing shipment parcel delivery clip notice alarm appointment reservation entry statement payslip listing post comment article review match move game swipe vote survey answer submission form certificate visa permit sample specimen result test prescription referral donation lead trip ride fare toll ticketing refund chargeback transfer quote proposal render export import backup snapshot transcript summary caption thumbnail avatar sticker voucher coupon code token session heartbeat ping signal measurement observation scene pass frame chunk asset blob archive attachment deployment build commit check-in registration enrolment grade worksheet exercise essay exam lesson",
);
