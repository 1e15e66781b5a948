import { ArrowRightLeft } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Connection } from '../../domain/sync/connection.ts';
import type { FieldMap, Mapping } from '../../domain/sync/mapping.ts';
import { POLICIES, type Policy } from '../../domain/sync/merge.ts';
import { OUR_FIELDS, SYNC_KINDS, type OurField, type SyncKind, type ValueKind } from '../../domain/sync/record.ts';
import type { CrmField } from '../../messages/contract.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { changeMapping } from '../../storage/connection.ts';
import { Section } from '../part/section.tsx';
import { Segmented } from '../part/segmented.tsx';
import { crmFailureText, syncFieldName, syncKindName } from '../part/sync-words.ts';
import { act } from '../state/act.ts';
import { book } from '../state/book.ts';
import { askCrm, syncNow } from '../state/crm.ts';

type Described = { [K in SyncKind]?: CrmField[] };

/** Which of our fields is which of theirs, and who wins when both have changed it. */
export function MappingSection({ connection }: { connection: Connection }): VNode {
  const [fields, setFields] = useState<Described>();
  const [failed, setFailed] = useState('');
  const [mapping, setMapping] = useState<Mapping>(connection.mapping);
  const kinds = SYNC_KINDS.filter((kind) => connection.mapping[kind]);
  const [kind, setKind] = useState<SyncKind>(kinds.includes('prospect') ? 'prospect' : kinds[0] ?? 'prospect');
  const [all, setAll] = useState(false);
  const look = async (): Promise<void> => {
    const answer = await askCrm('crm.describe', { connection: connection.id });
    if ('failure' in answer) setFailed(crmFailureText(answer.failure).what);
    else setFields(answer.value.fields);
  };
  useEffect(() => void look().catch(report), [connection.id]);

  const proposed = connection.proposed ?? connection.mapping;
  const mapped = (name: string): boolean => [mapping, connection.mapping].some((one) => one[kind]?.some(({ ours }) => ours === name));
  const shown = all ? OUR_FIELDS[kind] : OUR_FIELDS[kind].filter(({ name }) => mapped(name));
  const isEdited = JSON.stringify(mapping) !== JSON.stringify(connection.mapping);
  const isOwn = JSON.stringify(mapping) !== JSON.stringify(proposed);
  const set = (ours: string, next: FieldMap | null): void => {
    const by = new Map((mapping[kind] ?? []).map((one) => [one.ours, one]));
    if (next) by.set(ours, next);
    else by.delete(ours);
    // in the order of our fields, so that the same mapping is the same text
    setMapping({ ...mapping, [kind]: OUR_FIELDS[kind].flatMap(({ name }) => by.get(name) ?? []) });
  };
  const save = async (): Promise<void> => {
    if (await act('', () => changeMapping(book, connection.id, mapping))) syncNow(connection.id);
  };
  return (
    <Section icon={ArrowRightLeft} title={t('mapping')}>
      <p class="small muted">{t('mapping_text')}</p>
      {failed && <p class="banner warn small">{t('mapping_failed', failed)}</p>}
      {kinds.length > 1 && <div class="scroll-x"><Segmented label={t('mapping_kind')} value={kind} options={kinds.map((one) => [one, syncKindName(one)] as const)} onChange={setKind} /></div>}
      <div class="mapping" data-testid="mapping">
        {shown.map((field) => <MapRow key={`${kind} ${field.name}`} label={connection.label} field={field} map={mapping[kind]?.find(({ ours }) => ours === field.name)} offered={fields?.[kind]} onChange={(next) => set(field.name, next)} />)}
      </div>
      {shown.length < OUR_FIELDS[kind].length && <button class="button quiet" data-testid="mapping-all" onClick={() => setAll(true)}>{t('mapping_more', OUR_FIELDS[kind].length - shown.length)}</button>}
      <div class="row wrap">
        {isEdited && <button class="button primary" data-testid="mapping-save" onClick={() => void save()}>{t('mapping_save')}</button>}
        {isEdited && <button class="button" onClick={() => setMapping(connection.mapping)}>{t('mapping_discard')}</button>}
        {isOwn && <button class="button quiet" data-testid="mapping-reset" onClick={() => setMapping(proposed)}>{t('mapping_reset')}</button>}
      </div>
    </Section>
  );
}

function MapRow({ field: { name, kind, flow }, map, offered, label, onChange }: { field: OurField; map: FieldMap | undefined; offered: CrmField[] | undefined; label: string; onChange: (map: FieldMap | null) => void }): VNode {
  const fits = (offered ?? []).filter((one) => one.writable && canHold(kind, one.kind));
  const unknown = map && !fits.some((one) => one.name === map.theirs);
  const nameOf = (theirs: string): string => offered?.find((one) => one.name === theirs)?.label ?? theirs;
  const shown = syncFieldName(name);
  return (
    <div class={`map-row${map ? '' : ' off'}`}>
      <span class="map-name">{shown}</span>
      <select class="input" aria-label={t('mapping_goes_to', shown, label)} data-testid={`map-${name}`} disabled={!offered} value={map?.theirs ?? ''}
        onChange={(event) => onChange(event.currentTarget.value ? { ours: name, theirs: event.currentTarget.value, policy: map?.policy ?? (flow === 'both' ? 'ask' : 'ours') } : null)}>
        <option value="">{t('mapping_none')}</option>
        {unknown && <option value={map.theirs}>{nameOf(map.theirs)}</option>}
        {fits.map((one) => <option key={one.name} value={one.name}>{one.label}</option>)}
      </select>
      {map && flow === 'both'
        ? (
          <select class="input" aria-label={t('mapping_policy', shown)} data-testid={`policy-${name}`} value={map.policy} onChange={(event) => onChange({ ...map, policy: event.currentTarget.value as Policy })}>
            {POLICIES.map((policy) => <option key={policy} value={policy}>{t(`policy_${policy}` as MessageName)}</option>)}
          </select>
        )
        : <span class="small muted map-flow">{map ? t('mapping_push') : ''}</span>}
    </div>
  );
}

/** Can a field of theirs hold what ours holds? Texts of any length and links are texts. */
function canHold(ours: ValueKind, theirs: ValueKind): boolean {
  const loose = (kind: ValueKind): ValueKind => (kind === 'longText' || kind === 'link' ? 'text' : kind);
  return loose(ours) === loose(theirs) || (ours === 'tags' && loose(theirs) === 'text');
}
