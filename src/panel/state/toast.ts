import { signal } from '@preact/signals';

/** A short word after an action, with at most one thing to do about it. */
export interface Toast {
  id: number;
  text: string;
  bad?: boolean;
  /** Stays until it is closed. */
  stays?: boolean;
  action?: { label: string; run: () => void };
}

export const toasts = signal<Toast[]>([]);

let last = 0;
const STAY = 6_000;

/** Shows a toast for six seconds; a failure, and what is to stay, until it is closed. */
export function toast(text: string, options: { bad?: boolean; stays?: boolean; action?: Toast['action'] } = {}): void {
  const id = ++last;
  const { bad, action, stays } = options;
  toasts.value = [...toasts.value.slice(-1), { id, text, ...(bad ? { bad } : {}), ...(stays ? { stays } : {}), ...(action ? { action } : {}) }];
  if (!bad && !stays) setTimeout(() => dismiss(id), STAY);
}

export function dismiss(id: number): void {
  toasts.value = toasts.value.filter((one) => one.id !== id);
}
