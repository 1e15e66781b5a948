/** Plain text as Markdown that shows exactly that text; each line becomes a paragraph of its own. */
export function markdownOf(plain: string): string {
  return plain.replace(/[\\`*_~[\]<>#|]/g, '\\$&').replace(/^(\s*)([-+])/gm, '$1\\$2').replace(/^(\s*\d+)([.)])/gm, '$1\\$2').replace(/\n+/g, '\n\n');
}

/** What a person reads in Markdown: marks of emphasis, headings and escapes are taken out, a link becomes its words and its address. Undoes `markdownOf`. */
export function plainOfMarkdown(markdown: string): string {
  return markdown
    .replace(/^([ \t]*)[*+-] +/gm, '$1- ')
    .replace(/^#{1,6} +/gm, '')
    .replace(/(?<!\\)!?\[([^\]\n]{0,500})\]\(([^)\s]{0,2000})(?:\s[^)\n]{0,500})?\)/g, '$1 $2')
    .replace(/(?<![\\\w*_~`])([*_~`]{1,3})(?=\S)([^\n*_~`]{1,2000}?)(?<=\S)\1(?!\w)/g, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/\n{2,}/g, '\n')
    .trim();
}
