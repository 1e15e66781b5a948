import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest';
import type { Connector } from '../../src/crm/connector.ts';
import { benchOn } from './conformance/bench.ts';
import { CASES } from './conformance/cases.ts';
import { dialectGround, signInAt, prepared, type OpenOutsider } from './conformance/dialect-ground.ts';
import { liveGround } from './conformance/live-ground.ts';
import { listen, type OpenDialect } from './dialect/dialect.ts';
import { Unsupported } from './outsider/outsider.ts';

const connectors = byName<Partial<Record<'default', Connector>>>(import.meta.glob('../../src/crm/*.ts', { eager: true }));
const dialects = byName<{ default?: OpenDialect }>(import.meta.glob(['./dialect/*.ts', '!./dialect/*.test.ts'], { eager: true }));
const outsiders = byName<{ default?: OpenOutsider }>(import.meta.glob(['./outsider/*.ts', '!./outsider/*.test.ts'], { eager: true }));
/** CRMs that are told what happened and are never read: they have tests of their own. */
const names = Object.entries(connectors).filter(([, { default: connector }]) => connector && Object.values(connector.flags.kinds).includes('both')).map(([name]) => name);

function byName<T>(modules: Record<string, unknown>): { [name: string]: T } {
  return Object.fromEntries(Object.entries(modules).map(([path, module]) => [path.replace(/^.*\/|\.ts$/g, ''), module as T]));
}

test('there are connectors', () => {
  expect(names.length).toBeGreaterThan(0);
});

describe.each(names)('%s', (name) => {
  const connector = connectors[name]!.default!;
  const [open, openOutsider] = [dialects[name]?.default, outsiders[name]?.default];

  test('has a dialect server and an outsider', () => {
    expect(connector.name).toBe(name);
    expect(open, `src/crm/${name}.ts is tested against nothing: write test/crm/dialect/${name}.ts (default export OpenDialect, test/crm/dialect/dialect.ts says what it must do)`).toBeTypeOf('function');
    expect(openOutsider, `src/crm/${name}.ts needs somebody else in the CRM: write test/crm/outsider/${name}.ts (default export, test/crm/outsider/outsider.ts)`).toBeTypeOf('function');
  });
  if (!open || !openOutsider) return;

  for (const one of CASES) {
    test(one.name, { timeout: 60_000 }, async (context) => {
      if (one.needs?.(connector.flags) === false) context.skip('not applicable');
      await one.run(benchOn(await dialectGround(connector, open, openOutsider))).catch(unlessUnsupported(context));
    });
  }

  describe('over real HTTP', () => {
    let server: Awaited<ReturnType<typeof listen>>;
    beforeAll(async () => { server = await listen(open({ now: () => Date.now(), random: Math.random })); });
    afterAll(() => server.close());

    test.for(CASES.filter(({ name: of }) => /^creates a person once|^the test call|^the same e-mail with another name/.test(of)))('$name', { timeout: 60_000 }, async (one, context) => {
      const { access, ...others } = signInAt(connector);
      // a connector of one fixed place is led to this one
      const origin = connector.originOf(server.origin) ?? connector.originOf('') ?? server.origin;
      const ground = liveGround(connector, openOutsider, { ...access, origin }, '<token>', { ...others, marker: `Zqx${one.name.length}`, tick: 1_100, reach: server.origin });
      await one.run(benchOn({ ...ground, known: await prepared(ground) })).catch(unlessUnsupported(context));
    });
  });
});

/** A CRM whose API cannot do what the case is about is no failure. */
function unlessUnsupported(context: TestContext): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof Unsupported)) throw error;
    context.skip(error.message);
  };
}
