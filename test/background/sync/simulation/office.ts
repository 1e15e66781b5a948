import type { Access, Connector, Flags, Http, HttpRequest } from '../../../../src/crm/connector.ts';
import espocrm from '../../../../src/crm/espocrm.ts';
import hubspot from '../../../../src/crm/hubspot.ts';
import odoo from '../../../../src/crm/odoo.ts';
import pipedrive from '../../../../src/crm/pipedrive.ts';
import twenty from '../../../../src/crm/twenty.ts';
import { SYNC_KINDS } from '../../../../src/domain/sync/record.ts';
import type { Dialect, OpenDialect } from '../../../crm/dialect/dialect.ts';
import openEspocrm from '../../../crm/dialect/espocrm.ts';
import openHubspot from '../../../crm/dialect/hubspot.ts';
import { inProcess } from '../../../crm/dialect/in-process.ts';
import openOdoo from '../../../crm/dialect/odoo.ts';
import openPipedrive from '../../../crm/dialect/pipedrive.ts';
import openTwenty from '../../../crm/dialect/twenty.ts';
import espocrmOutsider from '../../../crm/outsider/espocrm.ts';
import hubspotOutsider from '../../../crm/outsider/hubspot.ts';
import odooOutsider from '../../../crm/outsider/odoo.ts';
import type { Outsider } from '../../../crm/outsider/outsider.ts';
import pipedriveOutsider from '../../../crm/outsider/pipedrive.ts';
import twentyOutsider from '../../../crm/outsider/twenty.ts';
import type { Chance } from './chance.ts';

/** What a request does: nothing; makes records; or changes them. */
export type Doing = 'read' | 'create' | 'change';

/** A CRM as it is set up for a company, in process. */
interface Setting {
  connector: Connector;
  open: OpenDialect;
  outsider(fetch: Parameters<typeof twentyOutsider>[0], origin: string, token: string): Outsider;
  outsiderToken: string;
  secrets: Access['secrets'];
  settings?: Access['settings'];
  doing(request: HttpRequest): Doing;
  /** Whether the same create may arrive twice: something in it is unique, or second records are taken away. */
  repeats(request: HttpRequest): boolean;
  /** Whether its notes and follow-ups bear our key: where not, one whose answer was lost is known by its text alone. */
  keyed: boolean;
  /** Simultaneous requests of others, as the server tells of them. */
  races: string[];
  /** What an administrator does first. Answers whether writes to people are guarded. */
  prepare(dialect: Dialect, chance: Chance): boolean;
}

