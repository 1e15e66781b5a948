import type { Connector } from '../../../src/crm/connector.ts';
import type { OpenDialect } from '../dialect/dialect.ts';
import type { OpenOutsider } from './dialect-ground.ts';

function byName<T>(modules: Record<string, unknown>): { [name: string]: T } {
  return Object.fromEntries(Object.entries(modules).flatMap(([path, module]) => {
    const { default: part } = module as { default?: T };
    return part ? [[path.replace(/^.*\/|\.ts$/g, ''), part]] : [];
  }));
}

const all = byName<Connector>(import.meta.glob('../../../src/crm/*.ts', { eager: true }));

/** The connectors to CRMs that are read too, by the names of their files; what is only told things has tests of its own. */
export const CONNECTORS: { [name: string]: Connector } = Object.fromEntries(Object.entries(all).filter(([, { flags }]) => Object.values(flags.kinds).includes('both')));
export const DIALECTS = byName<OpenDialect>(import.meta.glob(['../dialect/*.ts', '!../dialect/*.test.ts'], { eager: true }));
export const OUTSIDERS = byName<OpenOutsider>(import.meta.glob(['../outsider/*.ts', '!../outsider/*.test.ts'], { eager: true }));
