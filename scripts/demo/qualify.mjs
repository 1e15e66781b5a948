// What a rep has found out about the demo's people by the time the pictures are taken: answers, values, touches, signals, leads, segments. All fictional.
import { putRows, rows } from '../../test/e2e/book.mjs';

const DAY = 86_400_000;
const HEARD = [['email', 'replied', 1], ['call', 'interested', 3], ['webinar', 'attended', 6], ['linkedin', 'connection-accepted', 2], ['meeting', 'meeting-booked', 1]];
const STAGES = ['engaged', 'working', 'meeting', 'new', 'working', 'sales-ready', 'new', 'engaged'];

/** Puts all of it into the book of this session; the panel has to be reloaded after it. */
export async function qualifyDemo(session, now) {
  const people = (await rows(session, 'prospects')).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const answer = (state, evidence, days) => ({ state, evidence, at: now - days * DAY });
  const next = people.map((one, at) => ({
    ...one, stage: STAGES[at % STAGES.length],
    ...(at % 3 === 0 ? { bant: { need: answer('yes', 'Loses a day a week to lists.', 4), authority: answer('partly', 'Signs up to 20k.', 4), ...(at % 2 ? { timing: answer('no', 'After the merger.', 2) } : {}) } } : {}),
    ...(at % 2 === 0 ? { dealValue: 6_000 + 4_000 * (at % 5) } : {}),
    ...(at % 4 === 1 ? { signals: [{ id: `signal-${at}`, kind: at % 8 === 1 ? 'funding' : 'hiring', at: now - 2 * DAY, field: '', from: '', to: at % 8 === 1 ? 'Raised a second round of 8 million.' : 'Looking for four sales people in Leipzig.', url: 'https://news.example.com/item', state: 'open' }] } : {}),
    ...(at % 7 === 2 ? { kind: 'lead', leadSource: 'webinar', campaign: 'Autumn webinar', lead: { state: 'new', at: now - DAY } } : {}),
  }));
  const touches = people.flatMap(({ id }, at) => (at % 2 ? [] : [['out', 'linkedin', 'sent', 8], ['in', ...HEARD[at % HEARD.length]]].map(([direction, channel, outcome, days], index) => (
    { id: `touch-${at}-${index}`, prospectId: id, channel, direction, outcome, at: now - days * DAY, createdAt: now - days * DAY, updatedAt: now - days * DAY }))));
  await putRows(session, {
    prospects: next, touches, inbox: next.flatMap(({ id, signals, lead }) => [...signals ? [{ group: 'signals', at: signals[0].at, id }] : [], ...lead ? [{ group: 'leads', at: lead.at, id }] : []]),
    journal: next.map(({ id }) => ({ prospectId: id })), settings: [{ key: 'deal', value: { currency: 'EUR', typical: 12_000 } }],
    segments: [['hot', 'Fit and answered', [{ field: 'fit', is: 'at-least', values: [], number: 70 }, { field: 'engagement', is: 'at-least', values: [], number: 25 }]], ['heads', 'Heads and VPs', [{ field: 'seniority', is: 'any-of', values: ['vp', 'head', 'c-level'] }]]]
      .map(([id, name, conditions]) => ({ id, name, filter: { match: 'all', conditions }, createdAt: now, updatedAt: now })),
  });
}
