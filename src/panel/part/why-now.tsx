import type { VNode } from 'preact';
import { bareHost, webUrl } from '../../domain/identity.ts';
import type { Signal } from '../../domain/prospect.ts';
import { openAddress } from '../../platform/tabs.ts';
import { dateWord, signalLine, signalWhy, signalWord } from '../state/words.ts';

/** One signal in words: what it is, what it says, where that was read, and why it is a reason to act now. */
export function WhyNow({ signal }: { signal: Signal }): VNode {
  return (
    <div class="why-now" data-testid="signal">
      <p dir="auto"><strong>{signalWord(signal)}</strong> <span class="small muted">{dateWord(signal.at)}</span> <AddressLink url={signal.url} /></p>
      {signalLine(signal) && <p dir="auto">{signalLine(signal)}</p>}
      <p class="small muted">{signalWhy(signal)}</p>
    </div>
  );
}

/** An address as the host it is on, opened in a tab; nothing when it is no web address. */
export function AddressLink({ url: address }: { url: string }): VNode | null {
  const url = webUrl(address);
  if (!url) return null;
  return <a class="small" href={url.href} rel="noreferrer" onClick={(event) => { event.preventDefault(); void openAddress(url.href); }}>{bareHost(url)}</a>;
}
