import { LEAD_SOURCES } from '../../domain/qualification.ts';
import { STAGES, type Stage } from '../../domain/prospect.ts';
import { saysLead } from '../../domain/lead.ts';
import { wordsOf } from '../../domain/word.ts';

type LeadSource = (typeof LEAD_SOURCES)[number];

/** Words of tools for where a lead came from, each with the name that it has here; the first that fits is it. */
const SOURCES: readonly (readonly [RegExp, LeadSource])[] = [
  [/\bwebinars?\b/, 'webinar'], [/\b(e ?book|white ?paper|guide|download)/, 'e-book/whitepaper'], [/\bpurchased|bought|list (import|purchase|rental)|rented\b/, 'purchased list'],
  [/\b(referral|referred|recommend|word of mouth|partner|empfehlung|parrainage|recomend)/, 'referral'], [/\b(newsletter|email marketing|mailing|e mail)\b/, 'newsletter'],
  [/\b(trade ?show|event|conference|seminar|messe|fair|expo|salon|feria)\b/, 'offline event'], [/\b(pop ?up|hello ?bar)\b/, 'pop-up form'], [/\b(chat|chatbot|live chat)\b/, 'chatbot'], [/\btrial|demo request\b/, 'free trial'],
  [/\b(paid|ppc|cpc|ads?|adwords|advert\w*|sponsored|lead ?gen|werbung|anzeige|publicit\w*)\b/, 'paid ad'], [/\b(organic|seo|blog|search engine)\b/, 'SEO blog'], [/\b(social|linkedin|facebook|instagram|twitter|xing)\b/, 'social'],
  [/\b(web|website|web ?form|landing page|form|webseite|site web|inbound|direct traffic)\b/, 'landing page'], [/\b(search|prospecting|outbound|cold)\b/, 'search'],
];

/** Where a lead came from by the fixed names, and the file's own word where it says more. */
export function leadSourceOf(said: string): { leadSource: LeadSource; detail: string } {
  const exact = LEAD_SOURCES.find((one) => one.toLowerCase() === said.toLowerCase());
  if (exact) return { leadSource: exact, detail: '' };
  const words = wordsOf(said).join(' ');
  return { leadSource: SOURCES.find(([pattern]) => pattern.test(words))?.[1] ?? 'other', detail: said };
}

const STAGE_WORDS: readonly (readonly [RegExp, Stage])[] = [
  [/\b(disqualified|unqualified|bad fit|junk)\b/, 'disqualified'], [/\b(nurture|nurturing|recycled|bad timing)\b/, 'nurture'], [/\b(closed won|won|customer|client|kunde)\b/, 'won'], [/\b(closed lost|lost)\b/, 'lost'],
  [/\b(sales qualified|sql|sales accepted|opportunity|converted|open deal)\b/, 'sales-ready'], [/\b(meeting|appointment|demo)\b/, 'meeting'], [/\b(connected|engaged|replied|responded|interested)\b/, 'engaged'], [/\b(working|attempt\w*|in progress|contacted|approaching)\b/, 'working'],
];

/** How far somebody is, by what a tool calls it; undefined when it says nothing of that. */
export function stageOf(said: string): Stage | undefined {
  const own = STAGES.find((one) => one === said.toLowerCase());
  if (own) return own;
  const words = wordsOf(said).join(' ');
  return /\b(not|non|no)\b/.test(words) ? undefined : STAGE_WORDS.find(([pattern]) => pattern.test(words))?.[1];
}

/** Lead or prospect, by what a tool calls somebody; undefined when it says neither. */
export function kindOf(said: string): 'lead' | 'prospect' | undefined {
  if (saysLead([said])) return 'lead';
  return /^(prospect|both|contact|connection)$/i.test(said.trim()) ? 'prospect' : undefined;
}
