import { ArrowLeft, Building2, Cable, CircleCheck, ExternalLink, KeyRound, TriangleAlert } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Failure } from '../../domain/failure.ts';
import { patternFor } from '../../domain/sync/address.ts';
import type { Connection } from '../../domain/sync/connection.ts';
import type { CrmFound, CrmSignIn } from '../../messages/contract.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { askForOrigins } from '../../platform/permission.ts';
import { report } from '../../platform/report.ts';
import { readConnections } from '../../storage/connection.ts';
import { Empty, Skeleton } from '../part/empty.tsx';
import { Icon } from '../part/icon.tsx';
import { Segmented } from '../part/segmented.tsx';
import { crmFailureText } from '../part/sync-words.ts';
import { book, useLive } from '../state/book.ts';
import { askCrm, syncNow, type Offer } from '../state/crm.ts';
import { go, to } from '../state/route.ts';
import { toast } from '../state/toast.ts';
import '../style/settings.css';
import '../style/crm.css';

/** Connects a CRM step by step; with `id` signs in again to one that is connected. */
export function ConnectView({ id }: { id: string }): VNode {
  const [catalog, setCatalog] = useState<{ value: Offer[] } | { failure: Failure }>();
  const [name, setName] = useState('');
  const old = useLive(async () => ({ found: (await readConnections(book)).find((one) => one.id === id) }), [id]);
  const look = async (): Promise<void> => { setCatalog(undefined); setCatalog(await askCrm('crm.catalog', null)); };
  useEffect(() => void look().catch(report), []);

  const offers = catalog && 'value' in catalog ? catalog.value : [];
  const wanted = name || old?.found?.connector || '';
  const offer = offers.find((one) => one.name === wanted);
  return (
    <div class="connect stack">
      <a class="row small back" href={to('settings')}><Icon of={ArrowLeft} />{t('settings')}</a>
      <header class="view-head"><h1>{old?.found ? t('crm_sign_in_to', old.found.label) : t('crm_connect_title')}</h1></header>
      {(!catalog || !old) && <Skeleton lines={4} />}
      {catalog && 'failure' in catalog && <Empty icon={TriangleAlert} title={t('crm_catalog_failed')} text={crmFailureText(catalog.failure).what}><button class="button" onClick={() => void look()}>{t('crm_try_again')}</button></Empty>}
      {catalog && 'value' in catalog && old && !old.found && (
        <fieldset class="plain stack tight">
          <legend>{t('crm_which')}</legend>
          <div class="offers-grid">
            {offers.map((one) => (
              <label key={one.name} class="offer-card" data-testid="crm-offer"><input type="radio" class="unseen" name="crm" checked={one === offer} onChange={() => setName(one.name)} /><Icon of={Building2} /><span class="strong">{one.label}</span></label>
            ))}
          </div>
        </fieldset>
      )}
      {offer && old && <SignIn key={offer.name} offer={offer} old={old.found} />}
    </div>
  );
}

