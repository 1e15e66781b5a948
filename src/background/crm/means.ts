import type { Connector } from '../../crm/connector.ts';
import type { KeyOf } from '../../domain/sync/match.ts';
import type { MessageName } from '../../platform/locale.ts';
import type { Book } from '../../storage/database.ts';
import type { WebAuth } from './oauth.ts';
import type { Pace } from './pace.ts';
import type { Session, Vault } from './vault.ts';

/** All that CRM connections need of the world; each is a parameter, so that tests need no browser. */
export interface CrmMeans {
  book: Book;
  vault: Vault;
  session: Session;
  connectors: readonly Connector[];
  fetch(url: string, init: RequestInit): Promise<Response>;
  clock(): number;
  pause(ms: number): Promise<void>;
  deadline(ms: number): AbortSignal;
  newId(): string;
  chance(): number;
  keyOf: KeyOf;
  web: WebAuth;
  /** May we make requests to this origin? */
  mayReach(origin: string): Promise<boolean>;
  /** Gives the permission for an origin back. */
  giveBack(origin: string): Promise<void>;
  t(name: MessageName, ...parts: (string | number)[]): string;
  report(error: unknown): void;
  /** A connection came or went. */
  listed(): void;
  /** The pace of each CRM account that was asked since the worker woke. */
  paces: Map<string, Pace>;
}
