import { guessTarget, headerKey } from '../mapping/guess.ts';
import type { Target } from '../mapping/target.ts';
import { preset as generic } from './generic.ts';
import type { Preset } from './preset.ts';

const found = import.meta.glob<Preset>(['./*.ts', '!./{catalog,generic,preset}.ts'], { eager: true, import: 'preset' });

/** The files that are known by their header, by label; the generic one last. */
export const presets: readonly Preset[] = [...Object.values(found).toSorted((a, b) => (a.label.toLowerCase() < b.label.toLowerCase() ? -1 : 1)), generic];

/** The presets that know this header, the one that knows most of it first. */
export function recognised(header: readonly string[]): Preset[] {
  const keys = new Set(header.map(headerKey));
  const has = (spellings: string): boolean => spellings.split('|').some((one) => keys.has(one));
  const known = (preset: Preset): number => Object.keys(preset.columns).filter(has).length;
  return presets.filter((preset) => preset.marks.length > 0 && preset.marks.every(has) && !preset.without?.some(has)).toSorted((a, b) => known(b) - known(a));
}

/** The preset of this name; the generic one when there is none. */
export function presetOf(name: string): Preset {
  return presets.find((one) => one.name === name) ?? generic;
}

/** What each column becomes by a preset; a column that it does not name is guessed by its words and by what stands in it. Never one of the rep's own fields. */
export function targetsOf(preset: Preset, names: readonly string[], columnValues: (at: number) => readonly string[]): Target[] {
  const said = new Map(Object.entries(preset.columns).flatMap(([spellings, target]) => spellings.split('|').map((one) => [one, target] as const)));
  return names.map((name, at) => {
    const key = headerKey(name);
    return said.has(key) ? said.get(key)! : fitting(preset, guessTarget(name, columnValues(at)));
  });
}

/** In a file of companies "Website" and "Phone" are the company's. */
function fitting({ holds }: Preset, target: Target): Target {
  const ofCompany: Partial<Record<Target, Target>> = { website: 'companyWebsite', phone: 'companyPhone', city: 'companyCity', state: 'companyState', country: 'companyCountry', location: 'companyLocation', linkedin: 'companyLinkedin', industry: 'companyIndustry', name: 'company', about: 'companyAbout' };
  return holds === 'companies' ? ofCompany[target] ?? target : target;
}
