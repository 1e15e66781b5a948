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
        {[...byLabel()].map(([label, keys]) => <div key={label} class="row"><dt>{keys.map((key) => <kbd key={key}>{shown(key)}</kbd>)}</dt><dd>{label}</dd></div>)}
      </dl>
    </dialog>
  );
}

/** What can be done, each with all of its keys. */
function byLabel(): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const { key, label } of boundKeys()) all.set(label, [...all.get(label) ?? [], key]);
  return all;
}

function shown(key: string): string {
  return key === ' ' ? '␣' : key.replace('Arrow', '').replace('Down', '↓').replace('Up', '↑').replace('Left', '←').replace('Right', '→').replace('Shift+', '⇧').replace('Escape', 'Esc');
}
