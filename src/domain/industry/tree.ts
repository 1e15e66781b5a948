import { wordsOf } from '../word.ts';
import { RESOURCES } from './resource.ts';
import { MANUFACTURING } from './manufacturing.ts';
import { PROFESSIONAL } from './professional.ts';
import { SOCIETY } from './society.ts';
import { TECHNOLOGY } from './technology.ts';
import { TRADE } from './trade.ts';

/** An industry as the lists have it: the words that name it in any language (syntax: lexicon.ts), and the wider ones from its parent upwards. */
export interface Branch {
  id: string;
  name: string;
  above: readonly string[];
  words: string;
}

/** One industry a line, `id | name | word, word`, below the wider one it belongs to and two blanks further in. */
export function industryTree(): Branch[] {
  const branches: Branch[] = [];
  const path: string[] = [];
  for (const line of [TECHNOLOGY, MANUFACTURING, RESOURCES, TRADE, PROFESSIONAL, SOCIETY].join('\n').split('\n')) {
    const [id = '', name = '', words = ''] = line.split('|').map((part) => part.trim());
    if (id === '') continue;
    const depth = (line.length - line.trimStart().length) / 2;
    path.length = depth;
    branches.push({ id, name, above: path.toReversed(), words: [wordsOf(name).join(' '), ...words.split(',').map((word) => word.trim())].join('|') });
    path[depth] = id;
  }
  return branches;
}
