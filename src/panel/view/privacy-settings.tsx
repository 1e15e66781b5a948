import { SlidersHorizontal } from 'lucide';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { LAWFUL_BASES, type LawfulBasis } from '../../domain/privacy.ts';
import { DEFAULT_PRIVACY, LONGEST } from '../../domain/retention.ts';
import { t } from '../../platform/locale.ts';
import { changePrivacy, readPrivacy } from '../../storage/privacy-setting.ts';
import { basisWord } from '../part/privacy-card.tsx';
import { Section } from '../part/section.tsx';
import { book, useLive } from '../state/book.ts';

/** By what right people are kept who have none of their own, how long, and how long an erasure can be taken back. */
export function PrivacySettings(): VNode {
  const stored = useLive(() => readPrivacy(book), []);
  const { basis, note, keepMonths, undoMinutes } = stored ?? DEFAULT_PRIVACY;
  return (
    <Section icon={SlidersHorizontal} title={t('privacy_settings')}>
      <fieldset class="plain stack tight" disabled={!stored}>
        <label class="row wrap fact"><span class="small muted">{t('privacy_basis')}</span>
          <select class="input" data-testid="privacy-basis" value={basis} onChange={(event) => void changePrivacy(book, { basis: event.currentTarget.value as LawfulBasis })}>{LAWFUL_BASES.map((one) => <option key={one} value={one}>{basisWord(one)}</option>)}</select>
        </label>
        <label class="row fact"><span class="small muted">{t('lawful_note')}</span>
          <input class="input grow" key={note} defaultValue={note} maxLength={500} dir="auto" placeholder={t('lawful_note_hint')} onBlur={(event) => void changePrivacy(book, { note: event.currentTarget.value.trim() })} />
        </label>
        <NumberRow testId="keep-months" label={t('privacy_keep_months')} value={keepMonths} most={LONGEST.keepMonths} onChange={(value) => void changePrivacy(book, { keepMonths: value })} />
        <p class="small muted">{t('privacy_keep_text')}</p>
        <NumberRow testId="undo-minutes" label={t('privacy_undo_minutes')} value={undoMinutes} most={LONGEST.undoMinutes} onChange={(value) => void changePrivacy(book, { undoMinutes: value })} />
      </fieldset>
    </Section>
  );
}

/** What is typed stays until the box is left, whatever is stored meanwhile. */
function NumberRow({ label, value, most, testId, onChange }: { label: string; value: number; most: number; testId: string; onChange: (value: number) => void }): VNode {
  const [typed, setTyped] = useState<string>();
  const leave = (): void => {
    const number = typed === undefined || typed === '' ? NaN : Number(typed);
    if (Number.isInteger(number) && number >= 0 && number <= most) onChange(number);
    setTyped(undefined);
  };
  return (
    <label class="row wrap fact"><span class="small muted">{label}</span>
      <input class="input short" type="number" min={0} max={most} step={1} data-testid={testId} value={typed ?? value} onInput={(event) => setTyped(event.currentTarget.value)} onBlur={leave} onKeyDown={(event) => { if (event.key === 'Enter') leave(); }} />
    </label>
  );
}
