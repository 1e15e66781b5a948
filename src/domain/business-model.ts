/** How a company makes its money, and from whom. */
export const BUSINESS_MODELS = ['b2b', 'b2c', 'b2g', 'd2c', 'marketplace', 'saas', 'subscription', 'services', 'manufacturing', 'wholesale', 'retail', 'non-profit'] as const;
export type BusinessModel = (typeof BUSINESS_MODELS)[number];

/** The business models that a text names; [] when it names none. */
export function modelsOf(text: string): readonly BusinessModel[] {
  const low = text.toLowerCase();
  return BUSINESS_MODELS.filter((one) => low.includes(one));
}
