import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Prospect, SignalKind } from '../../domain/prospect.ts';
import { HAND_SIGNALS, handSignal } from '../../domain/signal.ts';
import { t } from '../../platform/locale.ts';
import { addSignal } from '../../storage/signal.ts';
import { act } from '../state/act.ts';
import { book, newId } from '../state/book.ts';
import { nameOf } from '../state/decide.ts';
import { toast } from '../state/toast.ts';
import { signalWord } from '../state/words.ts';
import { Segmented } from './segmented.tsx';

/** A signal noted by hand: what kind, one line, a link. Enter keeps it, Escape closes. */
export function SignalForm({ prospect, onClose }: { prospect: Prospect; onClose: () => void }): VNode {
  const [kind, setKind] = useState<SignalKind>('hiring');
  const [text, setText] = useState('');
  const [link, setLink] = useState('');
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const keep = async (): Promise<void> => {
    const signal = handSignal(newId(), kind, text, link, Date.now());
    if (!signal) { toast(t('signal_nothing'), { bad: true }); first.current?.focus(); return; }
    if (await act(t('change_signal', nameOf(prospect), signalWord({ kind })), (change) => addSignal(book, prospect.id, signal, change))) onClose();
  };
  return (
    <form class="card stack flow-form" data-testid="signal-form" aria-label={t('signal_add')} onSubmit={(event) => { event.preventDefault(); void keep(); }}
      onKeyDown={(event) => { if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); onClose(); } }}>
      <h3>{t('signal_add')}</h3>
      <div class="scroll-x"><Segmented label={t('signal_add')} value={kind} options={HAND_SIGNALS.map((one) => [one, signalWord({ kind: one })] as const)} onChange={setKind} /></div>
      <label class="labelled"><span class="small muted">{t('signal_text')}</span><input ref={first} class="input" data-testid="signal-text" value={text} placeholder={t('signal_text_hint')} dir="auto" maxLength={500} onInput={(event) => setText(event.currentTarget.value)} /></label>
      <label class="labelled"><span class="small muted">{t('signal_link')}</span><input class="input" data-testid="signal-link" type="url" inputMode="url" value={link} placeholder={t('signal_link_hint')} maxLength={2_000} onInput={(event) => setLink(event.currentTarget.value)} /></label>
      <div class="row"><button type="submit" class="button primary">{t('signal_keep')} <kbd>↵</kbd></button><button type="button" class="button quiet" onClick={onClose}>{t('cancel')}</button></div>
    </form>
  );
}
