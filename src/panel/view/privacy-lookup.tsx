import { Clipboard, Download, Search, UserRoundX } from 'lucide';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { emailKey, webUrl, type ProfileKey } from '../../domain/identity.ts';
import type { Holding } from '../../domain/subject.ts';
import { t } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { keyOf } from '../../sites/addresses.ts';
import { findSubject } from '../../storage/subject.ts';
import { Icon } from '../part/icon.tsx';
import { Section } from '../part/section.tsx';
import { book } from '../state/book.ts';
import { erase, giveReport } from '../state/privacy.ts';
import { to } from '../state/route.ts';
import { dateWord } from '../state/words.ts';

/** Answers somebody who asks what is held of them: by e-mail, profile address or telephone, whether anything is, and all of it. */
export function PrivacyLookup(): VNode {
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<Holding | 'looking'>();
  const run = useRef(0);
  const look = async (): Promise<void> => {
    const text = typed.trim();
    if (!text) return;
    const mine = ++run.current;
    setFound('looking');
    const holding = await findSubject(book, text, keysIn(text), () => run.current !== mine);
    if (run.current === mine) setFound(holding);
  };
  return (
    <Section icon={Search} title={t('lookup_title')}>
      <p>{t('lookup_text')}</p>
      <form class="row" role="search" onSubmit={(event) => { event.preventDefault(); void look().catch(report); }}>
        <input class="input grow" data-testid="lookup-input" autofocus value={typed} maxLength={500} dir="auto" autocomplete="off" spellcheck={false} aria-label={t('lookup_label')} placeholder={t('lookup_hint')} onInput={(event) => { setTyped(event.currentTarget.value); setFound(undefined); run.current++; }} />
        <button class="button primary" data-testid="lookup-go"><Icon of={Search} />{t('lookup_go')}</button>
      </form>
      <div aria-live="polite" data-testid="lookup-answer">{found && <Answer found={found} onGone={() => setFound(undefined)} />}</div>
    </Section>
  );
}

function Answer({ found, onGone }: { found: Holding | 'looking'; onGone: () => void }): VNode {
  if (found === 'looking') return <p class="muted">{t('lookup_looking')}</p>;
  if (found.is === 'nothing') return <p><strong>{t('lookup_nothing')}</strong> {t('lookup_nothing_text')}</p>;
  if (found.is === 'suppressed') return <p><Icon of={UserRoundX} /> <strong>{t(found.reason === 'erased' ? 'lookup_erased' : 'lookup_barred', dateWord(found.at))}</strong> {t('lookup_suppressed_text')}</p>;
  const { id, name } = found;
  return (
    <div class="stack tight">
      <p>{t('lookup_person')} <a href={to('person', id)} dir="auto"><strong>{name || t('no_name')}</strong></a></p>
      <div class="row wrap">
        <button class="button primary" data-testid="lookup-copy" onClick={() => void giveReport(id, 'clipboard')}><Icon of={Clipboard} />{t('report_copy')}</button>
        <button class="button" data-testid="lookup-md" onClick={() => void giveReport(id, 'md')}><Icon of={Download} />{t('report_file')}</button>
        <button class="button" data-testid="lookup-json" onClick={() => void giveReport(id, 'json')}><Icon of={Download} />JSON</button>
        <button class="button danger" data-testid="lookup-erase" onClick={() => void erase([id]).then((done) => { if (done) onGone(); })}>{t('erase_person')}</button>
      </div>
    </div>
  );
}

/** The identities that a typed text can be. */
function keysIn(text: string): ProfileKey[] {
  const email = emailKey(text);
  const address = !email && !/\s/.test(text) && text.includes('.') ? webUrl(/^https?:/i.test(text) ? text : `https://${text}`) : null;
  const key = address && keyOf(address.href);
  return [email, key].filter((one) => one !== null);
}
