import { CornerDownRight, RefreshCw, X } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Failure } from '../../domain/failure.ts';
import type { Piece } from '../../domain/piece.ts';
import type { TeachableField } from '../../domain/recipe.ts';
import { plain } from '../../domain/word.ts';
import { failureText } from '../../platform/failure-text.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { labelOf, piecesBeside, teachBeside, teaching } from '../state/teach.ts';
import { Skeleton } from './empty.tsx';
import { Icon } from './icon.tsx';

/** The list of the page's own texts, open while a field is being taught: filtered by typing, chosen by keys or a click. */
export function Teach(): VNode | null {
  const asked = teaching.value;
  return asked && <TeachDialog key={asked.field} field={asked.field} onTaught={asked.onTaught} />;
}

function TeachDialog({ field, onTaught }: { field: TeachableField; onTaught: () => void }): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const [list, setList] = useState<{ pieces: Piece[] } | { failure: Failure }>();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [busy, setBusy] = useState(false);
  const look = async (): Promise<void> => {
    setList(undefined);
    setList(await piecesBeside());
  };
  useEffect(() => {
    dialog.current?.showModal();
    void look();
  }, []);

  const pieces = list && 'pieces' in list ? list.pieces : [];
  const shown = useMemo(() => filter(pieces, typed), [list, typed]);
  const current = shown[Math.min(at, shown.length - 1)];
  const close = (): void => dialog.current?.close();
  const choose = async (piece: Piece | undefined): Promise<void> => {
    if (!piece || busy) return;
    setBusy(true);
    if (await teachBeside(piece.id, field)) {
      onTaught();
      close();
    }
    setBusy(false);
  };
  const move = (to: number): void => {
    const next = Math.max(0, Math.min(shown.length - 1, to));
    setAt(next);
    dialog.current?.querySelector(`#piece-${shown[next]?.id}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 }[event.key];
    if (to === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (to === undefined) void choose(current);
    else move(to);
  };

  return (
    <dialog ref={dialog} class="teach" aria-label={t('teach_title', labelOf(field))} onClose={() => { teaching.value = null; }} onClick={(event) => { if (event.target === event.currentTarget) close(); }}>
      <header class="stack tight">
        <div class="row"><h2 class="grow">{t('teach_title', labelOf(field))}</h2><button class="button quiet icon-only" aria-label={t('close')} onClick={close}><Icon of={X} /></button></div>
        <p class="small muted">{t('teach_hint')}</p>
        <input class="input" data-testid="teach-filter" type="text" role="combobox" aria-expanded="true" aria-controls="pieces" aria-autocomplete="list" aria-activedescendant={current ? `piece-${current.id}` : undefined} autofocus autocomplete="off" spellcheck={false} dir="auto"
          value={typed} placeholder={t('teach_filter')} aria-label={t('teach_filter')} onInput={(event) => { setTyped(event.currentTarget.value); setAt(0); }} onKeyDown={onKeyDown} />
      </header>
      {!list && <div class="pieces"><Skeleton lines={5} /></div>}
      {shown.length > 0 && (
        <div id="pieces" class="pieces" role="listbox" aria-label={t('teach_list')} aria-busy={busy}>
          {[0, 1, 2].map((far) => <Group key={far} far={far} pieces={shown.filter((piece) => piece.far === far)} current={current} onChoose={(piece) => void choose(piece)} />)}
        </div>
      )}
      {list && shown.length === 0 && (
        <div class="pieces-none stack">
          <p>{'failure' in list ? failureText(list.failure) : t('teach_none')}</p>
          <button class="button" onClick={() => void look()}><Icon of={RefreshCw} />{t('teach_again')}</button>
        </div>
      )}
    </dialog>
  );
}

function Group({ far, pieces, current, onChoose }: { far: number; pieces: Piece[]; current: Piece | undefined; onChoose: (piece: Piece) => void }): VNode | null {
  if (pieces.length === 0) return null;
  return (
    <div role="group" aria-label={t(`teach_near_${far}` as MessageName)}>
      <div class="pieces-head" aria-hidden="true">{t(`teach_near_${far}` as MessageName)}</div>
      {pieces.map((piece) => (
        <div key={piece.id} id={`piece-${piece.id}`} class={`piece${piece.part ? ' part' : ''}`} data-testid="piece" role="option" aria-selected={piece === current} onClick={() => onChoose(piece)}>
          {piece.part && <Icon of={CornerDownRight} />}
          <span class="two-lines" dir="auto" title={piece.text}>{piece.text}</span>
        </div>
      ))}
    </div>
  );
}

/** The pieces that hold every word that was typed. */
function filter(pieces: Piece[], typed: string): Piece[] {
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return words.length ? pieces.filter(({ text }) => { const low = plain(text); return words.every((word) => low.includes(word)); }) : pieces;
}
