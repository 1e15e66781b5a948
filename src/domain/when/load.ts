import { britishEnglish, english } from './en.ts';
import type { WhenLanguage } from './language.ts';

// where English is spoken with the month first
const MONTH_FIRST = new Set(['', 'US', 'PH', 'CA']);

/** The language for a UI locale like "de" or "en-GB", loaded only when it is not English; English for one we have no tables of. */
export async function whenLanguage(locale: string): Promise<WhenLanguage> {
  const [name = '', region = ''] = locale.split(/[-_]/);
  switch (name.toLowerCase()) {
    case 'de': return (await import('./de.ts')).german;
    case 'fr': return (await import('./fr.ts')).french;
    case 'es': return (await import('./es.ts')).spanish;
    default: return MONTH_FIRST.has(region.toUpperCase()) ? english : britishEnglish;
  }
}
