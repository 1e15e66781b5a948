// Connections in every state over the fictional people of the book, written straight into it; and a worker that answers as a CRM would.
import { putRows, rows } from '../../test/e2e/book.mjs';

const MINUTE = 60_000;

const map = (kind, pairs) => Object.entries(pairs).map(([ours, theirs]) => ({ ours, theirs, policy: ['stage', 'fit', 'prospect', 'at'].includes(ours) ? 'ours' : kind === 'prospect' && ours === 'title' ? 'newest' : 'ask' }));
const mapping = {
  account: map('account', { name: 'name', domain: 'domainName', employees: 'employees', linkedin: 'linkedinLink' }),
  prospect: map('prospect', { firstName: 'name.firstName', lastName: 'name.lastName', title: 'jobTitle', emails: 'emails', phones: 'phones', linkedin: 'linkedinLink', location: 'city', account: 'companyId' }),
  note: map('note', { text: 'body', prospect: 'personId', at: 'createdAt' }),
  followUp: map('followUp', { text: 'title', dueAt: 'dueAt', done: 'done', prospect: 'personId' }),
};

const connection = (id, label, connector, origin, more = {}) => ({
  id, connector, label, origin, settings: {}, known: {}, mapping, bringIn: 'ours', who: 'Robin Rep', where: 'Example Sales', todo: '', createdAt: 1, ...more,
});

const STATES = (now) => [
  ['twenty', 'Twenty', { started: true, doneAt: now - 5 * MINUTE }, { todo: 'Add a text field “Paydirt key” to people, so that no record is ever made twice.' }],
  ['hubspot', 'HubSpot', { started: false }],
  ['odoo', 'Odoo', { started: true, doneAt: now - 60 * MINUTE, progress: { step: 'sending', kind: 'prospect', done: 1_240, total: 4_200 }, lease: { by: 'demo', until: now + 600 * MINUTE } }],
  ['signed-out', 'Pipedrive', { started: true, doneAt: now - 600 * MINUTE, failure: { kind: 'sign-in', message: '', at: now, tries: 1 } }],
  ['locked', 'EspoCRM', { started: true, failure: { kind: 'locked', message: '', at: now, tries: 1 } }],
  ['waiting', 'HubSpot EU', { started: true, failure: { kind: 'rate-limit', message: '', at: now, tries: 1, retryAt: now + 12 * MINUTE } }],
  ['offline', 'Odoo at home', { started: true, failure: { kind: 'network', message: '', at: now, tries: 3, retryAt: now + 4 * MINUTE } }],
  ['wrong', 'Old Twenty', { started: true, failure: { kind: 'wrong-address', message: '', at: now, tries: 1 } }],
  ['paused', 'Webhook', { started: true, doneAt: now - 90 * MINUTE, paused: true }],
];

