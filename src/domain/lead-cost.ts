import type { PeopleTable } from './people/table.ts';
import { slotsOf } from './people/table.ts';
import type { Spend } from './spend.ts';

const DAY = 86_400_000;

/** Money spent on a source and how many people came from it meanwhile; `perLead` is absent while nobody came. */
export interface LeadCost {
  spent: number;
  leads: number;
  perLead?: number;
}

/** The cost of each spend (people of its source and campaign, captured on its days), and of each source over all days that it was spent on. Days are the rep's: `dayStart` is when one begins (epoch ms). */
export function leadCosts(spends: readonly Spend[], table: PeopleTable, dayStart: (day: string) => number): { bySpend: Map<string, LeadCost>; bySource: Map<string, LeadCost> } {
  const spans = spends.map((spend) => ({ spend, from: dayStart(spend.from), to: dayStart(spend.to) + DAY, leads: 0 }));
  const bySource = new Map<string, LeadCost>();
  for (const { source, amount } of spends) bySource.set(source, { spent: (bySource.get(source)?.spent ?? 0) + amount, leads: 0 });
  const { leadSource, campaign } = table.texts;
  const wanted = leadSource.values.map((source) => spans.filter(({ spend }) => spend.source === source));
  for (const slot of slotsOf(table)) {
    const ofSource = wanted[leadSource.codes[slot]!]!;
    if (ofSource.length === 0) continue;
    const at = table.numbers.createdAt[slot]!;
    const name = campaign.get(slot);
    let counted = false;
    for (const span of ofSource) {
      if (at < span.from || at >= span.to || (span.spend.campaign && span.spend.campaign.toLowerCase() !== name.toLowerCase())) continue;
      span.leads++;
      // two spends on the same days do not make two people of one
      if (!counted) bySource.get(span.spend.source)!.leads++;
      counted = true;
    }
  }
  return {
    bySpend: new Map(spans.map(({ spend, leads }) => [spend.id, withShare(spend.amount, leads)])),
    bySource: new Map([...bySource].map(([source, { spent, leads }]) => [source, withShare(spent, leads)])),
  };
}

function withShare(spent: number, leads: number): LeadCost {
  return leads > 0 ? { spent, leads, perLead: spent / leads } : { spent, leads };
}
