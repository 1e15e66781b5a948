import { isMoney } from '../domain/deal.ts';
import { PRIORITIES, QUALIFIED_STEPS, type BantPart, type BantState, type Priority, type QualifiedStep } from '../domain/qualification.ts';
import type { Book } from './database.ts';
import { changeProspect } from './person.ts';
import { ruleInForce } from './rule-in-force.ts';
import { write, type Change } from './write.ts';

/** Longest texts that are kept; what is longer is cut. */
export const MOST_EVIDENCE = 2_000;
export const MOST_REASON = 500;

function kept(text: string, most: number): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, most);
}

/** Answers a part of BANT, or makes it unknown again. The date moves with the answer, and stays when only the evidence is written down. */
export function setBant(book: Book, id: string, part: BantPart, answer: { state: BantState; evidence: string } | undefined, change: Change): Promise<void> {
  return changeProspect(book, id, change, (prospect) => {
    const { [part]: old, ...rest } = prospect.bant ?? {};
    const bant = answer ? { ...rest, [part]: { state: answer.state, evidence: kept(answer.evidence, MOST_EVIDENCE), at: old?.state === answer.state ? old.at : change.at } } : rest;
    // an empty one stays: an undo looks for the answer in it
    return { ...prospect, bant };
  });
}

/** Sets what a deal, or the customer over the years, is expected to be worth (the book's currency); undefined = not known. Throws a RangeError for what is no amount. */
export async function setValue(book: Book, id: string, name: 'dealValue' | 'lifetimeValue', value: number | undefined, change: Change): Promise<void> {
  if (value !== undefined && !isMoney(value)) throw new RangeError('This is not an amount that can be kept.');
  return changeProspect(book, id, change, (prospect) => {
    const { [name]: _old, ...rest } = prospect;
    return value === undefined ? rest : { ...rest, [name]: value };
  });
}

/** Sets the rep's own priority with its reason, or goes back to the computed one. Throws a RangeError without a reason or with a level that there is none of. */
export async function overridePriority(book: Book, id: string, word: { level: Priority; reason: string } | undefined, change: Change): Promise<void> {
  const reason = kept(word?.reason ?? '', MOST_REASON);
  if (word && (!reason || !PRIORITIES.includes(word.level))) throw new RangeError('A priority of your own needs a level and a reason.');
  return changeProspect(book, id, change, (prospect) => {
    const { priority: _old, ...rest } = prospect;
    return word ? { ...rest, priority: { level: word.level, reason, at: change.at } } : rest;
  });
}

/** Records that somebody has reached a step by the rep's word, under the rule in force. Nothing happens when that step is recorded already. Throws a RangeError without a reason. */
export async function recordStep(book: Book, id: string, step: QualifiedStep['step'], reason: string, change: Change): Promise<void> {
  const why = kept(reason, MOST_REASON);
  if (!why || !QUALIFIED_STEPS.includes(step)) throw new RangeError('A step by your word needs a reason.');
  return write(book, change, async (door) => {
    const prospect = await door.get('prospect', id);
    if (!prospect || prospect.qualified?.some((one) => one.step === step)) return;
    const rule = await ruleInForce(book);
    const entry: QualifiedStep = { step, at: change.at, ruleId: rule.id, version: rule.version, by: 'rep', reason: why };
    door.put('prospect', { ...prospect, qualified: [...prospect.qualified ?? [], entry], updatedAt: change.at });
  });
}
