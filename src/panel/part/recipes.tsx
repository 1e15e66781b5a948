import { Check, Download, FlaskConical, GraduationCap, Trash2, Upload } from 'lucide';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { siteOf, type Draft, type Reading } from '../../domain/draft.ts';
import type { Recipe } from '../../domain/recipe.ts';
import { readRecipeFile, writeRecipes } from '../../files/recipes-json.ts';
import type { Failure } from '../../domain/failure.ts';
import { failureText } from '../../platform/failure-text.ts';
import { t } from '../../platform/locale.ts';
import { report } from '../../platform/report.ts';
import { keepRecipes, readRecipes } from '../../storage/recipe.ts';
import { book, useLive } from '../state/book.ts';
import { download } from '../state/download.ts';
import { beside, readBeside } from '../state/seen.ts';
import { forget, labelOf } from '../state/teach.ts';
import { toast } from '../state/toast.ts';
import { Icon } from './icon.tsx';
import { Section } from './section.tsx';

/** What the rep has taught, by site: tried on the page beside the panel, forgotten, written to a file and read from one. */
export function Recipes(): VNode | null {
  const recipes = useLive(() => readRecipes(book), []);
  const [tried, setTried] = useState<Draft | null>(null);
  const file = useRef<HTMLInputElement>(null);
  if (!recipes) return null;
  const sites = [...new Set(recipes.map(({ site }) => site))].toSorted();

  const test = async (): Promise<void> => {
    await readBeside();
    const draft = beside.value.seen?.draft ?? null;
    setTried(draft);
    if (!draft) toast(t('recipes_no_page'), { bad: true });
  };
  const remove = (recipe: Recipe): void => {
    void forget(recipe).then(() => toast(t('recipes_removed', labelOf(recipe.field), recipe.site), { action: { label: t('undo'), run: () => void keepRecipes(book, [recipe]).then(readBeside).catch(report) } }));
  };
  const bringIn = async (chosen: File | undefined): Promise<void> => {
    if (!chosen) return;
    const read = readRecipeFile(await chosen.text());
    const kept = read.ok ? await keepRecipes(book, read.value.recipes) : read;
    if (!kept.ok || !read.ok) return toast(failureText((kept as { failure: Failure }).failure), { bad: true });
    toast(read.value.rejected ? t('recipes_imported_partly', read.value.recipes.length, read.value.rejected) : t('recipes_imported', read.value.recipes.length));
    await readBeside();
  };

  return (
    <Section icon={GraduationCap} title={t('recipes_title')}>
      {recipes.length === 0 && <p class="muted">{t('recipes_none')}</p>}
      {sites.map((site) => (
        <div key={site} class="stack tight">
          <h3 class="one-line">{site}</h3>
          <ul>{recipes.filter((one) => one.site === site).map((recipe) => <RecipeRow key={`${recipe.page} ${recipe.field}`} recipe={recipe} tried={tried} onRemove={() => remove(recipe)} />)}</ul>
        </div>
      ))}
      <div class="row wrap">
        {recipes.length > 0 && <button class="button" data-testid="recipes-test" onClick={() => void test().catch(report)}><Icon of={FlaskConical} />{t('recipes_test')}</button>}
        {recipes.length > 0 && <button class="button" data-testid="recipes-export" onClick={() => void save(recipes).catch(report)}><Icon of={Download} />{t('recipes_export')}</button>}
        <button class="button" onClick={() => file.current?.click()}><Icon of={Upload} />{t('recipes_import')}</button>
        <input ref={file} class="unseen" data-testid="recipes-import" type="file" accept=".json,application/json" tabIndex={-1} aria-label={t('recipes_import')}
          onChange={(event) => { const input = event.currentTarget; void bringIn(input.files?.[0]).catch(report).finally(() => { input.value = ''; }); }} />
      </div>
    </Section>
  );
}

function RecipeRow({ recipe, tried, onRemove }: { recipe: Recipe; tried: Draft | null; onRemove: () => void }): VNode {
  const { site, page, field, by, ways } = recipe;
  const says = ways[0]?.says || ways[0]?.after || '';
  const how = by === 'label' ? t('recipes_by_label', says.trim().replace(/[:：]$/, '')) : t(by === 'mark' ? 'recipes_by_mark' : 'recipes_by_place');
  const forget = t('recipes_remove', labelOf(field), site);
  return (
    <li class="recipe" data-testid="recipe">
      <div class="grow">
        <span class="strong">{labelOf(field)}</span> <span class="small muted" dir="auto">{[page === 'company' && t('recipes_of_company'), how].filter(Boolean).join(' · ')}</span>
        {tried && <Tried recipe={recipe} draft={tried} />}
      </div>
      <button class="button quiet icon-only" aria-label={forget} title={forget} onClick={onRemove}><Icon of={Trash2} /></button>
    </li>
  );
}

function Tried({ recipe: { site, page, field }, draft }: { recipe: Recipe; draft: Draft }): VNode {
  if (siteOf(draft) !== site || draft.page !== page) return <p class="small muted">{t('recipes_elsewhere')}</p>;
  const reading = draft.fields[field] as Reading<string | string[]> | undefined;
  if (reading?.source !== 'recipe') return <p class="small bad-text">{t('recipes_not_found')}</p>;
  return <p class="small good-text row"><Icon of={Check} /><span class="two-lines" dir="auto">{t('recipes_found', [reading.value].flat().join(', '))}</span></p>;
}

async function save(recipes: Recipe[]): Promise<void> {
  await download({ name: 'paydirt-recipes.json', mediaType: 'application/json', chunks: once(writeRecipes(recipes)) }, recipes.length);
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
