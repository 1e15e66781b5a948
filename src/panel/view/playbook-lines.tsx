import { Check, GitCompare, X } from 'lucide';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { usualChoice, type PlaybookChoice, type PlaybookLine } from '../../domain/playbook-plan.ts';
import { PLAYBOOK_KINDS } from '../../domain/playbook.ts';
import { t, uiLocale, type MessageName } from '../../platform/locale.ts';
import { Icon } from '../part/icon.tsx';
import { differencesOf, playbookKind } from '../part/playbook-words.ts';
import { Section } from '../part/section.tsx';
import { Segmented } from '../part/segmented.tsx';
import { useCurrency } from '../state/deal.ts';
import { choose, incoming, takePlaybook, type PlaybookState } from '../state/playbook.ts';

const TONE = { new: 'good', changed: 'warn', same: '', 'only-here': '' };

/** What a playbook would bring, thing by thing, and what is to become of each; nothing is stored before the last button. */
export function PlaybookLines({ state: { file, reading, lines, choices } }: { state: Extract<PlaybookState, { step: 'compared' }> }): VNode {
  const { head, rejected } = reading;
  const names = useMemo(() => new Map(lines.map(({ id, name }) => [id, name])), [lines]);
  const open = lines.filter(({ state }) => state === 'new' || state === 'changed');
  const quiet = lines.length - open.length;
  const taken = open.filter((line) => choiceOf(line, choices) !== 'leave').length;
  const close = (): void => { incoming.value = { step: 'none' }; };
  return (
    <Section icon={GitCompare} title={t('playbook_compared')}>
      <div class="stack tight" data-testid="playbook-compared">
        <strong dir="auto">{head.name}{head.version && <span class="muted"> {head.version}</span>}</strong>
        <span class="small muted" dir="auto">{[head.author, file === head.name ? '' : file].filter(Boolean).join(' · ')}</span>
        {head.description && <p class="small keep-lines" dir="auto">{head.description}</p>}
      </div>
      {rejected.length > 0 && <details class="banner warn"><summary>{t('playbook_rejected', rejected.length)}</summary><ul class="small">{rejected.slice(0, 50).map(({ kind, name, reason }, at) => <li key={at} dir="auto">{[kind, name, reason].filter(Boolean).join(': ')}</li>)}</ul></details>}
      {open.length === 0 && <p role="status" data-testid="playbook-nothing">{t('playbook_nothing')}</p>}
      {PLAYBOOK_KINDS.map((kind) => {
        const some = open.filter((line) => line.kind === kind);
        return some.length === 0 ? null : (
          <section key={kind} class="stack tight" aria-label={playbookKind(kind)}>
            <h3>{playbookKind(kind)}</h3>
            <ul class="stack tight">{some.map((line) => <Line key={line.id} line={line} choice={choiceOf(line, choices)} nameOf={(id) => names.get(id) ?? id} />)}</ul>
          </section>
        );
      })}
      {quiet > 0 && (
        <details>
          <summary class="small muted">{t('playbook_quiet', lines.filter(({ state }) => state === 'same').length, lines.filter(({ state }) => state === 'only-here').length)}</summary>
          <ul class="small">{lines.filter(({ state }) => state === 'same' || state === 'only-here').map((line) => <li key={`${line.kind} ${line.id}`} class="row"><bdi class="grow one-line">{line.name}</bdi><span class="muted">{playbookKind(line.kind)} · {stateWord(line)}</span></li>)}</ul>
        </details>
      )}
      <div class="row wrap">
        {open.length > 0 && <button type="button" class="button primary" data-testid="playbook-take" disabled={taken === 0} onClick={() => void takePlaybook()}><Icon of={Check} />{taken === 1 ? t('playbook_take_one') : t('playbook_take', new Intl.NumberFormat(uiLocale()).format(taken))}</button>}
        <button type="button" class="button" data-testid="playbook-close" onClick={close}><Icon of={X} />{t(open.length > 0 ? 'playbook_leave_all' : 'close')}</button>
      </div>
    </Section>
  );
}

function Line({ line, choice, nameOf }: { line: PlaybookLine; choice: PlaybookChoice; nameOf: (id: string) => string }): VNode {
  const currency = useCurrency();
  const differences = useMemo(() => differencesOf(line, nameOf, currency), [line, currency]);
  const options: [PlaybookChoice, string][] = line.state === 'new' ? [['take', t('playbook_choice_take')], ['leave', t('playbook_choice_leave')]] : [['take', t('playbook_choice_take')], ['leave', t('playbook_choice_mine')], ['both', t('playbook_choice_both')]];
  return (
    <li class="playbook-line" data-testid={`playbook-line-${line.kind}-${line.id}`}>
      <div class="row wrap"><bdi class="grow">{line.name}</bdi><span class={`chip ${TONE[line.state]}`}>{stateWord(line)}</span>
        <Segmented label={t('playbook_choice', line.name)} value={choice} options={options} onChange={(next) => choose(line, next)} /></div>
      {differences.length > 0 && (
        <dl class="differences small">
          {differences.map(({ field, pieces }, at) => (
            <div key={at}><dt class="muted">{field}</dt><dd dir="auto" class="keep-lines">{pieces.map(({ is, text }, index) => (is === 'gone' ? <del key={index}>{text}</del> : is === 'new' ? <ins key={index}>{text}</ins> : <span key={index}>{shortened(text, index, pieces.length)}</span>))}</dd></div>
          ))}
        </dl>
      )}
    </li>
  );
}

function choiceOf(line: PlaybookLine, choices: ReadonlyMap<string, PlaybookChoice>): PlaybookChoice {
  return choices.get(`${line.kind} ${line.id}`) ?? usualChoice(line);
}

function stateWord({ state }: PlaybookLine): string {
  return t(`playbook_state_${state.replaceAll('-', '_')}` as MessageName);
}

const AROUND = 60;

/** What is the same far from any change is not read again. */
function shortened(text: string, at: number, pieces: number): string {
  const head = at > 0 ? text.slice(0, AROUND) : '';
  const tail = at < pieces - 1 ? text.slice(-AROUND) : '';
  return text.length <= head.length + tail.length + 20 || pieces === 1 ? text : `${head} … ${tail}`;
}
