import { ArrowLeft, Download, ExternalLink, Globe, Trash2, TriangleAlert } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Draft } from '../../domain/draft.ts';
import { PROSPECT_FIELDS, STAGES, type ProspectField, type Stage } from '../../domain/prospect.ts';
import type { FieldValue } from '../../domain/provenance.ts';
import { inputOf } from '../../domain/score-input.ts';
import { t, uiLocale, type MessageName } from '../../platform/locale.ts';
import { openAddress } from '../../platform/tabs.ts';
import { readPerson, removeProspect, setField, type PersonView as Person } from '../../storage/person.ts';
import { Avatar } from '../part/avatar.tsx';
import { Empty, Skeleton } from '../part/empty.tsx';
import { CommitteeRoleCard } from '../part/committee-role.tsx';
import { ComposerCard } from '../part/composer-card.tsx';
import { Contact } from '../part/contact.tsx';
import { CustomFields } from '../part/custom-fields.tsx';
import { FieldRow } from '../part/field.tsx';
import { FitCard } from '../part/fit.tsx';
import { HistoryCard } from '../part/history.tsx';
import { Icon } from '../part/icon.tsx';
import { PageDifferences, Suggestions } from '../part/suggestion.tsx';
import { CadenceCard } from '../part/cadence-card.tsx';
import { MaybeSame } from '../part/maybe-same.tsx';
import { CadenceOffer } from '../part/cadence-offer.tsx';
import { PrivacyCard } from '../part/privacy-card.tsx';
import { PersonaCard } from '../part/persona-card.tsx';
import { PersonTimeline } from '../part/person-timeline.tsx';
import { Notes } from '../part/notes.tsx';
import { Facts } from '../part/facts.tsx';
import { Flow } from '../part/flow.tsx';
import { Qualification } from '../part/qualification.tsx';
import { FollowUps } from '../part/follow-ups.tsx';
import { Labels } from '../part/labels.tsx';
import { SyncLines } from '../part/sync-lines.tsx';
import { act } from '../state/act.ts';
import { book, useLive } from '../state/book.ts';
import { moveTo } from '../state/decide.ts';
import { askExport } from '../state/export.ts';
import { useKeys } from '../state/key.ts';
import { go, to } from '../state/route.ts';
import { isTeachable, openTeach } from '../state/teach.ts';

const SHOWN: readonly ProspectField[] = ['headline', 'title', 'company', 'location', 'emails', 'phones'];
const HIDDEN: ReadonlySet<string> = new Set<ProspectField>(['name', 'avatar', 'experience', 'handle', 'followers', 'connections']);

/** A person's own page in the book. */
export function PersonView({ id }: { id: string }): VNode {
  return (
    <div class="stack">
      <a class="row small back" href={to('people')}><Icon of={ArrowLeft} />{t('people')}</a>
      <PersonCard key={id} id={id} wide />
    </div>
  );
}

/** Somebody in the book, beside their page (`draft` = what the page says now) or on a page of their own. */
export function PersonCard({ id, draft, wide = false }: { id: string; draft?: Draft; wide?: boolean }): VNode {
  const person = useLive(async () => ({ found: await readPerson(book, id) }), [id]);
  useKeys(() => [
    { key: 'n', label: t('key_note'), run: () => focusOn('note-input') },
    { key: 'f', label: t('key_follow_up'), run: () => focusOn('followup-input') },
    { key: 'e', label: t('key_stage'), run: () => focusOn('stage') },
    { key: 't', label: t('key_tag'), run: () => focusOn('tag-input') },
  ], []);

  if (!person) return <Skeleton />;
  if (!person.found) return <Empty icon={TriangleAlert} title={t('person_gone_title')} text={t('person_gone_text')} />;
  const { prospect, account, notes, followUps, history } = person.found;
  const name = prospect.fields.name?.value ?? t('no_name');

  return (
    <article class={`person${wide ? ' wide' : ''}`}>
      <div class="person-main stack">
        <PersonHead person={person.found} name={name} draft={draft} />
        <Contact prospect={prospect} />
        <CadenceOffer prospect={prospect} />
        <Flow prospect={prospect} />
        {draft && <PageDifferences prospect={prospect} draft={draft} />}
        {wide && <MaybeSame prospect={prospect} />}
        <Suggestions prospect={prospect} />
        <FitCard input={inputOf(prospect, account)} person={{ id, name, icpId: prospect.icpId }} reach={{ company: account?.fields.profiles?.value[0] ?? account?.fields.websites?.value[0], profile: draft ? undefined : prospect.fields.profiles?.value[0] }} />
        <ComposerCard prospect={prospect} />
        <section class="card" aria-label={t('note_and_follow_up')}>
          <FollowUps prospect={prospect} name={name} followUps={followUps} />
          <Notes prospectId={id} name={name} notes={notes} />
        </section>
        <CadenceCard prospect={prospect} />
        <Qualification prospect={prospect} />
        <PersonaCard prospect={prospect} />
        <CommitteeRoleCard prospect={prospect} />
        <section class="card" aria-label={t('labels')}><Labels prospect={prospect} /></section>
      </div>
      <div class="person-side stack">
        <Fields person={person.found} all={wide} besidePage={draft !== undefined} />
        <Facts prospect={prospect} />
        <CustomFields kind="prospect" id={id} custom={prospect.custom} />
        <PersonTimeline id={id} />
        <HistoryCard entries={history} open={wide} />
        {wide && <PrivacyCard prospect={prospect} />}
        {wide && <button class="button" data-testid="export-people" onClick={() => askExport({ of: { ids: [id], name } })}><Icon of={Download} />{t('people_export')}</button>}
        {wide && <button class="button danger" onClick={() => { void act(t('change_removed', name), (change) => removeProspect(book, id, change)); go('people'); }}><Icon of={Trash2} />{t('remove_person')}</button>}
      </div>
    </article>
  );
}

