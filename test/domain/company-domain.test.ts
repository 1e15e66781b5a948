import { expect, test } from 'vitest';
import { companyDomain } from '../../src/domain/company-domain.ts';

test.each([
  ['https://www.acme.example/about', 'acme.example'],
  ['https://shop.acme.co.uk', 'acme.co.uk'],
  ['http://ACME.example:8080/', 'acme.example'],
  ['https://acme.github.io/', 'acme.github.io'],
  ['https://github.io/', null],
  ['https://127.0.0.1/', null],
  ['https://localhost/', null],
  ['not an address', null],
])('%s belongs to %s', (address, domain) => {
  expect(companyDomain(address)).toBe(domain);
});