const send = (dialect: Dialect, path: string, headers: Record<string, string>, body: object): void => {
  const { status } = dialect.handle({ method: 'POST', path, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
  if (status >= 300) throw new Error(`${path}: ${status}`);
};
const methodIn = ({ body = '' }: HttpRequest): string => (JSON.parse(body) as { params: { args: unknown[] } }).params.args.slice(3, 5).join(' ');
const ODOO_CHANGES = /(load|write|unlink|action_feedback)$/;

const SETTINGS: Setting[] = [
  {
    connector: twenty, open: openTwenty, outsider: twentyOutsider, outsiderToken: '<token>', keyed: true, secrets: { token: '<token>' },
    doing: ({ method, url }) => (method === 'GET' || url.endsWith('/metadata') ? 'read' : method === 'POST' && !url.includes('upsert') ? 'create' : 'change'),
    repeats: () => true, races: ['upsert-loses', 'link-before-note'],
    prepare: () => true,
  },
  {
    connector: espocrm, open: openEspocrm, outsider: espocrmOutsider, outsiderToken: '<token>', keyed: false, secrets: { apiKey: '<token>' },
    doing: ({ method }) => (method === 'GET' ? 'read' : method === 'POST' ? 'create' : 'change'),
    repeats: ({ url }) => /\/(Contact|Account)$/.test(url), races: ['both-created', 'address-not-yet-linked'],
    prepare(dialect, chance) {
      const guarded = chance.yes(0.5);
      if (guarded) send(dialect, '/api/v1/EntityManager/action/updateEntity', { authorization: 'Basic <admin-credentials>' }, { name: 'Contact', optimisticConcurrencyControl: true });
      return guarded;
    },
  },
  {
    connector: odoo, open: openOdoo, outsider: odooOutsider, outsiderToken: '<token>', keyed: true, secrets: { key: '<token>' }, settings: { login: 'admin' },
    // a load writes over who bears its key
    doing: (request) => (ODOO_CHANGES.test(methodIn(request)) ? 'change' : /(create|message_post)$/.test(methodIn(request)) ? 'create' : 'read'),
    repeats: (request) => /category create$/.test(methodIn(request)), races: ['load-conflict', 'late-commit'],
    prepare: () => false,
  },
  {
    connector: hubspot, open: openHubspot, outsider: hubspotOutsider, outsiderToken: '<token:other-app>', keyed: false, secrets: { token: '<token>' },
    doing: ({ method, url }) => (method === 'GET' || /\/(search|batch\/read)$/.test(url) ? 'read' : url.endsWith('/batch/create') && !url.includes('/associations/') ? 'create' : 'change'),
    repeats: ({ url }) => /(contacts|companies)\/batch\/create$/.test(url), races: ['upsert-conflict', 'slow-index', 'merged-id-forwards', 'limit-rolling', 'locked', 'migration', 'gateway'],
    prepare: () => false,
  },
  {
    connector: pipedrive, open: openPipedrive, outsider: pipedriveOutsider, outsiderToken: '<token:other-user>', keyed: false, secrets: { token: '<token>' },
    doing: ({ method }) => (method === 'GET' ? 'read' : method === 'POST' ? 'create' : 'change'),
    repeats: ({ url }) => /\/(persons|organizations)$/.test(url), races: ['double-create', 'slow-index', 'limit-burst', 'blocked', 'gateway'],
    prepare(dialect) {
      send(dialect, '/api/v2/personFields', { 'x-api-token': '<token>' }, { field_name: 'LinkedIn profile', field_type: 'varchar' });
      return false;
    },
  },
];

/** The CRMs that can be simulated, by the name of their connector. */
export const CRMS: readonly string[] = SETTINGS.map(({ connector }) => connector.name);

/** A real connector's CRM in process, with somebody else who works there and somebody who only looks. */
export interface Office extends Pick<Setting, 'doing' | 'repeats' | 'keyed' | 'races'> {
  connector: Connector;
  flags: Flags;
  dialect: Dialect;
  access: Access;
  /** The way to the server, untroubled. */
  straight: Http;
  outsider: Outsider;
  /** Looks without taking part: costs no time and none of the others' share of requests. */
  auditor: Outsider;
  /** Whether the CRM itself refuses to write over a newer version of a person. */
  guarded: boolean;
}

/** Opens a CRM for a schedule. `fields` of the access are those that the connector proposes. */
export async function openOffice(name: string, chance: Chance, now: () => number, pass: (ms: number) => Promise<void>): Promise<Office> {
  const setting = SETTINGS.find(({ connector }) => connector.name === name)!;
  const { connector } = setting;
  let ahead = 0;
  const dialect = setting.open({ now: () => Math.max(now(), ahead), random: chance });
  const guarded = setting.prepare(dialect, chance);
  const origin = connector.originOf('https://crm.example.com') ?? connector.originOf('')!;
  const straight = inProcess(dialect, origin);
  const fields = Object.fromEntries(SYNC_KINDS.map((kind) => [kind, Object.values(connector.proposed[kind] ?? {})]));
  const access: Access = { origin, secrets: setting.secrets, settings: setting.settings ?? {}, known: {}, fields };
  const prepared = await connector.open(straight, access, now).prepare();
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.failure));
  const fetch = (before: () => void, after: () => void, rest: () => Promise<void>): Parameters<Setting['outsider']>[0] => async (url, { method, headers, body = '' }) => {
    for (;;) {
      before();
      const answer = dialect.handle({ method, path: url.slice(origin.length), headers, body });
      after();
      // limits, locks and what was forced for somebody else pass
      if (![423, 429, 477, 502].includes(answer.status) && !answer.headers['cf-ray']) return { status: answer.status, headers: answer.headers, text: answer.body };
      await rest();
    }
  };
  // whoever only looks has a clock of his own that runs ahead, so that no limit is reached and nobody else's time goes by
  let looks = 0;
  const auditor = setting.outsider(fetch(() => { ahead = looks = Math.max(looks, now()) + 700; }, () => { ahead = 0; }, () => Promise.resolve()), origin, setting.outsiderToken);
  return {
    connector, flags: connector.flags, dialect, straight, guarded, auditor, doing: setting.doing, repeats: setting.repeats, keyed: setting.keyed, races: setting.races,
    access: { ...access, known: prepared.value.known },
    outsider: setting.outsider(fetch(() => undefined, () => undefined, () => pass(1_000)), origin, setting.outsiderToken),
  };
}
