import { Check, Cloud, Factory, Palette } from 'lucide';
import type { IconNode } from 'lucide';
import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import { STARTERS } from '../../domain/starter.ts';
import type { StarterPlaybook } from '../../domain/starter/playbook.ts';
import { t } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { addStarter, putOffStarter, starterState } from '../../storage/first-run.ts';
import { act } from '../state/act.ts';
import { book, useLive } from '../state/book.ts';
import { toast } from '../state/toast.ts';
import '../style/persona.css';
import { Icon } from './icon.tsx';

const ICON: Record<StarterPlaybook['id'], IconNode> = { saas: Cloud, agency: Palette, industrial: Factory };

/** What the rep sells, asked once in a new book: one click brings ideal customer, personas and rule of that kind; one undo takes them back. */
export function StarterOffer(): VNode | null {
  const state = useLive(() => starterState(book), []);
  const id = useId();
  if (!state?.isOpen) return null;
  const later = (): void => {
    void putOffStarter(book, true).catch(report);
    toast(t('starter_put_off'), { action: { label: t('undo'), run: () => void putOffStarter(book, false).catch(report) } });
  };
  return (
    <section class="card starter" aria-labelledby={id} data-testid="starter-offer">
      <header><h2 id={id} class="grow">{t('starter_title')}</h2><button type="button" class="button quiet" data-testid="starter-later" onClick={later}>{t('starter_later')}</button></header>
      <p class="small muted">{t('starter_text')}</p>
      <StarterCards />
    </section>
  );
}

/** The starter playbooks, those that the book has marked as such. */
export function StarterCards(): VNode {
  const added = useLive(() => starterState(book), [])?.added ?? [];
  return (
    <ul class="starter-cards">
      {STARTERS.map((starter) => {
        const { id, name, sells, personas } = starter;
        const isThere = added.includes(id);
        return (
          <li key={id}>
            <button type="button" class="starter-card" disabled={isThere} data-testid={`starter-${id}`} onClick={() => void act(t('starter_added', name), (change) => addStarter(book, starter, change))}>
              <Icon of={isThere ? Check : ICON[id]} />
              <span class="stack tight">
                <strong>{name}</strong>
                <span class="small">{sells}</span>
                <span class="small muted">{isThere ? t('starter_there') : t('starter_holds', personas.length)}</span>
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
