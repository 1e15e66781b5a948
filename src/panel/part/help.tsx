import { X } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { signal } from '@preact/signals';
import { t } from '../../platform/locale.ts';
import { boundKeys } from '../state/key.ts';
import { Icon } from './icon.tsx';

export const helpOpen = signal(false);

/** The keys in force where the rep is. */
export function Help(): VNode | null {
  const dialog = useRef<HTMLDialogElement>(null);
  const open = helpOpen.value;
  useEffect(() => {
    if (open) dialog.current?.showModal();
  }, [open]);
  if (!open) return null;
  return (
    <dialog ref={dialog} class="help" aria-label={t('keys')} onClose={() => { helpOpen.value = false; }} onClick={(event) => { if (event.target === event.currentTarget) event.currentTarget.close(); }}>
      <header class="row"><h2 class="grow">{t('keys')}</h2><button class="button quiet icon-only" aria-label={t('close')} onClick={() => dialog.current?.close()}><Icon of={X} /></button></header>
      <dl>
        {boundKeys().map(({ key, label }) => <div key={key} class="row"><dt><kbd>{key === ' ' ? '␣' : key.replace('Arrow', '').replace('Down', '↓').replace('Up', '↑').replace('Left', '←').replace('Right', '→')}</kbd></dt><dd>{label}</dd></div>)}
      </dl>
    </dialog>
  );
}
