import { ArrowLeft, CopyCheck, GitMerge } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { MergeChoice } from '../../domain/person-merge.ts';
import { factsOfPerson } from '../../domain/duplicate/person-facts.ts';
import { suspect, type Suspicion } from '../../domain/duplicate/suspicion.ts';
import { t } from '../../platform/locale.ts';
import { readTwo, type TwoPeople } from '../../storage/duplicate.ts';
import { Compare } from '../part/compare.tsx';
import { Empty, Skeleton } from '../part/empty.tsx';
import { EvidenceList, SureChip } from '../part/evidence.tsx';
import { Icon } from '../part/icon.tsx';
import { book, useLive } from '../state/book.ts';
import { useKeys } from '../state/key.ts';
import { compared, mergeTwo, notSame, type ComparedField } from '../state/merge.ts';
import { number } from '../state/number.ts';
import { go, to } from '../state/route.ts';
import { useSuspects } from '../state/suspects.ts';
import '../style/duplicate.css';

interface Pair {
  a: string;
  b: string;
}

/** People who may be one: pair by pair, the surest first; `id` names one pair ("a~b") to look at alone. */
export function DuplicatesView({ id }: { id: string }): VNode {
  const asked = useMemo(() => askedPair(id), [id]);
  const suspects = useSuspects(true);
  // answered here, whatever the next look finds; an undo asks again
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const waiting = suspects?.filter((pair) => !answered.has(nameOf(pair))) ?? [];
  const pair: Pair | undefined = asked && !answered.has(nameOf(asked)) ? asked : asked ? undefined : waiting.find((one) => !skipped.has(nameOf(one)));
  const two = useLive(async () => (pair ? { of: nameOf(pair), found: await readTwo(book, pair.a, pair.b) } : undefined), [pair?.a, pair?.b]);
  const here = pair && two?.of === nameOf(pair) ? two.found : undefined;
  const isGone = pair !== undefined && two?.of === nameOf(pair) && !two.found;
  const mark = (which: Pair, isAnswered: boolean): void => setAnswered((now) => {
    const next = new Set(now);
    if (isAnswered) next.add(nameOf(which));
    else next.delete(nameOf(which));
    return next;
  });
  // one of the two went into somebody else, or was removed
  useEffect(() => { if (isGone) mark(pair, true); }, [isGone, pair?.a, pair?.b]);
  useEffect(() => { if (asked && answered.has(nameOf(asked))) go('duplicates'); }, [answered, asked]);

  const left = waiting.length;
  return (
    <section class="duplicates stack">
      <a class="row small back" href={to('people')}><Icon of={ArrowLeft} />{t('people')}</a>
      <header class="row"><h1 class="grow">{t('duplicates')}</h1>{left > 0 && !asked && <span class="muted number" role="status" data-testid="duplicates-left">{left === 1 ? t('duplicates_left_one') : t('duplicates_left', number(left))}</span>}</header>
      {!pair && suspects === undefined ? <Skeleton lines={6} />
        : pair && here ? <Review key={nameOf(pair)} two={here} known={suspects?.find((one) => nameOf(one) === nameOf(pair))} onAnswered={(isAnswered) => mark(pair, isAnswered)} onSkip={() => (asked ? go('duplicates') : setSkipped(new Set([...skipped, nameOf(pair)])))} />
        : pair ? <Skeleton lines={6} />
        : left > 0 ? <Empty icon={CopyCheck} title={t('duplicates_skipped_title')} text={t('duplicates_skipped_text', number(left))}><button class="button" data-testid="duplicates-again" onClick={() => setSkipped(new Set())}>{t('duplicates_again')}</button></Empty>
        : <Empty icon={CopyCheck} title={t('duplicates_none_title')} text={t('duplicates_none_text')} />}
    </section>
  );
}

