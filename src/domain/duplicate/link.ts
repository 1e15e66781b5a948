const LINK = /\bhttps?:\/\/[^\s"'<>()]+|\b(?:[a-z0-9-]+\.)+[a-z]{2,}\/[^\s"'<>()]+/gi;
const LONGEST = 2_000;

/** The web addresses in these texts, as written; a text that is one without a path counts as well. */
export function linksIn(texts: readonly (string | undefined)[]): string[] {
  return texts.flatMap((text) => {
    const shown = text?.slice(0, LONGEST) ?? '';
    return shown.includes('/') ? shown.match(LINK) ?? [] : /^[\w-]+(?:\.[\w-]+)+$/.test(shown) ? [shown] : [];
  });
}
