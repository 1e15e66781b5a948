/** How a file sets cells apart. In `backslash` a quote inside a cell has one before it; else it is doubled. */
export interface Dialect {
  delimiter: string;
  quote: '"' | "'";
  escape: 'double' | 'backslash';
}

/** One row as it stands in the file. `line` counts from 1 and is where it begins; a broken one has the first line as its only cell. */
export interface TableRecord {
  line: number;
  cells: string[];
  broken?: 'unclosed-quote' | 'too-long';
}

/** No cell is longer: a quote that is still open then was never meant to be one. */
const LONGEST_CELL = 100_000;
/** No row is longer: what is beyond is left out up to the next line. */
const LONGEST_ROW = 1_000_000;
const LF = 10, CR = 13, SPACE = 32;

/** Takes the text of a file in pieces of any size, and gives the rows that are whole. Empty lines are no rows. */
export interface Scanner {
  push(text: string): TableRecord[];
  end(): TableRecord[];
}

/**
 * Reads rows as RFC 4180 has them, and forgives what people's tools do: any line ends, spaces before a quote, quotes inside a cell that nobody
 * doubled. It is our own because of the one thing that no parser at hand does: a quote that is never closed costs its own row and no other.
 */
export function scanner(dialect: Dialect): Scanner {
  let held = '';
  let line = 1;
  // within a row that is too long
  let skipping = false;

  const take = (final: boolean): TableRecord[] => {
    const records: TableRecord[] = [];
    let at = 0;
    while (at < held.length) {
      if (skipping) {
        const end = lineEnd(held, at, final);
        if (!end) { at = held.length; break; }
        skipping = false;
        line++;
        at = end.next;
        continue;
      }
      const read = readRecord(held, at, final, dialect);
      if (read === 'more') {
        if (held.length - at <= LONGEST_ROW) break;
        records.push({ line, cells: [held.slice(at, at + LONGEST_CELL)], broken: 'too-long' });
        skipping = true;
        at = held.length;
        break;
      }
      if (read === 'broken') {
        const end = lineEnd(held, at, final);
        if (!end) break;
        records.push({ line, cells: [held.slice(at, end.stop)], broken: 'unclosed-quote' });
        line++;
        at = end.next;
        continue;
      }
      if (read.cells.length > 1 || read.cells[0] !== '') records.push({ line, cells: read.cells });
      line += read.lines;
      at = read.next;
    }
    held = held.slice(at);
    return records;
  };

  return {
    push: (text) => { held += text; return take(false); },
    end: () => take(true),
  };
}

interface Read {
  cells: string[];
  /** Where the next row begins, and how many lines this one takes. */
  next: number;
  lines: number;
}

function readRecord(text: string, from: number, final: boolean, { delimiter, quote, escape }: Dialect): Read | 'more' | 'broken' {
  const comma = delimiter.charCodeAt(0), mark = quote.charCodeAt(0);
  const size = text.length;
  const cells: string[] = [];
  let lines = 1;
  let at = from;
  for (;;) {
    let start = at;
    while (start < size && text.charCodeAt(start) === SPACE) start++;
    if (start < size && text.charCodeAt(start) === mark) {
      const cell = readQuoted(text, start + 1, final, comma, mark, escape);
      if (typeof cell === 'string') return cell;
      cells.push(cell.value);
      lines += cell.lines;
      at = cell.next;
    } else {
      let end = start;
      for (; end < size; end++) {
        const code = text.charCodeAt(end);
        if (code === comma || code === LF || code === CR) break;
      }
      if (end === size && !final) return 'more';
      cells.push(text.slice(at, end));
      at = end;
    }
    if (at >= size) return final ? { cells, next: size, lines } : 'more';
    if (text.charCodeAt(at) === comma) { at++; continue; }
    const end = lineEnd(text, at, final);
    return end ? { cells, next: end.next, lines } : 'more';
  }
}

/** A cell behind its opening quote, up to the separator or line end after its closing one. */
function readQuoted(text: string, from: number, final: boolean, comma: number, mark: number, escape: Dialect['escape']): { value: string; next: number; lines: number } | 'more' | 'broken' {
  const quote = String.fromCharCode(mark);
  let value = '';
  let piece = from;
  let at = from;
  for (;;) {
    const found = text.indexOf(quote, at);
    if (found < 0 || found - from > LONGEST_CELL) return final || text.length - from > LONGEST_CELL ? 'broken' : 'more';
    if (escape === 'backslash' && isEscaped(text, found, from)) {
      value += text.slice(piece, found - 1) + quote;
      at = piece = found + 1;
      continue;
    }
    if (text.charCodeAt(found + 1) === mark) {
      value += text.slice(piece, found + 1);
      at = piece = found + 2;
      continue;
    }
    let after = found + 1;
    while (after < text.length && text.charCodeAt(after) === SPACE) after++;
    if (after >= text.length && !final) return 'more';
    const code = text.charCodeAt(after);
    if (after >= text.length || code === comma || code === LF || code === CR) {
      value += text.slice(piece, found);
      if (escape === 'backslash') value = value.replaceAll('\\\\', '\\');
      return { value, next: after, lines: linesIn(value) };
    }
    // it looks like the opening quote of a later cell: this one was never closed
    if (linesIn(text.slice(from, found)) > 0) return 'broken';
    at = found + 1;
  }
}

/** An odd number of backslashes stands before it. */
function isEscaped(text: string, at: number, from: number): boolean {
  let before = at;
  while (before > from && text.charCodeAt(before - 1) === 92) before--;
  return (at - before) % 2 === 1;
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) lines++;
  }
  return lines;
}

/** The end of the line that `from` is in: where it stops and where the next begins; null while it cannot be told. */
function lineEnd(text: string, from: number, final: boolean): { stop: number; next: number } | null {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF) return { stop: at, next: at + 1 };
    if (code !== CR) continue;
    if (at + 1 === text.length && !final) return null;
    return { stop: at, next: text.charCodeAt(at + 1) === LF ? at + 2 : at + 1 };
  }
  return final ? { stop: text.length, next: text.length } : null;
}