/** Writes the connections; answers their ids. `now` is epoch ms. */
export async function connectDemo(session, now) {
  const people = await rows(session, 'prospects');
  const name = (person) => person.fields.name?.value ?? '';
  const pull = { account: { since: now, high: now, full: true }, prospect: { since: now, high: now, full: true } };
  const link = (one, more = {}) => ({
    connection: 'twenty', kind: 'prospect', id: one.id, key: `key-${one.id}`, remoteId: `remote-${one.id}`, state: 'linked', at: now - 9 * MINUTE, open: more.conflicts || more.question ? 1 : 0,
    base: { ours: values(one), theirs: values(one) }, ...more,
  });
  const values = (one) => {
    const words = name(one).split(' ');
    return { firstName: words.slice(0, -1).join(' ') || null, lastName: words.at(-1), title: one.fields.title?.value ?? null, emails: one.fields.emails?.value ?? [], location: one.fields.location?.value ?? null };
  };
  const [ada, bo, cy, dee, eve] = people;
  const was = (one, more) => ({ ours: { ...values(one), ...more }, theirs: { ...values(one), ...more } });
  const mark = (connection, one, more = {}) => ({ connection, entity: 'prospect', id: one.id, at: now, stamp: 'demo', ...more });
  const linkedinOf = (one) => `https://www.linkedin.com/${(one.keys.find((key) => key.startsWith('linkedin:')) ?? 'linkedin:in/x').slice(9)}`;
  const seen = (id, fields, keys) => ({ connection: 'hubspot', kind: 'prospect', remoteId: id, keys, lookup: keys.map((key) => `hubspot prospect ${key}`), record: { id, key: null, at: now, deleted: false, fields } });
  const states = STATES(now);
  await putRows(session, {
    settings: [{ key: 'connections', value: states.map(([id, label, , more]) => connection(id, label, id === 'twenty' ? 'twenty' : 'hubspot', `https://${id}.crm.example`, more)) }],
    syncStates: states.map(([id, , state]) => ({ connection: id, pull, ...state })),
    links: [
      link(ada, { conflicts: {
        title: { ours: ada.fields.title?.value ?? null, theirs: 'Managing Director', oursAt: now - 3 * 1_440 * MINUTE, theirsAt: now - 25 * MINUTE },
        location: { ours: ada.fields.location?.value ?? null, theirs: 'Hamburg, Germany', oursAt: now - 3 * 1_440 * MINUTE, theirsAt: now - 25 * MINUTE },
      } }),
      link(bo, { state: 'asking', remoteId: null, base: null, question: { kind: 'possible-match', at: now - 20 * MINUTE, remoteId: 'remote-x', shown: 'B. Example office@example.com' } }),
      link(cy, { state: 'deleted', question: { kind: 'deleted', at: now - 10 * MINUTE, remoteId: `remote-${cy.id}` } }),
      link(dee, { base: was(dee, { title: 'Analyst', location: null }) }),
    ],
    seen: [
      { ...seen('remote-x', { 'name.firstName': 'B.', 'name.lastName': 'Example', jobTitle: 'Office', emails: ['office@example.com'] }, []), connection: 'twenty' },
      // one whom the profile makes known for certain, one of whom only a shared mailbox speaks
      seen('h-1', { 'name.firstName': 'A.', 'name.lastName': name(ada).split(' ').at(-1), jobTitle: null, linkedinLink: linkedinOf(ada) }, [ada.keys[0]]),
      seen('h-2', { 'name.firstName': 'Olga', 'name.lastName': 'Office', emails: ['office@example.com'] }, ['email:office@example.com']),
    ],
    prospects: [{ ...bo, keys: [...bo.keys, 'email:office@example.com'], fields: { ...bo.fields, emails: { value: ['office@example.com'], source: { kind: 'hand', name: 'rep' }, at: now } } }],
    outbox: [...people.map((one) => mark('hubspot', one)), mark('twenty', dee), mark('twenty', eve, { refused: 'Phone number is not valid for country DE', notBefore: now + 1_000 * MINUTE, tries: 1 })],
    ledger: Array.from({ length: 240 }, (_, at) => ({
      connection: 'twenty', at: now - (240 - at) * 40_000, took: 90 + ((at * 37) % 400), ...[
        { method: 'GET', where: 'https://twenty.crm.example/rest/people?filter&order_by&limit', fields: [], records: 60, status: 200 },
        { method: 'POST', where: 'https://twenty.crm.example/rest/batch/people?upsert', fields: ['firstName', 'lastName', 'title', 'emails', 'linkedin'], records: 60, status: 201 },
        { method: 'PATCH', where: 'https://twenty.crm.example/rest/people/…', fields: ['title'], records: 1, status: at % 2 ? 200 : 400 },
        { method: 'GET', where: 'https://twenty.crm.example/rest/companies?filter&limit', fields: [], records: 0, status: at % 8 ? 429 : 0 },
      ][at % 4],
    })),
  });
}

const DESCRIBED = {
  prospect: [['name.firstName', 'First name', 'text'], ['name.lastName', 'Last name', 'text'], ['jobTitle', 'Job title', 'text'], ['emails', 'Emails', 'emails'], ['phones', 'Phones', 'phones'], ['linkedinLink', 'LinkedIn', 'link'], ['xLink', 'X', 'link'], ['city', 'City', 'text'], ['companyId', 'Company', 'record'], ['intro', 'Intro', 'longText']],
  account: [['name', 'Name', 'text'], ['domainName', 'Domain', 'link'], ['employees', 'Employees', 'number'], ['linkedinLink', 'LinkedIn', 'link']],
  note: [['body', 'Body', 'longText'], ['personId', 'Person', 'record'], ['createdAt', 'Created', 'time']],
  followUp: [['title', 'Title', 'text'], ['dueAt', 'Due', 'time'], ['done', 'Done', 'flag'], ['personId', 'Person', 'record']],
};

/** What a worker answers about the demo's CRMs, by kind of message. */
export const ANSWERS = {
  'crm.catalog': ['EspoCRM', 'HubSpot', 'Odoo', 'Pipedrive', 'Twenty', 'Webhook'].map((label) => ({
    name: label.toLowerCase(), label, address: label !== 'HubSpot', oauth: label === 'Twenty', fields: [...(label === 'Odoo' ? [{ name: 'database', secret: false, optional: false }, { name: 'login', secret: false, optional: false }] : []), { name: 'token', secret: true, optional: false }],
  })),
  'crm.describe': { fields: Object.fromEntries(Object.entries(DESCRIBED).map(([kind, fields]) => [kind, fields.map(([name, label, of]) => ({ name, label, kind: of, writable: true }))])) },
  'crm.try': { who: 'Robin Rep', where: 'Example Sales', version: '', missing: ['create follow-up'] },
};

/** Makes a panel hear these answers instead of the worker's, from its next load on. */
export async function answerCrm(panel) {
  await panel.page.addInitScript((answers) => {
    const real = chrome.runtime.sendMessage.bind(chrome.runtime);
    chrome.runtime.sendMessage = (message, ...more) => {
      const kind = message?.kind;
      if (!String(kind).startsWith('crm.')) return real(message, ...more);
      const answer = Promise.resolve({ ok: true, value: answers[kind] ?? null });
      const told = more.at(-1);
      if (typeof told === 'function') void answer.then(told);
      return answer;
    };
  }, ANSWERS);
}
