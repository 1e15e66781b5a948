import { THEMES } from './cases.ts';

/** The cases as tables of Markdown, by theme. */
export function caseTable(): string {
  return THEMES.map(({ theme, cases }) => [
    `### ${theme}`, '', '| What must hold | Why | From |', '|---|---|---|', ...cases.map(({ name, why, from }) => `| ${cell(name)} | ${cell(why)} | ${cell(from)} |`), '',
  ].join('\n')).join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('*', '\\*');
}