function SignIn({ offer, old }: { offer: Offer; old: Connection | undefined }): VNode {
  const [oauth, setOauth] = useState(old?.oauth ?? false);
  const [address, setAddress] = useState(old?.settings['address'] ?? old?.origin ?? '');
  const [typed, setTyped] = useState<{ [name: string]: string }>({ ...old?.settings });
  const [label, setLabel] = useState(old?.label ?? offer.label);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const [found, setFound] = useState<CrmFound>();
  const next = useRef<HTMLDivElement>(null);
  useEffect(() => next.current?.focus(), [found, failure]);

  // what was found belongs to what was typed
  const edit = (work: () => void): void => { work(); setFound(undefined); setFailure(undefined); };
  const where = offer.address ? address : offer.origin ?? '';
  const pattern = where ? patternFor(where) : null;
  const signIn: CrmSignIn = { connector: offer.name, address: offer.address ? address.trim() : '', fields: oauth ? {} : typed, oauth };

  const test = async (allowed: Promise<boolean>): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    const answer = await allowed ? await askCrm('crm.try', signIn) : { failure: { kind: 'permission' as const, message: t('crm_origin_refused') } };
    setBusy(false);
    if ('failure' in answer) setFailure(answer.failure);
    else setFound(answer.value);
  };
  const submit = (): void => {
    if (busy || found) return;
    if (offer.address && !pattern) { setFailure({ kind: 'wrong-address', message: t('crm_address_bad') }); return; }
    // asked in the click itself: a browser that awaits anything first loses the gesture
    void test(pattern ? askForOrigins([pattern]) : Promise.resolve(true)).catch((error: unknown) => { report(error); setBusy(false); setFailure({ kind: 'permission', message: t('crm_origin_refused') }); });
  };
  const connect = async (): Promise<void> => {
    setBusy(true);
    const answer = await askCrm('crm.connect', { ...signIn, label: label.trim() || offer.label, ...(old ? { connection: old.id } : {}) });
    setBusy(false);
    if ('failure' in answer) { setFailure(answer.failure); setFound(undefined); return; }
    setTyped({});
    syncNow(answer.value.connection);
    toast(t(old ? 'crm_signed_in' : 'crm_connected', label.trim() || offer.label));
    go('connection', answer.value.connection);
  };

  return (
    <form class="card section sign-in" onSubmit={(event) => { event.preventDefault(); submit(); }} autocomplete="off">
      <header><Icon of={KeyRound} /><h2>{offer.label}</h2></header>
      {offer.oauth && <Segmented label={t('crm_how')} value={oauth ? 'oauth' : 'key'} options={[['key', t('crm_how_key')], ['oauth', t('crm_how_oauth')]]} onChange={(how) => edit(() => setOauth(how === 'oauth'))} />}
      {offer.address && (
        <Typed label={t('crm_address')} hint={t('crm_address_hint')} name="address" value={address} required onInput={(text) => edit(() => setAddress(text))} />
      )}
      {oauth ? <p class="small muted">{t('crm_oauth_text', offer.label)}</p> : offer.fields.map(({ name, secret, optional }) => (
        <Typed key={name} label={`${signInName(name)}${optional ? ` ${t('crm_optional')}` : ''}`} name={name} secret={secret} required={!optional} value={typed[name] ?? ''} onInput={(text) => edit(() => setTyped({ ...typed, [name]: text }))} />
      ))}
      {!oauth && offer.fields.some(({ secret }) => secret) && <p class="small muted">{t('crm_secret_text')}</p>}
      {failure && <Failed failure={failure} focus={next} />}
      {!found && <button type="submit" class="button primary big" disabled={busy} data-testid="crm-try"><Icon of={oauth ? ExternalLink : Cable} />{busy ? t('crm_trying') : t('crm_try')}</button>}
      {found && (
        <div class="stack found" ref={next} tabIndex={-1} data-testid="crm-found">
          <p class="banner good"><Icon of={CircleCheck} /><span><strong dir="auto">{found.who}</strong><br /><span class="small" dir="auto">{[found.where, found.version && `${offer.label} ${found.version}`].filter(Boolean).join(' · ')}</span></span></p>
          {found.missing.length > 0 && (
            <div class="banner warn"><Icon of={TriangleAlert} /><div><p>{t('crm_missing')}</p><ul class="small">{found.missing.map((one) => <li key={one}>{one}</li>)}</ul></div></div>
          )}
          <Typed label={t('crm_label')} name="label" value={label} required onInput={setLabel} />
          <div class="row wrap">
            <button type="button" class="button primary big grow" disabled={busy} data-testid="crm-connect" onClick={() => void connect().catch(report)}>{busy ? t('crm_connecting') : t(old ? 'crm_sign_in' : 'crm_connect')}</button>
            <button type="button" class="button big" onClick={() => setFound(undefined)}>{t('crm_change')}</button>
          </div>
          <p class="small muted">{t('crm_nothing_sent')}</p>
        </div>
      )}
    </form>
  );
}

function Failed({ failure, focus }: { failure: Failure; focus: { current: HTMLDivElement | null } }): VNode {
  const { what, todo } = crmFailureText(failure);
  return <div class="banner bad" role="alert" ref={focus} tabIndex={-1} data-testid="crm-failed"><Icon of={TriangleAlert} /><div><p dir="auto">{what}</p>{todo && <p class="small">{todo}</p>}</div></div>;
}

function Typed({ label, name, value, onInput, hint, secret = false, required = false }: { label: string; name: string; value: string; onInput: (text: string) => void; hint?: string; secret?: boolean; required?: boolean }): VNode {
  const shared = {
    class: 'input', 'data-testid': `crm-${name}`, value, required, maxLength: 4_000, dir: 'ltr' as const, spellcheck: false, autocapitalize: 'off' as const,
    onInput: (event: { currentTarget: { value: string } }): void => onInput(event.currentTarget.value),
  };
  return (
    <label class="stack tight"><span class="settings-label">{label}</span>
      {secret ? <input {...shared} type="password" autocomplete="new-password" /> : <input {...shared} type="text" autocomplete="off" />}
      {hint && <span class="small muted">{hint}</span>}
    </label>
  );
}

const NAMED = new Set(['token', 'key', 'apiKey', 'login', 'database', 'secret', 'folder']);

/** What a sign-in field is called. */
function signInName(name: string): string {
  return NAMED.has(name) ? t(`crm_field_${name}` as MessageName) : name;
}
