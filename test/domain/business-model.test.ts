import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUSINESS_MODELS, leavesOut, modelsOf } from '../../src/domain/business-model.ts';
import { anyText } from './any-text.ts';

describe('a business model', () => {
  it.each([
    ['B2B', 'b2b'], ['b2b', 'b2b'], ['B-to-B', 'b2b'], ['B 2 B', 'b2b'], ['BtoB', 'b2b'], ['Business-to-Business', 'b2b'], ['business to business', 'b2b'], ['B2C', 'b2c'], ['B2B and B2C', 'b2b b2c'], ['B2B/B2C', 'b2b b2c'], ['B2B2C', 'b2b b2c'], ['B2G', 'b2g'], ['D2C', 'b2c d2c'],
    ['direct-to-consumer brand', 'b2c d2c'], ['DTC', 'b2c d2c'], ['SaaS', 'saas subscription'], ['Software as a Service', 'saas subscription'], ['B2B SaaS', 'b2b saas subscription'], ['Subscription', 'subscription'], ['online marketplace', 'marketplace'], ['Marketplace', 'marketplace'],
    ['Service provider', 'services'], ['Agency', 'services'], ['Manufacturer', 'manufacturing'], ['OEM', 'manufacturing'], ['Distributor', 'wholesale'], ['Value-added reseller', 'wholesale'], ['Retailer', 'retail'], ['E-commerce', 'retail'], ['Non-profit', 'non-profit'], ['Nonprofit', 'non-profit'], ['NGO', 'non-profit'], ['not-for-profit', 'non-profit'],
    ['Geschäftskunden', 'b2b'], ['Privat- und Geschäftskunden', 'b2b b2c'], ['Privatkunden', 'b2c'], ['Dienstleister', 'services'], ['IT-Dienstleister', 'services'], ['Hersteller', 'manufacturing'], ['Maschinenhersteller', 'manufacturing'], ['Großhandel', 'wholesale'], ['Großhändler', 'wholesale'], ['Einzelhandel', 'retail'], ['Abo-Modell', 'subscription'], ['gemeinnützig', 'non-profit'],
    ['Marktplatz', 'marketplace'], ['Prestataire de services', 'services'], ['Fabricant', 'manufacturing'], ['Grossiste', 'wholesale'], ['Commerce de détail', 'retail'], ['Abonnement', 'subscription'], ['à but non lucratif', 'non-profit'], ['place de marché', 'marketplace'], ['Fabricante', 'manufacturing'], ['Mayorista', 'wholesale'], ['Servicios', 'services'], ['Suscripción', 'subscription'],
    ['sin ánimo de lucro', 'non-profit'], ['Produttore', 'manufacturing'], ['Vendita al dettaglio', 'retail'], ['Abbonamento', 'subscription'], ["Commercio all'ingrosso", 'wholesale'], ['Indústria', 'manufacturing'], ['Varejo', 'retail'], ['Atacado', 'wholesale'], ['Assinatura', 'subscription'], ['Groothandel', 'wholesale'], ['Dienstverlening', 'services'], ['Zonder winstoogmerk', 'non-profit'],
    ['Producent', 'manufacturing'], ['Usługi', 'services'], ['Handel hurtowy', 'wholesale'], ['Sklep internetowy', 'retail'], ['Klienci biznesowi', 'b2b'], ['organizacja pozarządowa', 'non-profit'],
    ['', ''], ['unknown', ''], ['ab2bc', ''], ['lorem ipsum', ''], ['😀', ''],
  ])('"%s" is %s', (text, models) => expect(modelsOf(text).join(' ')).toBe(models));

  it('each name is its own model', () => {
    for (const one of BUSINESS_MODELS) expect(modelsOf(one)).toContain(one);
  });

  it('who is sold to says nothing about how the money is made', () => {
    expect(leavesOut(['b2b'], 'b2c')).toBe(true);
    expect(leavesOut(['b2b'], 'saas')).toBe(false);
    expect(leavesOut(['b2b', 'saas'], 'retail')).toBe(true);
    expect(leavesOut(['b2b'], 'b2b')).toBe(false);
    expect(leavesOut([], 'b2b')).toBe(false);
  });

  it('of any text is of the list, each once in its order, whatever the case', () => {
    const text = fc.oneof(anyText(60), fc.array(fc.constantFrom('B2B', 'B-to-C', 'SaaS', 'and', '/', 'retail', 'Hersteller', 'non-profit', 'd2c'), { maxLength: 8 }).map((words) => words.join(' ')));
    fc.assert(fc.property(text, (any) => {
      const models = modelsOf(any);
      expect(models).toEqual(BUSINESS_MODELS.filter((one) => models.includes(one)));
      expect(modelsOf(any)).toBe(models);
      if (/^[\x20-\x7e]*$/.test(any)) expect(modelsOf(any.toUpperCase())).toEqual(models);
    }));
    expect(modelsOf(`${'x '.repeat(100_000)} SaaS`)).toEqual([]);
  });
});
