import { comparators, type Comparator, type Condition } from './condition.ts';
import { bad } from './refused.ts';

/**
 * Reads `field.part[comparator]:value` tests joined by `and(…)`, `or(…)`, `not(…)` or plain commas, with the server's weak spots:
 * round brackets count even inside quotes, an apostrophe opens a quote wherever it stands, and a comma inside a quoted value
 * of an `in` list still parts the list.
 */
export function readFilter(text: string): Condition {
  const open = count(text, '(') - count(text, ')');
  if (open !== 0) {
    const missing = Math.abs(open);
    throw bad(`'filter' invalid. ${missing} ${open > 0 ? 'close' : 'open'} bracket${missing > 1 ? 's are' : ' is'} missing in the query`);
  }
  return readTest(joined.test(text) ? text : `and(${text})`);
}

const joined = /^(and|or|not)\(([\s\S]+)\)$/;

const count = (text: string, character: string): number => text.split(character).length - 1;

function readTest(text: string): Condition {
  const conjunction = joined.exec(text);
  if (conjunction) {
    const of = split(conjunction[2]!).map(readTest);
    const join = conjunction[1] as 'and' | 'or' | 'not';
    if (join === 'not' && of.length > 1) throw bad("'filter' invalid. 'not' conjunction should contain only 1 condition. eg: not(field[eq]:1)");
    return { join, of };
  }
  const test = /^([^[]+)\[([^\]]+)\]:([\s\S]+)$/.exec(text);
  if (!test) throw bad(`'filter' invalid for '${text}'. eg: price[gte]:10`);
  const [, path = '', comparator = '', value = ''] = test;
  if (!comparators.includes(comparator as Comparator)) {
    throw bad(`'filter' invalid for '${text}', comparator ${comparator} not in ${comparators.join(', ')}`);
  }
  return { path: path.split('.'), comparator: comparator as Comparator, value: readValue(value, comparator) };
}

function readValue(text: string, comparator: string): unknown {
  if (comparator !== 'in' && comparator !== 'containsAny') return comparator === 'is' ? text : unquote(text);
  if (!text.startsWith('[') || !text.endsWith(']')) {
    throw bad(`'filter' invalid for '${comparator}' operator. Received '${text}' but array value expected eg: 'field[${comparator}]:[value_1,value_2]'`);
  }
  return text.slice(1, -1).split(',').map(unquote);
}

const unquote = (text: string): string => (/^["'][\s\S]*["']$/.test(text) && text.length > 1 ? text.slice(1, -1) : text);

// A comma parts two tests where every kind of bracket and quote before it is closed.
function split(text: string): string[] {
  const found: string[] = [];
  let round = 0;
  const inside = { square: false, double: false, single: false };
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charAt(at)) {
      case '(': round++; break;
      case ')': round--; break;
      case '[':
      case ']': inside.square = !inside.square; break;
      case '"': inside.double = !inside.double; break;
      case "'": inside.single = !inside.single; break;
      case ',':
        if (round > 0 || inside.square || inside.double || inside.single) break;
        found.push(text.slice(start, at));
        start = at + 1;
        break;
      default:
    }
  }
  found.push(text.slice(start));
  return found;
}
