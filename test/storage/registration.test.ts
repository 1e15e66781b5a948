import { expect, test } from 'vitest';
import { readDump } from '../../src/storage/dump.ts';
import { keepRegistration, readRegistration } from '../../src/storage/registration.ts';
import { scratchBook } from './scratch-book.ts';

test('what CRMs know us by is kept by origin, forgotten by origin, and in no export', async () => {
  const book = scratchBook();
  const of = (client: string): { client: string; redirect: string; scope: string } => ({ client, redirect: 'https://id.example/', scope: 'api' });
  await keepRegistration(book, 'https://a.example', of('one'));
  await keepRegistration(book, 'https://b.example', of('two'));
  await keepRegistration(book, 'https://a.example', of('three'));
  expect([await readRegistration(book, 'https://a.example'), await readRegistration(book, 'https://b.example')]).toEqual([of('three'), of('two')]);
  expect(JSON.stringify((await readDump(book)).settings)).not.toContain('three');
  await keepRegistration(book, 'https://a.example', undefined);
  expect([await readRegistration(book, 'https://a.example'), await readRegistration(book, 'https://b.example')]).toEqual([undefined, of('two')]);
});
