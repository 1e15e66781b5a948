import type { ProfileKey } from '../domain/identity.ts';
import { meta } from './reading/head.ts';
import { list, own, string } from './reading/json-ld.ts';
import { region } from './reading/region.ts';
import { routed } from './reading/routes.ts';
import { sighted } from './reading/sight.ts';
import { dig, find, state } from './reading/state.ts';

const TABS = '(?:/(?!search$)[a-z]+)?$';

/** `youtube.com/@handle`, `/channel/UC…` and the two older spellings; only the channel id never changes. */
export const address = routed({
  name: 'youtube', home: 'https://www.youtube.com/', hosts: ['www.youtube.com', 'm.youtube.com'],
  routes: () => [
    ['person', new RegExp(`^/(@[^/?]{3,60})${TABS}`), '$1'],
    ['person', new RegExp(`^/channel/(UC[\\w-]{22})${TABS}`), 'channel/$!1'],
    ['person', new RegExp(`^/(c|user)/([^/?]{1,80})${TABS}`), '$1/$2'],
  ],
});

const channel = (id: string): ProfileKey | '' => (/^UC[\w-]{22}$/.test(id) ? `youtube:channel/${id}` : '');

export default sighted(address, (doc, at) => {
  // an older address leads to the channel without being named on it
  const claimed = /:(c|user)\//.test(at.key) && at.key;
  const keys = (text: string): ProfileKey | '' => {
    const handle = /(?:^|youtube\.com\/)(@[^/?\s]+)/.exec(text)?.[1];
    return handle ? `youtube:${decodeURIComponent(handle).toLowerCase()}` : '';
  };
  const header = region(doc.querySelector('#page-header, ytd-c4-tabbed-header-renderer, #channel-header, ytm-c4-tabbed-header-renderer'));
  const handle = header.all('#channel-handle, yt-content-metadata-view-model span, .channel-handle').map((one) => one.textContent?.trim() ?? '').find((shown) => shown.startsWith('@')) ?? '';
  const counts = (from: unknown): string[] => list(from).map((one) => (typeof one === 'string' ? one : '')).filter((one) => /\d/.test(one));
  return [
    () => {
      const data = state(doc, 'ytInitialData');
      const channelData = dig(data, 'metadata.channelMetadataRenderer');
      const old = dig(data, 'header.c4TabbedHeaderRenderer');
      // since 2024: rows of texts, "@handle" alone, then "<n> subscribers" and "<n> videos"
      const rows = old ? [] : list(own(find(dig(data, 'header.pageHeaderRenderer'), (node) => Array.isArray(own(node, 'metadataRows'))), 'metadataRows')).flatMap((row) => list(own(row, 'metadataParts')).map((part) => dig(part, 'text.content')));
      const id = string(channelData, 'externalId');
      const named = string(channelData, 'vanityChannelUrl') || String(dig(channelData, 'ownerUrls.0') ?? '') || String(dig(old, 'navigationEndpoint.browseEndpoint.canonicalBaseUrl') ?? '').slice(1);
      return id && {
        source: 'state', sure: 1, who: [channel(id), keys(named), claimed],
        values: {
          name: string(channelData, 'title'), handle: keys(named) && /@[^/?\s]+/.exec(named)?.[0], about: string(channelData, 'description'),
          avatar: dig(channelData, 'avatar.thumbnails.0.url'),
          followers: dig(old, 'subscriberCountText.simpleText') ?? counts(rows)[0],
          posts: list(dig(old, 'videosCountText.runs')).map((run) => string(run, 'text')).join('') || counts(rows)[1],
        },
      };
    },
    () => handle && {
      source: 'structure', sure: 0.85, who: [keys(handle), claimed],
      values: { name: header.text('h1, #channel-name #text'), handle, avatar: header.attr('img[src*="yt3."]', 'src'), followers: header.text('#subscriber-count') || counts(header.all('yt-content-metadata-view-model span[role="text"]').map((one) => one.textContent))[0] },
    },
    () => meta(doc, 'og:type') === 'profile' && {
      source: 'open-graph', sure: 0.8, who: [channel(/UC[\w-]{22}/.exec(meta(doc, 'og:url'))?.[0] ?? ''), keys(meta(doc, 'og:url')), claimed],
      values: { name: meta(doc, 'og:title'), about: meta(doc, 'og:description'), avatar: meta(doc, 'og:image') },
    },
  ];
});
