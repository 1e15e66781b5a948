import { expect, test } from 'vitest';
import { handOverPacket } from '../../src/files/hand-over.ts';
import { prospectOf } from '../domain/prospect-of.ts';

const field = <T,>(value: T): { value: T; source: { kind: 'hand'; name: string }; at: number } => ({ value, source: { kind: 'hand', name: 'rep' }, at: 1 });
const DAY = 86_400_000;
const none = { people: [], notes: [], touches: [], followUps: [], priority: 'P1', questions: [] };

test('the packet says who, BANT with evidence, committee, what happened (newest first), what to ask and what is next', () => {
  const prospect = prospectOf({
    fields: { name: field('Ada Example'), title: field('VP of Sales') }, committee: 'decision-maker', dealValue: 40_000,
    bant: { budget: { state: 'yes', evidence: 'approved in March', at: DAY }, need: { state: 'no', evidence: '', at: DAY } },
  });
  const touch = { prospectId: 'p1', channel: 'email', createdAt: 1, updatedAt: 1 };
  const text = handOverPacket({
    ...none, prospect, questions: ['Who signs?'], people: [prospect, prospectOf({ id: 'p2', fields: { name: field('Bo Sample') }, committee: 'champion', doNotContact: { at: 1, reason: 'legal' } })],
    touches: [{ ...touch, id: 't1', direction: 'out', outcome: 'sent', at: DAY }, { ...touch, id: 't2', direction: 'in', outcome: 'replied', note: 'wants a pilot', at: 3 * DAY }],
    notes: [{ id: 'n1', prospectId: 'p1', text: 'Met at the fair', createdAt: 2 * DAY, updatedAt: 1 }],
    followUps: [{ id: 'f1', prospectId: 'p1', dueAt: 9 * DAY, open: 1, words: '', zone: 'UTC', text: 'Send the offer', createdAt: 1, updatedAt: 1 }, { id: 'f0', prospectId: 'p1', dueAt: 1, open: 0, words: '', zone: 'UTC', text: 'over', createdAt: 1, updatedAt: 1 }],
    handOver: { at: 4 * DAY, to: 'Casey', state: 'offered', override: 'they asked' },
  });
  for (const line of [
    '# Hand-over: Ada Example', 'Handed to Casey on 1970-01-05. Against the gate, because: they asked', '- **Title:** VP of Sales', '- **Expected deal value:** 40000', '- **Budget:** yes. approved in March (1970-01-02)', '- **Need:** no (1970-01-02)', '- **Authority:** unknown',
    '- **decision-maker:** Ada Example, VP of Sales', '- **champion:** Bo Sample (do not contact)', '- Who signs?', '1970-01-10: Send the offer',
  ]) expect(text.split('\n')).toContain(line);
  const timeline = text.split('\n').filter((line) => /^- 1970/.test(line));
  expect(timeline).toEqual(['- 1970-01-04 From them, email: replied. wants a pilot', '- 1970-01-03 Note: Met at the fair', '- 1970-01-02 To them, email: sent']);
});

test('what was read off a page makes no heading, link, picture or line of its own', () => {
  const text = handOverPacket({ ...none, prospect: prospectOf({ fields: { name: field('# Eve\n## BANT ![x](http://evil.example/x.png) <b>') }, doNotContact: { at: 1, reason: '*[x](y)' } }), notes: [{ id: 'n', prospectId: 'p1', text: '- **Budget:** yes\n# Fake', createdAt: 1, updatedAt: 1 }] });
  expect(text.match(/^# /gm)).toHaveLength(1);
  expect(text.match(/^## /gm)).toHaveLength(6);
  expect(text).not.toMatch(/!\[x\]\(|<b>|(?<!\\)\[x\]/);
  expect(text).toContain('**Do not contact**');
});

test('an empty person still makes a whole packet', () => {
  expect(handOverPacket({ ...none, prospect: prospectOf() }).match(/^## .*/gm)).toEqual(['## Summary', '## BANT', '## Buying committee', '## Timeline', '## Open questions', '## Next step']);
});
