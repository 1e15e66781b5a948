import { Ban, Check, Copy, Mail, PenLine } from 'lucide';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { offered } from '../../domain/contact-point.ts';
import { mailto } from '../../domain/mailto.ts';
import { hasLinePlace, renderTemplate, type MergeSource } from '../../domain/merge-field.ts';
import type { Prospect } from '../../domain/prospect.ts';
import { bestSuited } from '../../domain/template-choice.ts';
import { nextVariant } from '../../domain/template-result.ts';
import type { Template } from '../../domain/template.ts';
import { copyText } from '../../platform/clipboard.ts';
import { t } from '../../platform/locale.ts';
import { readComposing, type Composing } from '../../storage/composing.ts';
import { book, useLive } from '../state/book.ts';
import { useKeys } from '../state/key.ts';
import { whoIs } from '../state/persona.ts';
import { to } from '../state/route.ts';
import { addStarters } from '../state/template.ts';
import { toast } from '../state/toast.ts';
import { log, type TouchExtra } from '../state/touch.ts';
import '../style/template.css';
import { Empty, Skeleton } from './empty.tsx';
import { Icon } from './icon.tsx';
import { LengthCounter } from './message-length.tsx';
import { MessagePreview } from './message-preview.tsx';
import { MissingFields } from './missing-fields.tsx';
import { PersonalLine } from './personal-line.tsx';
import { ScriptPane } from './script-pane.tsx';
import { Segmented } from './segmented.tsx';
import { templateKindWord, variantName } from './template-words.ts';
import { TouchPad } from './touch-pad.tsx';

/** What a composer is opened for. `channel` and `templateId`: what the step or follow-up asks for; `enrolmentId`, `stepId`: the step that the message does, noted with it when it is logged. */
export interface ComposerProps {
  prospect: Prospect;
  channel?: string | undefined;
  templateId?: string | undefined;
  enrolmentId?: string | undefined;
  stepId?: string | undefined;
  /** Logs a message as sent, on this channel, where more has to happen than that it is logged; false = it failed. */
  onSent?: ((channel: string, extra: TouchExtra) => Promise<boolean>) | undefined;
  /** Its keys mean nothing for now: something else asks for one. */
  isQuiet?: boolean | undefined;
  /** Called after it was logged. */
  onLogged?: (() => void) | undefined;
}

/** The message of a template for one person: chosen, filled in, copied as plain text or opened as mail, and then logged with one key. Nothing is ever sent from here. */
export function Composer(props: ComposerProps): VNode {
  const { prospect } = props;
  const composing = useLive(() => readComposing(book, prospect, Date.now()), [prospect.id, prospect.accountId]);
  if (prospect.doNotContact) return <p class="banner bad" role="note" data-testid="composer-blocked"><Icon of={Ban} /><span>{t('composer_do_not_contact')}{prospect.doNotContact.reason && <span dir="auto"> {prospect.doNotContact.reason}</span>}</span></p>;
  if (!composing) return <Skeleton lines={3} />;
  if (composing.templates.length === 0) {
    return <Empty icon={PenLine} title={t('templates_none_title')} text={t('templates_none_text')}><button type="button" class="button primary" data-testid="template-starters" onClick={() => void addStarters()}>{t('template_starters')}</button><a class="button" href={to('templates')}>{t('templates')}</a></Empty>;
  }
  return <Composed {...props} composing={composing} />;
}