function Review({ two: { a, b, weights }, known, onAnswered, onSkip }: { two: TwoPeople; known: Suspicion | undefined; onAnswered: (isAnswered: boolean) => void; onSkip: () => void }): VNode {
  const rows = useMemo(() => compared(a, b), [a, b]);
  const suspicion = useMemo(() => known ?? suspect(factsOfPerson(a), factsOfPerson(b)), [known, a, b]);
  const [sides, setSides] = useState<MergeChoice>({});
  const [at, setAt] = useState(0);
  const differing = rows.filter(({ differs }) => differs);
  const current = differing[Math.min(at, differing.length - 1)]?.name ?? '';
  const busy = useRef(false);
  const answer = async (work: () => Promise<unknown>): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    if (await work()) onAnswered(true);
    busy.current = false;
  };
  const merge = (): Promise<void> => answer(() => mergeTwo(a, b, allSides(differing, sides), () => onAnswered(false)));
  const apart = (): Promise<void> => answer(() => notSame(a, b, () => onAnswered(false)));
  const choose = (name: ComparedField['name'], side: 0 | 1): void => {
    setSides((before) => ({ ...before, [name]: side }));
    setAt(Math.max(0, differing.findIndex((row) => row.name === name)));
  };
  const now = useRef({ merge, apart, onSkip, choose, current, differing });
  now.current = { merge, apart, onSkip, choose, current, differing };
  // as soon as it is drawn: a key pressed right after means this pair
  useKeys(() => {
    const pick = (side: 0 | 1): void => { if (now.current.current) now.current.choose(now.current.current as ComparedField['name'], side); };
    const move = (by: number): void => setAt((before) => Math.max(0, Math.min(before + by, now.current.differing.length - 1)));
    return [
      { key: 'm', label: t('duplicates_merge'), run: () => void now.current.merge() },
      { key: 'n', label: t('duplicates_apart'), run: () => void now.current.apart() },
      { key: 's', label: t('duplicates_skip'), run: () => now.current.onSkip() },
      { key: '1', label: t('duplicates_first'), run: () => pick(0) }, { key: '2', label: t('duplicates_second'), run: () => pick(1) },
      { key: 'ArrowLeft', label: t('duplicates_first'), run: () => pick(0) }, { key: 'ArrowRight', label: t('duplicates_second'), run: () => pick(1) },
      { key: 'j', label: t('duplicates_next_field'), run: () => move(1) }, { key: 'ArrowDown', label: t('duplicates_next_field'), run: () => move(1) },
      { key: 'k', label: t('duplicates_previous_field'), run: () => move(-1) }, { key: 'ArrowUp', label: t('duplicates_previous_field'), run: () => move(-1) },
    ];
  }, []);
  useEffect(() => { document.querySelector('.compare-row[data-current]')?.scrollIntoView({ block: 'nearest' }); }, [current]);
  return (
    <div class="stack" data-testid="review">
      {suspicion && <div class="row wrap review-why"><SureChip sure={suspicion.sure} /><EvidenceList {...suspicion} /></div>}
      <Compare a={a} b={b} weights={weights} rows={rows} sides={sides as { [name: string]: 0 | 1 }} current={current} onChoose={choose} />
      <p class="small muted">{t(a.doNotContact || b.doNotContact ? 'duplicates_barred' : 'duplicates_both')}</p>
      <div class="row wrap review-answers">
        <button class="button primary" data-testid="duplicates-merge" onClick={() => void merge()}><Icon of={GitMerge} />{t('duplicates_merge')} <kbd aria-hidden="true">m</kbd></button>
        <button class="button" data-testid="duplicates-apart" onClick={() => void apart()}>{t('duplicates_apart')} <kbd aria-hidden="true">n</kbd></button>
        <button class="button quiet" data-testid="duplicates-skip" onClick={onSkip}>{t('duplicates_skip')} <kbd aria-hidden="true">s</kbd></button>
      </div>
    </div>
  );
}

/** The rep has seen all that differs: what stands there is what they want. */
function allSides(differing: readonly ComparedField[], sides: MergeChoice): MergeChoice {
  return Object.fromEntries(differing.map(({ name, stays }) => [name, sides[name] ?? stays]));
}

function nameOf({ a, b }: Pair): string {
  return [a, b].toSorted().join('~');
}

function askedPair(id: string): Pair | undefined {
  const [a = '', b = '', ...more] = id.split('~');
  return a && b && a !== b && more.length === 0 ? { a, b } : undefined;
}
