import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest';
import { benchOn } from './conformance/bench.ts';
import { CASES } from './conformance/cases.ts';
import { dialectGround, prepared, signInAt } from './conformance/dialect-ground.ts';
import { liveGround } from './conformance/live-ground.ts';
import { CONNECTORS, DIALECTS, OUTSIDERS } from './conformance/parts.ts';
import { listen } from './dialect/dialect.ts';
import { Unsupported } from './outsider/outsider.ts';

/** The cases that go over real HTTP as well. */
const LIVE = CASES.filter(({ name }) => /^(creates a person once|the test call|the same e-mail with another name)/.test(name));

test('there are connectors', () => {
  expect(Object.keys(CONNECTORS).length).toBeGreaterThan(0);
  expect(LIVE).toHaveLength(3);
});

describe.each(Object.entries(CONNECTORS))('%s', (name, connector) => {
  const [open, openOutsider] = [DIALECTS[name], OUTSIDERS[name]];

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
});

// all CRMs at once: they wait for their limits most of the time
describe.concurrent.each(Object.entries(CONNECTORS))('%s over real HTTP', (name, connector) => {
  const [open, openOutsider] = [DIALECTS[name], OUTSIDERS[name]];
  if (!open || !openOutsider) return;
  let server: Awaited<ReturnType<typeof listen>>;
  beforeAll(async () => { server = await listen(open({ now: () => Date.now(), random: Math.random })); });
  afterAll(() => server.close());

  for (const [at, one] of LIVE.entries()) {
    test.sequential(one.name, { timeout: 120_000 }, async (context) => {
      const { access, ...others } = signInAt(connector);
      // a connector of one fixed place is led to this one
      const origin = connector.originOf(server.origin) ?? connector.originOf('') ?? server.origin;
      const ground = liveGround(connector, openOutsider, { ...access, origin }, '<token>', { ...others, marker: `Zqx${'abc'[at]!}`, tick: 1_100, reach: server.origin });
      await one.run(benchOn({ ...ground, known: await prepared(ground) })).catch(unlessUnsupported(context));
    });
  }
});

/** A CRM whose API cannot do what the case is about is no failure. */
function unlessUnsupported(context: TestContext): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof Unsupported)) throw error;
    context.skip(error.message);
  };
}