function PersonHead({ person: { prospect, account }, name, draft }: { person: Person; name: string; draft: Draft | undefined }): VNode {
  const { title, company, pronouns, profiles } = prospect.fields;
  const since = new Intl.DateTimeFormat(uiLocale(), { dateStyle: 'medium' }).format(prospect.createdAt);
  return (
    <header class="person-head">
      <Avatar name={name} size={56} />
      <div class="grow stack tight">
        <h1 dir="auto" class="two-lines" title={name}>{name}{pronouns && <span class="small muted"> {pronouns.value}</span>}</h1>
        <p class="small two-lines" dir="auto">{[title?.value ?? prospect.fields.headline?.value, !account && company?.value].filter(Boolean).join(' · ')}</p>
        {account && <a class="small one-line" dir="auto" href={to('account', account.id)}>{account.fields.name?.value ?? company?.value}</a>}
        <div class="row wrap small">
          <label class="stage">
            <span class="unseen">{t('stage')}</span>
            <select class="input" data-testid="stage" value={prospect.stage} onChange={(event) => void moveTo(prospect, event.currentTarget.value as Stage)}>
              {STAGES.map((stage) => <option key={stage} value={stage}>{t(`stage_${stage.replace('-', '_')}` as MessageName)}</option>)}
            </select>
          </label>
          <span class="chip good" data-testid="known">{t('known_since', since)}</span>
          {draft && <a href={to('person', prospect.id)}>{t('open_record')}</a>}
          {!draft && profiles?.value[0] && <button class="chip" onClick={() => void openAddress(profiles.value[0]!)}><Icon of={ExternalLink} />{t('open_profile')}</button>}
        </div>
        <SyncLines id={prospect.id} />
      </div>
    </header>
  );
}

function Fields({ person: { prospect }, all, besidePage }: { person: Person; all: boolean; besidePage: boolean }): VNode {
  const [open, setOpen] = useState(all);
  const fields = prospect.fields as Record<string, { value: FieldValue; source: { kind: 'hand' | 'crm' | 'page' | 'file'; name: string }; at: number } | undefined>;
  const rest = PROSPECT_FIELDS.filter((name) => !HIDDEN.has(name) && !SHOWN.includes(name));
  const names: ProspectField[] = [...(all || open ? ['name' as const] : []), ...SHOWN, ...rest.filter((name) => open || fields[name])];
  return (
    <section class="card fields" aria-label={t('fields')}>
      {names.map((name) => (
        <FieldRow key={name} name={name} value={fields[name]?.value} source={fields[name]?.source} {...(fields[name] ? { at: fields[name].at } : {})} onTeach={besidePage && isTeachable(name) ? () => openTeach(name) : undefined}
          onChange={(value) => void act(t('change_field', t(`field_${name}` as MessageName)), (change) => setField(book, prospect.id, name, value, change))} />
      ))}
      {!open && <button class="button quiet" onClick={() => setOpen(true)}><Icon of={Globe} />{t('more_fields')}</button>}
      <Experience prospect={prospect} />
    </section>
  );
}

function Experience({ prospect }: { prospect: Person['prospect'] }): VNode | null {
  const positions = prospect.fields.experience?.value ?? [];
  if (positions.length === 0) return null;
  return (
    <div class="stack tight">
      <h3>{t('field_experience')}</h3>
      <ul class="stack tight">
        {positions.slice(0, 8).map(({ title, company, dates }, at) => (
          <li key={at} class="small" dir="auto"><strong>{title}</strong>{company && ` · ${company}`}{dates && <span class="muted"> {dates}</span>}</li>
        ))}
      </ul>
    </div>
  );
}

export function focusOn(testId: string): void {
  document.querySelector<HTMLElement>(`[data-testid=${testId}]`)?.focus();
}