function Composed({ prospect, channel, templateId, enrolmentId, stepId, onSent, isQuiet = false, onLogged, composing }: ComposerProps & { composing: Composing }): VNode {
  const { templates, tallies, personas, rep, account, touches, notes, drafts } = composing;
  const persona = whoIs(prospect, personas)?.persona;
  // what was best when the composer was opened stays: a log must not change the message under the rep's eyes
  const [chosen, setChosen] = useState(() => templateId ?? bestSuited(templates, { personaId: persona?.id, channel, touches }, (id) => tallies.of(id))[0]!.id);
  const [variants, setVariants] = useState<{ [templateId: string]: string }>({});
  const [line, setLine] = useState('');
  const [fills, setFills] = useState<{ [field: string]: string }>({});
  const [taken, setTaken] = useState(false);
  const [isLogging, setIsLogging] = useState(false);
  const letter = useRef<HTMLAnchorElement>(null);
  const sorted = bestSuited(templates, { personaId: persona?.id, channel, touches }, (id) => tallies.of(id));
  const template = templates.find(({ id }) => id === chosen) ?? sorted[0]!;
  const turn = useRef<{ [templateId: string]: string }>({});
  const inTurn = turn.current[template.id] ??= nextVariant(template.variants, (id) => tallies.of(template.id, id).uses)?.id ?? '';
  const variant = template.variants.find(({ id }) => id === (variants[template.id] ?? inTurn)) ?? template.variants[0] ?? { id: '', subject: '', body: '' };
  const source: MergeSource = { prospect, account, persona, rep, fills };
  const message = renderTemplate(variant, template, source, line);
  const isReady = message.missing.length === 0 && message.body !== '';
  const isMessage = template.kind === 'message';
  const mail = isReady && template.channel === 'email' && isMessage ? mailto(offered(prospect, 'emails') ?? '', message.subject, message.body) : null;

  const refuse = (): void => toast(message.missing.length === 0 ? t('template_no_text') : t('composer_blocked', message.missing.map((one) => (one === 'line' ? t('composer_line') : one)).join(', ')), { bad: true });
  const copy = async (text: string, said: string): Promise<void> => {
    if (!await copyText(text)) return toast(t('composer_copy_failed'), { bad: true });
    setTaken(true);
    toast(said);
  };
  const copyBody = (): void => (isReady ? void copy(message.body, t(message.length.isOver ? 'composer_copied_long' : 'composer_copied')) : refuse());
  const extra: TouchExtra = { templateId: template.id, ...(variant.id ? { variantId: variant.id } : {}), ...(enrolmentId ? { enrolmentId } : {}), ...(stepId ? { stepId } : {}) };
  const logged = (): void => { setTaken(false); setLine(''); onLogged?.(); };
  // a message went out or did not; of a call or a meeting it has to be said what came of it
  const keep = (): void => {
    if (!isMessage) return setIsLogging(true);
    void (onSent ? onSent(template.channel, extra) : log(prospect, template.channel, 'out', 'sent', extra)).then((done) => { if (done) logged(); });
  };
  const another = (): void => {
    const at = template.variants.findIndex(({ id }) => id === variant.id);
    const next = template.variants[(at + 1) % template.variants.length];
    if (next) setVariants({ ...variants, [template.id]: next.id });
  };
  const now = useRef({ copyBody, keep, another });
  now.current = { copyBody, keep, another };
  useKeys(() => (isQuiet ? undefined : [
    { key: 'c', label: t('composer_copy'), run: () => now.current.copyBody() },
    { key: 'M', label: t('composer_mail'), run: () => letter.current?.click() },
    { key: 'b', label: t('composer_variant_next'), run: () => now.current.another() },
    { key: 'y', label: t('composer_log'), run: () => now.current.keep() },
  ]), [isQuiet]);

  return (
    <div class="composer stack" data-testid="composer">
      <div class="row wrap">
        <label class="grow"><span class="unseen">{t('template')}</span>
          <select class="input" data-testid="composer-template" value={template.id} onChange={(event) => { setChosen(event.currentTarget.value); setTaken(false); }}>
            {sorted.map((one) => <option key={one.id} value={one.id}>{`${one.name} (${templateKindWord(one)})`}</option>)}
          </select>
        </label>
        {template.variants.length > 1 && <Segmented label={t('template_variant')} value={variant.id} options={template.variants.map(({ id }, at) => [id, variantName(at)] as const)} onChange={(id) => setVariants({ ...variants, [template.id]: id })} />}
      </div>
      {(template.needsLine || hasLinePlace(variant)) && <PersonalLine line={line} needed={template.needsLine} notes={notes.map(({ text }) => text)} drafts={drafts} onChange={setLine} />}
      <MissingFields missing={message.missing} fills={fills} templateId={template.id} onFill={(field, value) => setFills({ ...fills, [field]: value })} />
      {isMessage ? <MessagePreview template={template} message={message} onCopySubject={isReady ? () => void copy(message.subject, t('composer_copied')) : undefined} /> : <ScriptPane key={variant.id} text={message.body} />}
      {isMessage && <LengthCounter length={message.length} />}
      <Actions template={template} isReady={isReady} taken={taken} mail={mail} letter={letter} hasAddress={offered(prospect, 'emails') !== undefined}
        onCopy={copyBody} onLog={keep} onMail={() => { setTaken(true); if (mail?.isShort) void copy(message.body, t('composer_mail_short')); }} />
      {isLogging && <TouchPad prospect={prospect} channel={template.channel} extra={extra} onClose={() => setIsLogging(false)} onLogged={logged} />}
    </div>
  );
}

function Actions({ template, isReady, taken, mail, letter, hasAddress, onCopy, onLog, onMail }: {
  template: Template; isReady: boolean; taken: boolean; mail: { href: string; isShort: boolean } | null; letter: { current: HTMLAnchorElement | null }; hasAddress: boolean; onCopy: () => void; onLog: () => void; onMail: () => void;
}): VNode {
  return (
    <div class="row wrap composer-actions">
      <button type="button" class={`button${taken ? '' : ' primary'}`} aria-disabled={!isReady} data-testid="composer-copy" onClick={onCopy}><Icon of={Copy} />{t('composer_copy')} <kbd>C</kbd></button>
      {mail && <a ref={letter} class="button" href={mail.href} target="_blank" rel="noreferrer" data-testid="composer-mail" onClick={onMail}><Icon of={Mail} />{t('composer_mail')} <kbd>⇧M</kbd></a>}
      {template.channel === 'email' && template.kind === 'message' && !hasAddress && <span class="small muted">{t('composer_no_address')}</span>}
      <button type="button" class={`button end${taken ? ' primary' : ' quiet'}`} data-testid="composer-log" onClick={onLog}><Icon of={Check} />{t(template.kind !== 'message' ? 'composer_log_call' : taken ? 'composer_log_ask' : 'composer_log')} <kbd>Y</kbd></button>
    </div>
  );
}
