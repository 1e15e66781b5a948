import { ArrowLeft, CircleCheckBig } from 'lucide';
import { signal } from '@preact/signals';
import type { VNode } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { PeopleNow } from '../../domain/people/field.ts';
import { accountGaps, idleSince, neglected, overTouched, REPORTS, type AccountGap, type Report } from '../../domain/people/report.ts';
import { t } from '../../platform/locale.ts';
import { addFollowUp } from '../../storage/person.ts';
import { putNotNow } from '../../storage/aside.ts';
import { roleName } from '../part/committee-role.tsx';
import { Avatar } from '../part/avatar.tsx';
import { day } from '../part/due.tsx';
import { Empty, Skeleton } from '../part/empty.tsx';
import { Icon } from '../part/icon.tsx';
import { VirtualList, type Cursor } from '../part/virtual-list.tsx';
import { act } from '../state/act.ts';
import { book, newId } from '../state/book.ts';
import { zone } from '../state/clock.ts';
import { useKeys } from '../state/key.ts';
import { usePeople } from '../state/people.ts';
import { planOf } from '../state/plan.ts';
import { go, to } from '../state/route.ts';
import { dateWord } from '../state/words.ts';
import '../style/people.css';
import '../style/touch.css';

const open = signal<Report>('over-touched');
const NAME = { 'over-touched': 'report_over_touched', gaps: 'report_gaps', neglected: 'report_neglected' } as const;
const WHAT = { 'over-touched': 'report_over_touched_is', gaps: 'report_gaps_is', neglected: 'report_neglected_is' } as const;
const REMEDY = { 'over-touched': 'report_pause', gaps: 'report_find', neglected: 'report_pick_up' } as const;

/** A row of a report: whom it is about, and why they are in it. */
type Line = { id: string; name: string; detail: string; why: string; since: string };

/** Who is pushed too much, which accounts hang on too few people, and who was left alone; one key each to put it right. */
export function ReportsView(): VNode {
  const people = usePeople();
  const report = open.value;
  const all = useMemo(() => (people ? { 'over-touched': overTouched(people), gaps: accountGaps(people), neglected: neglected(people) } : undefined), [people]);
  const [cursor, setCursor] = useState<Cursor>({ index: 0, focus: 0 });
  const length = all?.[report].length ?? 0;
  const at = Math.max(0, Math.min(cursor.index, length - 1));
  const lineAt = (index: number): Line | undefined => {
    if (!people || !all || index >= length || index < 0) return undefined;
    return report === 'gaps' ? gapLine(all.gaps[index]!) : personLine(people, all[report][index]!, report);
  };
  const now = useRef({ at, length, line: lineAt(at), report });
  now.current = { at, length, line: lineAt(at), report };
  // as soon as it is drawn: a key pressed right after means what is seen
  useKeys(() => {
    const move = (next: number): void => setCursor(({ focus }) => ({ index: Math.max(0, Math.min(next, now.current.length - 1)), focus: focus + 1 }));
    const by = (): number => Number(!!document.activeElement?.closest('.virtual'));
    const turn = (next: Report): void => { open.value = next; setCursor({ index: 0, focus: 0 }); };
    return [
      { key: 'j', label: t('people_key_next'), run: () => move(now.current.at + by()) },
      { key: 'ArrowDown', label: t('people_key_next'), run: () => move(now.current.at + by()) },
      { key: 'k', label: t('people_key_previous'), run: () => move(now.current.at - 1) },
      { key: 'ArrowUp', label: t('people_key_previous'), run: () => move(now.current.at - 1) },
      { key: 'ArrowRight', label: t('report_key_next'), run: () => turn(REPORTS[(REPORTS.indexOf(now.current.report) + 1) % REPORTS.length]!) },
      { key: 'ArrowLeft', label: t('report_key_next'), run: () => turn(REPORTS[(REPORTS.indexOf(now.current.report) + REPORTS.length - 1) % REPORTS.length]!) },
      { key: 'r', label: t('report_key_remedy'), run: () => { if (now.current.line) remedy(now.current.report, now.current.line); } },
    ];
  }, []);
  if (!people || !all) return <Skeleton lines={9} />;
  return (
    <section class="people reports" aria-label={t('reports')}>
      <header class="people-bar report-bar">
        <a class="row small back" href={to('people')}><Icon of={ArrowLeft} />{t('people')}</a>
        <h1>{t('reports')}</h1>
        <div class="segmented" role="radiogroup" aria-label={t('reports')}>
          {REPORTS.map((one) => (
            <label key={one} title={t(WHAT[one])}><input type="radio" class="unseen" name="report" data-testid={`report-${one}`} checked={one === report} onChange={() => { open.value = one; setCursor({ index: 0, focus: 0 }); }} /><span>{t(NAME[one])} <span class="number">{all[one].length}</span></span></label>
          ))}
        </div>
        <p class="small muted" data-testid="report-what">{t(WHAT[report])}</p>
      </header>
      {length === 0 ? <Empty icon={CircleCheckBig} title={t('report_none_title')} text={t(WHAT[report])} /> : (
        <VirtualList items={all[report] as ArrayLike<number | AccountGap>} rowHeight={64} label={t(NAME[report])} cursor={{ index: at, focus: cursor.focus }} inset={() => document.querySelector<HTMLElement>('.report-bar')?.offsetHeight ?? 0}
          keyOf={(item) => (typeof item === 'number' ? people.table.ids[item]! : item.id)}
          render={(item, isCursor, index) => {
            const line = typeof item === 'number' ? personLine(people, item, report as 'neglected') : gapLine(item);
            return <Row report={report} line={line} isCursor={isCursor} onFocus={() => { if (index !== at) setCursor({ index, focus: 0 }); }} />;
          }} />
      )}
    </section>
  );
}

