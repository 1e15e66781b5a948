import { words } from '../../crm/answer.ts';
import { connectorOf } from '../../crm/catalog.ts';
import type { Checked, Connector, Operations } from '../../crm/connector.ts';
import { fail, ok, type Result } from '../../domain/failure.ts';
import { proposedMapping, withDoNotContact } from '../../domain/sync/mapping.ts';
import type { CrmFound, CrmOffer, CrmSignIn } from '../../messages/contract.ts';
import { keepConnection, readConnection, renewConnection } from '../../storage/connection-life.ts';
import { keepRegistration, readRegistration } from '../../storage/registration.ts';
import { httpOf } from './http.ts';
import type { CrmMeans } from './means.ts';
import { isLoopback, signInByOauth, type Tokens } from './oauth.ts';
import { httpMeans, operationsOf, withTokens, type Account } from './open.ts';

/** An OAuth sign-in of a test call, kept in memory so that the rep need not consent twice. */
const TRIED = 'crm-tried';
interface Tried { connector: string; origin: string; tokens: Tokens }

/** A sign-in field of this name is not asked for again: it holds the address as it was typed. */
const ADDRESS = 'address';

/** What can be connected. A connector whose address is fixed answers it whatever was typed. */
export function offersOf(connectors: readonly Connector[]): CrmOffer[] {
  return connectors.map(({ name, label, oauth, signIn, originOf }) => ({
    name, label, oauth, address: originOf('') === undefined, origin: originOf('') ?? '',
    fields: signIn.filter((one) => one.name !== ADDRESS).map((one) => ({ name: one.name, secret: one.secret, optional: one.optional ?? false })),
  }));
}

/** A test call: who and where. Keeps nothing but, in memory, an OAuth sign-in for the connect that follows. */
export async function tryAccount(means: CrmMeans, typed: CrmSignIn): Promise<Result<CrmFound>> {
  const account = await accountOf(means, typed, null);
  if (!account.ok) return account;
  const found = await operationsOf(means, account.value).check();
  return found.ok ? ok(shownOf(found.value)) : found;
}

/** Connects, or signs in again (`connection`): test call, key field, then all is kept. Answers what an administrator has to do for the best result. */
export async function connect(means: CrmMeans, typed: CrmSignIn & { label: string; connection?: string }): Promise<Result<{ connection: string; todo: string }>> {
  const ready = await means.vault.ready();
  if (!ready.ok) return ready;
  const old = typed.connection === undefined ? undefined : await readConnection(means.book, typed.connection);
  if (typed.connection !== undefined && !old) return fail('gone', means.t('crm_gone'));
  const id = old?.id ?? means.newId();
  const account = await accountOf(means, typed, id);
  if (!account.ok) {
    if (!old) await means.book.ledger.where('connection').equals(id).delete();
    return account;
  }
  const { connector, origin, settings, secrets } = account.value;
  const oauth = typed.oauth && connector.oauth;
  // links name records of the CRM that they were made in
  if (old && (old.connector !== connector.name || old.origin !== origin)) return fail('conflict', means.t('crm_other', old.label));
  const operations = operationsOf(means, { ...account.value, known: old?.known ?? {} });
  const result = await look(operations);
  if (result.ok && old && result.value.where !== old.where && result.value.who !== old.who) return fail('conflict', means.t('crm_other', old.label));
  if (!result.ok) {
    if (!old) await means.book.ledger.where('connection').equals(id).delete();
    return result;
  }
  const { todo } = result.value;
  if (old) await renewConnection(means.book, id, { settings, oauth, ...result.value });
  else {
    const label = typed.label.trim() || connector.label;
    const at = means.clock();
    // without their description the fields that every such CRM has are proposed alone
    const described = await operations.describe('prospect');
    await keepConnection(means.book, {
      id, connector: connector.name, label, origin, settings, oauth, ...result.value, mapping: withDoNotContact(proposedMapping(connector.proposed), described.ok ? described.value : []), bringIn: 'ours', createdAt: at,
    }, { changeId: means.newId(), at, by: 'crm', label });
  }
  const kept = await means.vault.keep(id, secrets);
  if (!kept.ok) return kept;
  await means.session.set(TRIED, undefined);
  means.listed();
  return ok({ connection: id, todo });
}

async function look(crm: Operations): Promise<Result<{ who: string; where: string; known: { [name: string]: string }; todo: string }>> {
  const checked = await crm.check();
  if (!checked.ok) return checked;
  const prepared = await crm.prepare();
  if (!prepared.ok) return prepared;
  return ok({ who: words(checked.value.who), where: words(checked.value.where), known: prepared.value.known, todo: words(prepared.value.todo) });
}

/** What was typed as an account: the address understood, the permission there, signed in. */
async function accountOf(means: CrmMeans, typed: CrmSignIn, id: string | null): Promise<Result<Account>> {
  const connector = connectorOf(typed.connector, means.connectors);
  if (!connector) return fail('invalid', means.t('crm_unknown', typed.connector));
  const origin = connector.originOf(typed.address.trim());
  if (origin === undefined || !URL.canParse(origin)) return fail('wrong-address', means.t('crm_no_address'));
  if (!origin.startsWith('https://') && !isLoopback(origin)) return fail('wrong-address', means.t('crm_not_https'));
  if (!await means.mayReach(origin)) return fail('permission', means.t('crm_no_permission', new URL(origin).host));
  const account: Account = { id, connector, origin, settings: {}, known: {}, fields: {}, secrets: {} };
  if (typed.oauth && connector.oauth) {
    const tokens = await consent(means, account);
    return tokens.ok ? ok({ ...account, secrets: withTokens(connector, {}, tokens.value) }) : tokens;
  }
  for (const { name, secret, optional } of connector.signIn) {
    const value = (name === ADDRESS ? typed.address : typed.fields[name] ?? '').trim();
    if (!value && !optional) return fail('invalid', means.t('crm_field_missing'));
    if (value) (secret ? account.secrets : account.settings)[name] = value;
  }
  return ok(account);
}

async function consent(means: CrmMeans, account: Account): Promise<Result<Tokens>> {
  const { connector: { name }, origin } = account;
  const tried = await means.session.get<Tried>(TRIED);
  // a test call asks anew: the rep may have been the wrong one the first time
  if (account.id !== null && tried?.connector === name && tried.origin === origin && (tried.tokens.until || Infinity) > means.clock()) return ok(tried.tokens);
  const { t } = means;
  const tokens = await signInByOauth(origin, httpOf({ origin }, httpMeans(means, account)), means.web, means.clock, {
    closed: t('crm_consent_closed'), refused: t('crm_consent_refused'), mixed: t('crm_consent_mixed'), elsewhere: (there) => t('crm_elsewhere', there),
  }, { read: () => readRegistration(means.book, origin), write: (registration) => keepRegistration(means.book, origin, registration) });
  if (tokens.ok && account.id === null) await means.session.set(TRIED, { connector: name, origin, tokens: tokens.value } satisfies Tried);
  return tokens;
}

function shownOf({ who, where, version, missing }: Checked): CrmFound {
  return { who: words(who), where: words(where), version: words(version), missing: missing.slice(0, 50).map(words) };
}
