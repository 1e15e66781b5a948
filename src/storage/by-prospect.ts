/** Rows by the prospect they hang on, each list in the order of the rows. */
export function byProspect<R extends { prospectId: string }>(rows: readonly R[]): Map<string, R[]> {
  const mine = new Map<string, R[]>();
  for (const row of rows) {
    const found = mine.get(row.prospectId);
    if (found) found.push(row);
    else mine.set(row.prospectId, [row]);
  }
  return mine;
}
