import { Eye, MousePointerClick, PenLine, RefreshCw, ShieldAlert, UserPlus, UserRoundSearch } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Draft } from '../../domain/draft.ts';
import { webUrl } from '../../domain/identity.ts';
import { askForOrigin, isOwnOrigin, onOriginsChange, originPattern } from '../../platform/granted.ts';
import { failureText } from '../../platform/failure-text.ts';
import { t } from '../../platform/locale.ts';
import { mayReadOrigin } from '../../platform/permission.ts';
import { report } from '../../platform/report.ts';
import { suppressionOfDraft } from '../../storage/capture.ts';
import { findByKeys } from '../../storage/person.ts';
import { Empty, Skeleton } from '../part/empty.tsx';
import { BarredNotice, ErasedNotice } from '../part/erased-notice.tsx';
import { Icon } from '../part/icon.tsx';
import { StarterOffer } from '../part/starter-choice.tsx';
import { book, newId, useLive } from '../state/book.ts';
import { useKeys } from '../state/key.ts';
import { go, to } from '../state/route.ts';
import { beside, readBeside } from '../state/seen.ts';
import { AccountCard } from './account.tsx';
import { DraftForm } from './draft.tsx';
import { RowsForm } from './rows.tsx';
import { PersonCard } from './person.tsx';

/** The page beside the panel: who it shows, whether they are known, how well they fit, and one key to save. */
export function PageView(): VNode {
  const { tabId, seen, failure } = beside.value;
  const draft = seen?.draft ?? null;
  const keys = draft && draft.page !== 'list' ? draft.keys : [];
  const at = keys.join(' ');
  const owner = useLive(async () => ({ at, found: keys.length ? await findByKeys(book, keys) : undefined, suppressed: draft?.page === 'person' ? await suppressionOfDraft(book, draft) : undefined }), [at]);
  useKeys(() => [{ key: 'r', label: t('key_read'), run: () => void readBeside() }], []);

  const [hand, setHand] = useState<Draft | null>(null);
  const here = `${tabId ?? ''} ${seen?.url ?? ''}`;
  useEffect(() => setHand(null), [here]);
  const byHand = <button class="button" data-testid="by-hand" onClick={() => setHand(draftByHand(seen?.url ?? ''))}><Icon of={PenLine} />{t('by_hand')}</button>;

  if (hand && !draft) return <DraftForm key={hand.keys[0]} draft={hand} state="settled" onSaved={(id) => go('person', id)} />;
  if (failure) {
    return (
      <Empty icon={failure.kind === 'permission' ? MousePointerClick : ShieldAlert} title={t(failure.kind === 'permission' ? 'page_closed_title' : 'page_broken_title')} text={failureText(failure)}>
        <ReadAgain />{byHand}
      </Empty>
    );
  }
  if (tabId === undefined) return <><Empty icon={UserRoundSearch} title={t('page_no_tab_title')} text={t('page_no_tab_text')} /><StarterOffer /></>;
  if (!seen || (seen.state === 'reading' && !draft)) return <Skeleton />;
  if (!draft) return <><Empty icon={UserPlus} title={t('page_nobody_title')} text={t('page_nobody_text')}><ReadAgain />{byHand}</Empty><StarterOffer /></>;
  if (draft.page === 'list') return <RowsForm key={draft.url} draft={draft} />;
  // the answer must be about this page: until it is, nothing is shown as new
  if (!owner || owner.at !== at) return <Skeleton />;
  if (owner.found?.entity === 'prospect') return <PersonCard key={owner.found.id} id={owner.found.id} draft={draft} />;
  if (owner.found?.entity === 'account') return <AccountCard key={owner.found.id} id={owner.found.id} />;
  if (owner.suppressed?.reason === 'erased') return <ErasedNotice key={at} suppression={owner.suppressed} draft={draft} />;
  return <>{owner.suppressed && <BarredNotice suppression={owner.suppressed} />}<DraftForm key={keys[0]} draft={draft} state={seen.state} /><AlwaysRead url={draft.url} /></>;
}

/** The draft of somebody whom no reader found: empty, to be typed, with the page's address if it has one. Its key is its own: nobody else's address is claimed. */
function draftByHand(url: string): Draft {
  return { page: 'person', site: t('by_hand_site'), url: webUrl(url)?.href ?? '', keys: [`hand:${newId()}`], agrees: 'unknown', fields: {} };
}

/** On a site that was read by gesture: offers to read it by itself from now on (the browser asks the rep once more). Once granted, says so and where to end it. */
function AlwaysRead({ url }: { url: string }): VNode | null {
  const pattern = originPattern(url);
  const [state, setState] = useState<'unknown' | 'own' | 'ask' | 'granted'>('unknown');
  useEffect(() => {
    setState('unknown');
    if (!pattern) return;
    const life = new AbortController();
    const look = (): void => void mayReadOrigin(pattern).then((may) => {
      if (!life.signal.aborted) setState(!may ? 'ask' : isOwnOrigin(pattern) ? 'own' : 'granted');
    }).catch(report);
    look();
    onOriginsChange(look, life.signal);
    return () => life.abort();
  }, [pattern]);
  if (!pattern || state === 'unknown' || state === 'own') return null;
  const { hostname } = new URL(url);
  if (state === 'granted') return <p class="row small muted always-read" data-testid="always-reads"><Icon of={Eye} /><span>{t('always_reads', hostname)} <a href={to('settings')}>{t('always_reads_end')}</a></span></p>;
  return <button class="button quiet always-read" data-testid="always-read" onClick={() => void askForOrigin(pattern).catch(report)}><Icon of={Eye} />{t('always_read', hostname)}</button>;
}

function ReadAgain(): VNode {
  return <button class="button" onClick={() => void readBeside()}><Icon of={RefreshCw} />{t('read_again')}</button>;
}
