import type { Connector } from './connector.ts';

const found = import.meta.glob<{ default?: unknown }>(['./*.ts', '!./catalog.ts'], { eager: true });

/** The CRMs that can be connected, by label: one file each in this folder. What has no connector as its default export is something else of this room. */
export const connectors: readonly Connector[] = Object.values(found).map((file) => file.default).filter(isConnector)
  // plain comparison: the order must not depend on the machine's language
  .toSorted((a, b) => (a.label.toLowerCase() < b.label.toLowerCase() ? -1 : 1));

/** The connector of this name, or undefined. */
export function connectorOf(name: string, among: readonly Connector[] = connectors): Connector | undefined {
  return among.find((one) => one.name === name);
}

function isConnector(value: unknown): value is Connector {
  return typeof value === 'object' && value !== null && typeof (value as Connector).name === 'string' && typeof (value as Connector).open === 'function';
}
