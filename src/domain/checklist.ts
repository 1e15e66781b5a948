/** A line of a call script or an agenda: a heading, a point to tick off, or text to read. `depth` counts the blanks before it in twos, at most 3. */
export interface ScriptLine {
  kind: 'heading' | 'point' | 'text';
  text: string;
  depth: number;
}

/** A script taken apart by its lines: "# Opening" is a heading, "- ask for the budget" (or *, •, 1., [ ]) a point, anything else text. Blank lines are left out. */
export function scriptLines(script: string): ScriptLine[] {
  return script.split('\n').filter((line) => line.trim() !== '').slice(0, 400).map((line): ScriptLine => {
    const depth = Math.min(3, Math.floor(/^ */.exec(line)![0].length / 2));
    const text = line.trim();
    const heading = /^#{1,4}\s+(.*)$/.exec(text);
    if (heading) return { kind: 'heading', text: heading[1]!, depth: 0 };
    const point = /^(?:[-*•]|\d{1,2}[.)])\s+(?:\[[ xX]?\]\s*)?(.+)$|^\[[ xX]?\]\s*(.+)$/.exec(text);
    return point ? { kind: 'point', text: point[1] ?? point[2]!, depth } : { kind: 'text', text, depth };
  });
}
