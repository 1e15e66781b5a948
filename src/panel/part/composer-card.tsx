import { PenLine } from 'lucide';
import type { VNode } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { t } from '../../platform/locale.ts';
import { useKeys } from '../state/key.ts';
import '../style/template.css';
import { Composer, type ComposerProps } from './composer.tsx';
import { Icon } from './icon.tsx';

/** The composer as a card: shut until it is wanted. */
export function ComposerCard(props: ComposerProps): VNode {
  const { prospect } = props;
  const [open, setOpen] = useState(false);
  const card = useRef<HTMLElement>(null);
  const body = useId();
  // for somebody aside this key is the way back: whoever is not worked is not written to by accident
  const isAside = prospect.stage === 'nurture' || prospect.stage === 'disqualified';
  useKeys(() => (isAside ? undefined : [{ key: 'w', label: t('key_write'), run: () => {
    setOpen(true);
    focusWithin(card);
  } }]), [isAside]);
  return (
    <section ref={card} class="card composer-card" aria-label={t('composer_title')} data-testid="composer-card">
      <button type="button" class="composer-head row" aria-expanded={open} aria-controls={body} data-testid="composer-open" onClick={() => setOpen(!open)}><Icon of={PenLine} /><strong class="grow">{t('composer_title')}</strong>{!isAside && <kbd>W</kbd>}</button>
      {open && <div id={body}><Composer {...props} /></div>}
    </section>
  );
}

/** The line to write is what comes next, or else the choice of the template; both are there once the templates are read. */
function focusWithin(card: { current: HTMLElement | null }, tries = 20): void {
  const field = card.current?.querySelector<HTMLElement>('[data-testid=composer-line]') ?? card.current?.querySelector<HTMLElement>('[data-testid=composer-template], [data-testid=template-starters]');
  if (field) {
    field.focus();
    field.scrollIntoView({ block: 'nearest' });
  } else if (tries > 0) setTimeout(() => focusWithin(card, tries - 1), 25);
}