function Row({ report, line, isCursor, onFocus }: { report: Report; line: Line; isCursor: boolean; onFocus: () => void }): VNode {
  const reach = isCursor ? 0 : -1;
  return (
    <div class="report-line" data-testid="report-row">
      <Avatar name={line.name} size={32} square={report === 'gaps'} />
      <a class="grow" href={to(report === 'gaps' ? 'account' : 'person', line.id)} tabIndex={reach} onFocus={onFocus}><span class="strong one-line block"><bdi>{line.name}</bdi></span><span class="small muted one-line block"><bdi>{line.detail}</bdi></span></a>
      <span class="facts small"><span>{line.why}</span><span class="muted number">{line.since}</span></span>
      <button class="button" tabIndex={reach} data-testid="report-remedy" onClick={() => remedy(report, line)}>{t(REMEDY[report])}{isCursor && <kbd aria-hidden="true">R</kbd>}</button>
    </div>
  );
}

function personLine(people: PeopleNow, slot: number, report: 'over-touched' | 'neglected'): Line {
  const { id, name, title, company, headline, unanswered, lastTouch } = people.table.rowAt(slot);
  const idle = idleSince(people, slot);
  return {
    id, name: name || t('people_unnamed'), detail: [title, company].filter(Boolean).join(' · ') || headline,
    ...(report === 'over-touched' ? { why: t('report_asked', unanswered), since: day(lastTouch) } : { why: t('report_idle', `P${people.priority[slot]}`, Math.floor((people.now - idle) / 86_400_000)), since: day(idle) }),
  };
}

function gapLine(gap: AccountGap): Line {
  const missing = gap.missing.map(roleName).join(', ');
  return { id: gap.id, name: gap.company || t('no_name'), detail: missing ? t('report_missing', missing) : t('report_single'), why: t('report_reached', gap.reached, gap.people), since: '' };
}

/** Puts one row right: a pause, the page where people for the gap are looked for, or a follow-up for the morning. */
function remedy(report: Report, { id, name }: Line): void {
  // whom to look for, and where, stands on the account's page
  if (report === 'gaps') return go('account', id);
  if (report === 'neglected') {
    const plan = planOf('morning');
    const dueAt = plan && 'dueAt' in plan ? plan.dueAt : Date.now();
    void act(t('change_follow_up', dateWord(dueAt), name), (change) => addFollowUp(book, { id: newId(), prospectId: id, dueAt, words: '', zone: zone(), text: t('report_pick_up_text') }, change));
    return;
  }
  const plan = planOf('in 1 month');
  if (!plan || !('dueAt' in plan)) return;
  void act(t('change_not_now', name, dateWord(plan.dueAt)), (change) => putNotNow(book, id, { reason: 'no-answer', note: '', resumeAt: plan.dueAt, words: plan.words, zone: zone(), text: t('report_pause_text') }, change, newId()));
}
