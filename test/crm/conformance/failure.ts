import assert from 'node:assert/strict';
import type { Ended } from '../../../src/background/sync/run.ts';
import type { FailureKind } from '../../../src/domain/failure.ts';
import { OUR_FIELDS } from '../../../src/domain/sync/record.ts';
import { notApplicable, type Bench, type Case } from './bench.ts';
import { isWrite, type Spoil } from './wire.ts';

/** A request has this trouble, in the first look and in the write: each time the run ends with what it is, nothing is lost, and the next one gets it done. */
async function troubled(bench: Bench, how: Spoil, kinds: FailureKind[], isRight: (ended: Exclude<Ended, string>) => boolean = () => true): Promise<void> {
  const rep = bench.device();
  rep.add('prospect', 'ada', bench.person('Ada'));
  for (const which of [() => true, isWrite]) {
    const told = bench.wire.spoil(how, which);
    const ended = await rep.sync();
    assert.equal(told.used, 1);
    assert.ok(typeof ended === 'object' && kinds.includes(ended.kind), `it ended as ${typeof ended === 'object' ? ended.kind : ended}`);
    quiet(bench, ended.message);
    assert.ok(isRight(ended), `with ${JSON.stringify(ended.retryAt)} at ${bench.clock()}`);
    assert.ok(rep.book.sync.failure?.retryAt !== undefined || !['network', 'rate-limit'].includes(ended.kind), 'nothing says when it is tried again');
    bench.wire.calm();
    await bench.pass(200_000);
  }
  await bench.rest(rep);
  await bench.only();
}

