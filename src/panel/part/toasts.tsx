import { X } from 'lucide';
import type { ComponentChildren, VNode } from 'preact';
import { t } from '../../platform/locale.ts';
import { dismiss, toasts } from '../state/toast.ts';
import { Icon } from './icon.tsx';
import { ProgressToast } from './progress-toast.tsx';

/** Short words after an action; what is asked about it (`children`) stands above them. */
export function Toasts({ children }: { children?: ComponentChildren }): VNode {
  return (
    <div class="toasts">
      {children}
      <div class="toasts-said" role="status" data-testid="toast"><ProgressToast />{toasts.value.map((toast) => (
        <div key={toast.id} class="toast">
          <span>{toast.text}</span>
          {toast.action && <button class="button" data-testid="undo" onClick={() => { dismiss(toast.id); toast.action!.run(); }}>{toast.action.label}</button>}
          {(toast.bad || toast.stays) && <button class="button icon-only" aria-label={t('close')} onClick={() => dismiss(toast.id)}><Icon of={X} /></button>}
        </div>
      ))}</div>
    </div>
  );
}
