/** A field of a GraphQL request with its arguments filled in from the variables. `at` is its offset in the text. */
export interface Selection {
  name: string;
  alias: string;
  args: Record<string, unknown>;
  fields: Selection[];
  at: number;
}

/** A parsed GraphQL request. */
export interface Operation {
  kind: 'Query' | 'Mutation';
  fields: Selection[];
}

const token = /\s*,*\s*(?:(\.\.\.|[{}()[\]:!=$])|([A-Za-z_]\w*)|(-?\d+(?:\.\d+)?)|"((?:[^"\\]|\\.)*)")/y;

/** Reads one operation: fields, aliases, arguments and variables; no fragments, no directives. Throws a SyntaxError. */
export function readOperation(text: string, variables: Record<string, unknown>): Operation {
  let at = 0;
  let next: { text: string; kind: 'sign' | 'name' | 'number' | 'string' | 'end'; at: number };
  const advance = (): typeof next => {
    const current = next;
    token.lastIndex = at;
    const match = token.exec(text.replaceAll(',', ' '));
    if (!match) {
      if (text.slice(at).trim() !== '') throw new SyntaxError(`Syntax Error: Unexpected character at ${at}.`);
      next = { text: '', kind: 'end', at };
      return current;
    }
    at = token.lastIndex;
    const [, sign, name, number, string] = match;
    const found = sign ?? name ?? number ?? text.slice(at - 1 - (string?.length ?? 0), at - 1);
    next = { text: found, kind: sign === undefined ? (name === undefined ? (number === undefined ? 'string' : 'number') : 'name') : 'sign', at: at - found.length };
    return current;
  };
  const take = (wanted: string): boolean => {
    if (next.text !== wanted || next.kind === 'string') return false;
    advance();
    return true;
  };
  const expect = (wanted: string): void => { if (!take(wanted)) throw new SyntaxError(`Syntax Error: Expected "${wanted}", found "${next.text}".`); };

  const value = (): unknown => {
    if (take('$')) return variables[advance().text];
    if (take('[')) {
      const items: unknown[] = [];
      while (!take(']')) items.push(value());
      return items;
    }
    if (take('{')) return pairs('}');
    const { text: found, kind } = advance();
    if (kind === 'string') return JSON.parse(`"${found}"`);
    if (kind === 'number') return Number(found);
    if (kind !== 'name') throw new SyntaxError(`Syntax Error: Unexpected "${found}".`);
    return found === 'true' ? true : found === 'false' ? false : found === 'null' ? null : found;
  };
  const pairs = (end: string): Record<string, unknown> => {
    const found: Record<string, unknown> = {};
    while (!take(end)) {
      const name = advance().text;
      expect(':');
      found[name] = value();
    }
    return found;
  };
  const selections = (): Selection[] => {
    const found: Selection[] = [];
    expect('{');
    while (!take('}')) {
      const first = advance();
      if (first.kind !== 'name') throw new SyntaxError(`Syntax Error: Expected Name, found "${first.text}".`);
      const name = take(':') ? advance() : first;
      found.push({ name: name.text, alias: first.text, at: name.at, args: take('(') ? pairs(')') : {}, fields: next.text === '{' ? selections() : [] });
    }
    return found;
  };

  next = { text: '', kind: 'end', at: 0 };
  advance();
  const kind = next.text === 'mutation' ? 'Mutation' : 'Query';
  if (next.kind === 'name') {
    advance();
    if (next.kind === 'name') advance();
    // the types of variables are not checked
    if (take('(')) while (!take(')')) advance();
  }
  return { kind, fields: selections() };
}
