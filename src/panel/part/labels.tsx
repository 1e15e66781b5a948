import { Plus, X } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Prospect } from '../../domain/prospect.ts';
import { t } from '../../platform/locale.ts';
import { addToList, removeFromList, setTags } from '../../storage/person.ts';
import { act } from '../state/act.ts';
import { book, newId, useLive } from '../state/book.ts';
import { Icon } from './icon.tsx';

/** The lists and tags of a person: typed and entered, or taken off. */
export function Labels({ prospect }: { prospect: Prospect }): VNode {
  const lists = useLive(() => book.lists.toArray(), []) ?? [];
  const named = (id: string): string => lists.find((list) => list.id === id)?.name ?? '…';
  return (
    <>
      <ChipBox label={t('lists')} testId="list-input" placeholder={t('list_placeholder')} chips={prospect.lists.map((id) => ({ id, text: named(id) }))}
        offers={lists.filter(({ id }) => !prospect.lists.includes(id)).map(({ name }) => name)}
        onAdd={(name) => act(t('change_list', name), (change) => addToList(book, prospect.id, name, newId(), change))}
        onRemove={(id) => act(t('change_list_off', named(id)), (change) => removeFromList(book, prospect.id, id, change))} />
      <ChipBox label={t('tags')} testId="tag-input" placeholder={t('tag_placeholder')} chips={prospect.tags.map((tag) => ({ id: tag, text: tag }))} offers={[]}
        onAdd={(tag) => act(t('change_tag', tag), (change) => setTags(book, prospect.id, [...prospect.tags, tag], change))}
        onRemove={(tag) => act(t('change_tag_off', tag), (change) => setTags(book, prospect.id, prospect.tags.filter((one) => one !== tag), change))} />
    </>
  );
}

function ChipBox({ label, testId, placeholder, chips, offers, onAdd, onRemove }: {
  label: string; testId: string; placeholder: string; chips: { id: string; text: string }[]; offers: string[];
  onAdd: (text: string) => Promise<boolean>; onRemove: (id: string) => Promise<boolean>;
}): VNode {
  const [text, setText] = useState('');
  const add = async (): Promise<void> => {
    const typed = text.replace(/\s+/g, ' ').trim();
    if (typed && await onAdd(typed)) setText('');
  };
  return (
    <div class="chip-box">
      <h3>{label}</h3>
      <div class="row wrap">
        {chips.map(({ id, text: shown }) => (
          <span key={id} class="chip"><span class="one-line" dir="auto">{shown}</span><button aria-label={t('take_off', shown)} onClick={() => void onRemove(id)}><Icon of={X} /></button></span>
        ))}
        <span class="row chip-input">
          <Icon of={Plus} />
          <input data-testid={testId} list={`${testId}-offers`} value={text} placeholder={placeholder} aria-label={label} maxLength={80} dir="auto"
            onInput={(event) => setText(event.currentTarget.value)} onBlur={() => void add()}
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === ',') { event.preventDefault(); void add(); }
              if (event.key === 'Backspace' && !text && chips.length) void onRemove(chips.at(-1)!.id);
            }} />
          <datalist id={`${testId}-offers`}>{offers.slice(0, 50).map((offer) => <option key={offer} value={offer} />)}</datalist>
        </span>
      </div>
    </div>
  );
}
