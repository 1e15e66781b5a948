import { describe, expect, test } from 'vitest';
import { checkConnect, checkConnection, checkPassphrase, checkSignIn } from '../../src/messages/crm-check.ts';

const signIn = { connector: 'twenty', address: 'https://crm.example.com', fields: { token: 'x' }, oauth: false };

describe('what the panel sends about CRMs', () => {
  test('passes when it is what it should be, without what is not named', () => {
    expect(checkSignIn({ ...signIn, more: 1 })).toEqual(signIn);
    expect(checkConnect({ ...signIn, label: 'Mine' })).toEqual({ ...signIn, label: 'Mine' });
    expect(checkConnect({ ...signIn, label: '', connection: 'c' })).toEqual({ ...signIn, label: '', connection: 'c' });
    expect(checkConnection({ connection: 'c', more: 1 })).toEqual({ connection: 'c' });
    expect(checkPassphrase({ passphrase: '' })).toEqual({ passphrase: '' });
  });

  test.each([
    [null], ['text'], [{}], [{ ...signIn, connector: '../evil' }], [{ ...signIn, connector: 1 }], [{ ...signIn, address: 'x'.repeat(2_001) }], [{ ...signIn, fields: { token: 1 } }], [{ ...signIn, oauth: 'yes' }],
    [{ ...signIn, fields: { token: 'x'.repeat(10_001) } }], [{ ...signIn, fields: Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`f${at}`, ''])) }],
  ])('is refused as a sign-in: %j', (payload) => {
    expect(checkSignIn(payload)).toBeNull();
    expect(checkConnect(payload)).toBeNull();
  });

  test.each([[{ ...signIn }], [{ ...signIn, label: 'x'.repeat(201) }], [{ ...signIn, label: '', connection: '' }], [{ ...signIn, label: '', connection: 1 }]])('is refused as a connection to make: %j', (payload) => {
    expect(checkConnect(payload)).toBeNull();
  });

  test.each([[null], [{}], [{ connection: '' }], [{ connection: 'x'.repeat(101) }], [{ connection: 1 }]])('is refused as a connection: %j', (payload) => {
    expect(checkConnection(payload)).toBeNull();
  });

  test.each([[null], [{}], [{ passphrase: 1 }], [{ passphrase: 'x'.repeat(1_001) }]])('is refused as a passphrase: %j', (payload) => {
    expect(checkPassphrase(payload)).toBeNull();
  });
});
