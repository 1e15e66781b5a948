import { Send } from 'lucide';
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { SYNC_KINDS, type SyncKind } from '../../domain/sync/record.ts';
import { statusOf } from '../../domain/sync/status.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { keyOf } from '../../sites/addresses.ts';
import type { ConnectionView } from '../../storage/connection.ts';
import { OUTCOMES, readPreview, type Outcome, type Preview, type PreviewRow } from '../../storage/sync-preview.ts';
import { Skeleton } from '../part/empty.tsx';
import { Section } from '../part/section.tsx';
import { syncFieldName, syncKindName, syncValueText } from '../part/sync-words.ts';
import { book } from '../state/book.ts';
import { now } from '../state/clock.ts';
import { to } from '../state/route.ts';
import { count } from './people-bar.tsx';

const FIRST: readonly Outcome[] = ['new', 'matched', 'possible', 'unchanged'];
const TONE: Partial<Record<Outcome, string>> = { new: 'good', matched: 'accent', possible: 'warn', refused: 'bad', asking: 'warn' };
const FEW = 6;

/** What the next sync would send, growing slice by slice; read again when marks, mapping or a pull have changed it. */
export function usePreview({ connection, state, waiting, open }: ConnectionView): Preview | undefined {
  const [preview, setPreview] = useState<Preview>();
  const status = statusOf(state, now.value);
  const moving = status === 'syncing' || status === 'looking';
  const seen = moving ? '' : JSON.stringify([connection.mapping, state?.pull, state?.doneAt, waiting, open]);
  useEffect(() => {
    // each batch of a running sync changes it: what was known before stays, and is read again at the end
    if (moving && preview && preview.done >= preview.total) return undefined;
    const end = new AbortController();
    const show = async (soFar: Preview): Promise<void> => {
      if (!end.signal.aborted && soFar.done < soFar.total) setPreview(soFar);
      // the panel gets its turn between slices
      await new Promise((next) => setTimeout(next));
    };
    readPreview(book, connection, keyOf, end.signal, show).then((whole) => { if (!end.signal.aborted) setPreview(whole); }, report);
    return () => end.abort();
  }, [connection.id, seen]);
  return preview;
}

/** What the next sync of a connection that has started will send. */
export function PreviewSection({ view }: { view: ConnectionView }): VNode {
  const preview = usePreview(view);
  return (
    <Section icon={Send} title={t('crm_preview')}>
      {preview?.total === 0 ? <p class="muted">{t('crm_preview_none')}</p> : <PreviewTable preview={preview} label={view.connection.label} />}
    </Section>
  );
}

/** The numbers of a preview by outcome; choosing one shows its first hundred rows, below `children`. `first` shows all that a first sync can come to, zeros too. */
export function PreviewTable({ preview, first = false, label, children }: { preview: Preview | undefined; first?: boolean; label: string; children?: ComponentChildren }): VNode {
  const [chosen, setChosen] = useState<Outcome>();
  const [all, setAll] = useState(false);
  if (!preview) return <Skeleton lines={2} />;
  const totalOf = (outcome: Outcome): number => SYNC_KINDS.reduce((sum, kind) => sum + (preview.counts[kind]?.[outcome] ?? 0), 0);
  const shown = OUTCOMES.filter((outcome) => totalOf(outcome) > 0 || (first && FIRST.includes(outcome)));
  const current = chosen && shown.includes(chosen) ? chosen : shown.find((outcome) => totalOf(outcome) > 0);
  const rows = preview.rows.filter(({ outcome }) => outcome === current);
  const listed = all ? rows : rows.slice(0, FEW);
  return (
    <div class="stack preview" data-testid="preview">
      {preview.done < preview.total && <progress max={preview.total} value={preview.done} aria-label={t('crm_counting')} />}
      <div class="tiles" role="group" aria-label={t('crm_preview')}>
        {shown.map((outcome) => (
          <button key={outcome} type="button" class={`tile ${TONE[outcome] ?? ''}`} aria-pressed={outcome === current} disabled={totalOf(outcome) === 0} data-testid={`preview-${outcome}`} onClick={() => { setChosen(outcome); setAll(false); }}>
            <span class="tile-number number">{count(totalOf(outcome))}</span><span class="small">{t(`sync_outcome_${outcome}` as MessageName)}</span>
          </button>
        ))}
      </div>
      {children}
      {current && (
        <p class="small muted">{t(`sync_outcome_text_${current}` as MessageName, label)} {SYNC_KINDS.filter((kind) => preview.counts[kind]?.[current]).map((kind) => t('sync_count', syncKindName(kind), count(preview.counts[kind]![current]!))).join(' · ')}</p>
      )}
      {listed.length > 0 && <ul class="preview-rows">{listed.map((row) => <Row key={`${row.kind} ${row.id}`} row={row} />)}</ul>}
      {rows.length > listed.length && <button type="button" class="button quiet" onClick={() => setAll(true)}>{t('show_more', rows.length - listed.length)}</button>}
      {all && current && totalOf(current) > rows.length && <p class="small muted">{t('crm_preview_first', rows.length)}</p>}
    </div>
  );
}

function Row({ row: { kind, id, name, outcome, fields, why } }: { row: PreviewRow }): VNode {
  const shown = name || t('no_name');
  return (
    <li class="preview-row">
      <span class="row">
        {kind === 'prospect' || kind === 'account' ? <a class="strong one-line" href={to(placeOf(kind), id)}><bdi>{shown}</bdi></a> : <span class="one-line"><bdi>{shown}</bdi></span>}
        {kind !== 'prospect' && <span class="small muted end">{syncKindName(kind)}</span>}
      </span>
      {why && <span class="small muted two-lines" dir="auto">{t(`sync_why_${outcome}` as MessageName, why)}</span>}
      {fields.length > 0 && outcome !== 'new' && (
        <ul class="small">
          {fields.slice(0, 6).map(({ field, old, now: next }) => (
            <li key={field} class="field-change"><span class="muted">{syncFieldName(field)}</span> <span dir="auto"><del>{syncValueText(kind, field, old)}</del> → <ins>{syncValueText(kind, field, next)}</ins></span></li>
          ))}
        </ul>
      )}
      {outcome === 'new' && (
        <span class="small muted one-line">{fields.filter(({ field }) => !QUIET.has(field)).slice(0, 4).map(({ field, now: next }, at) => <span key={field}>{at > 0 && ' · '}<bdi>{syncValueText(kind, field, next)}</bdi></span>)}</span>
      )}
    </li>
  );
}

/** What a new row does not need to say: its name is above, and links and long texts say little at a glance. */
const QUIET = new Set(['firstName', 'lastName', 'name', 'text', 'prospect', 'account', 'stage', 'leadSource', 'fit', 'linkedin', 'website', 'headline', 'about']);

function placeOf(kind: SyncKind): 'person' | 'account' {
  return kind === 'account' ? 'account' : 'person';
}