/** A text for people: no secret, no markup, no trace of the server. */
function quiet({ access, ...bench }: Bench, message: string): void {
  for (const secret of [...Object.values(access.secrets), ...Object.values(bench.wrong.secrets)]) assert.ok(secret === '' || !message.includes(secret), `the message holds the token: ${message}`);
  assert.doesNotMatch(message, /<html|<body|Traceback|File "|at Object\./, 'the message shows the server\'s inside');
  assert.ok(message.length <= 400);
}

export const FAILURE: readonly Case[] = [
  {
    name: 'a wrong token is a matter of signing in, and no message shows it',
    why: 'It is 401, 403, 400 or 200 with an error, each CRM in its own way.',
    from: 'facts 0.11; twenty 29; espocrm 29; odoo 29',
    run: async (bench) => {
      const rep = bench.device('A', { crm: bench.as(bench.wrong) });
      rep.add('prospect', 'ada', bench.person('Ada'));
      const [checked, ended] = [await bench.as(bench.wrong).check(), await rep.sync()];
      assert.equal(checked.ok ? 'ok' : checked.failure.kind, 'sign-in');
      assert.equal(typeof ended === 'object' ? ended.kind : ended, 'sign-in');
      quiet(bench, checked.ok ? '' : checked.failure.message);
      quiet(bench, typeof ended === 'object' ? ended.message : '');
      assert.equal((await bench.people()).length, 0);
    },
  },
  {
    name: 'a missing right is told as such, and nothing is taken for done',
    why: 'The test call may pass without the right to write; 400, 403 and 200 say it.',
    from: 'facts 0.11; twenty 31; espocrm 31; odoo 31',
    run: async (bench) => {
      if (!bench.readOnly) notApplicable('no sign-in of somebody who may only read was given');
      const rep = bench.device('A', { crm: bench.as(bench.readOnly) });
      rep.add('prospect', 'ada', bench.person('Ada'));
      const ended = await rep.sync();
      assert.equal(typeof ended === 'object' ? ended.kind : ended, 'permission');
      quiet(bench, typeof ended === 'object' ? ended.message : '');
      assert.equal((await bench.people()).length, 0);
      assert.ok(rep.book.marks.has('prospect ada'), 'the edit is forgotten');
    },
  },
  { name: 'no answer is a matter of the network, and is tried again', why: 'Waiting helps.', from: 'transcripts README (server down)', run: (bench) => troubled(bench, 'requestLost', ['network']) },
  { name: 'a server error is a matter of the network, and is tried again', why: 'The request may have been done: look before repeating.', from: 'facts 9', run: (bench) => troubled(bench, 'broken', ['network']) },
  { name: 'a gateway\'s page of HTML is a matter of the network', why: 'A proxy in front answers when the server is down.', from: 'transcripts README (server down)', run: (bench) => troubled(bench, 'badGateway', ['network']) },
  { name: 'a web page instead of an answer is a wrong address', why: 'A portal, a login form, the web app: 200 proves nothing.', from: 'facts 0.11; twenty 33; odoo 33', run: (bench) => troubled(bench, 'webPage', ['wrong-address']) },
  { name: 'half an answer is a failure, not an empty one', why: 'A cut connection must not pass for "there is nothing".', from: 'facts 9', run: (bench) => troubled(bench, 'halfAnswer', ['wrong-address', 'network']) },
  { name: '429 without a time rests for a while', why: 'Twenty never says how long.', from: 'twenty 32; facts 1 (retry hint)', run: (bench) => troubled(bench, 'tooMany', ['rate-limit'], ({ retryAt = 0 }) => retryAt > bench.clock() && retryAt <= bench.clock() + 3_600_000) },
  { name: '429 with seconds rests as long as it says', why: 'Waiting less is refused again.', from: 'facts 1 (retry hint)', run: (bench) => troubled(bench, 'tooManySeconds', ['rate-limit'], ({ retryAt = 0 }) => Math.abs(retryAt - bench.clock() - 30_000) < 5_000) },
  { name: '429 with a date rests until then', why: 'Retry-After may be an HTTP date.', from: 'facts 1, 8', run: (bench) => troubled(bench, 'tooManyDate', ['rate-limit'], ({ retryAt = 0 }) => Math.abs(retryAt - bench.clock() - 60_000) < 5_000) },
  {
    name: 'the test call says who and where',
    why: 'The rep sees at once whether it is the right account.',
    from: 'twenty 01; espocrm 01; odoo 01; facts 9 (connection check)',
    run: async (bench) => {
      const checked = await bench.crm.check();
      assert.ok(checked.ok, checked.ok ? '' : `it failed: ${checked.failure.kind} ${checked.failure.message}`);
      assert.ok(checked.value.who !== '' && checked.value.where !== '');
      assert.deepEqual(checked.value.missing, []);
      quiet(bench, `${checked.value.who} ${checked.value.where} ${checked.value.version ?? ''}`);
    },
  },
  {
    name: 'the CRM\'s own description holds every field that is proposed',
    why: 'What is proposed must be there to be mapped; a field that this CRM lacks must not pass for an empty one.',
    from: 'twenty 03; espocrm 03; odoo 03',
    run: async ({ crm, connector, flags, device, company, person, held, rest }) => {
      const rep = device();
      if (flags.kinds.account) rep.add('account', 'acme', company('Acme'));
      rep.add('prospect', 'ada', person('Ada', flags.kinds.account ? { account: 'acme' } : {}));
      await rest(rep);
      for (const kind of Object.keys(flags.kinds) as (keyof typeof flags.kinds)[]) {
        const described = await crm.describe(kind);
        assert.ok(described.ok, `${kind}: ${described.ok ? '' : described.failure.kind}`);
        const names = described.value.map(({ name }) => name);
        const read = kind === 'account' || kind === 'prospect' ? await held(kind, rep.remote(kind, kind === 'account' ? 'acme' : 'ada')) : {};
        const lacking = Object.entries(connector.proposed[kind] ?? {}).filter(([, name]) => !names.includes(name)).map(([ours]) => ours);
        assert.deepEqual(lacking.filter((ours) => ours in read || !(kind === 'account' || kind === 'prospect')), [], `fields of ${kind} are read and not described`);
        assert.equal(new Set(names).size, names.length);
        for (const ours of Object.keys(connector.proposed[kind] ?? {})) assert.ok(OUR_FIELDS[kind].some(({ name }) => name === ours), `${kind}.${ours} is no field of ours`);
      }
    },
  },
  {
    name: 'preparing twice finds what the first time has made',
    why: 'A second creation of the key field is refused.',
    from: 'twenty 02; espocrm 02; odoo 02',
    run: async ({ crm }) => {
      const [first, second] = [await crm.prepare(), await crm.prepare()];
      assert.ok(first.ok && second.ok, 'it failed');
      assert.deepEqual(second.value, first.value);
    },
  },
  {
    name: 'requests say for the ledger what they carry, and no address holds a secret',
    why: 'The rep sees every request: our names of the fields, never a value.',
    from: 'issue: ledger',
    run: async (bench) => {
      const rep = bench.device();
      rep.add('prospect', 'ada', bench.person('Ada'));
      await bench.rest(rep);
      const known = new Set(Object.values(OUR_FIELDS).flat().map(({ name }) => name));
      for (const { url, fields = [] } of bench.wire.requests) {
        assert.ok(url.startsWith(`${bench.access.origin}/`), `a request to another place: ${url}`);
        for (const secret of Object.values(bench.access.secrets)) assert.ok(!decodeURIComponent(url).includes(secret), 'an address holds the token');
        for (const field of fields) assert.ok(known.has(field), `${field} is no field of ours`);
      }
      const link = bench.connector.linkTo({ ...bench.access, known: bench.known, fields: {} }, 'prospect', rep.remote('prospect', 'ada'));
      if (link !== undefined) assert.ok(URL.canParse(link) && Object.values(bench.access.secrets).every((secret) => !link.includes(secret)), `no address for people: ${link}`);
    },
  },
];
