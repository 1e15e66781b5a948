/** The browser by name and main version, e.g. `Firefox 153`; nothing that tells one machine from another. */
export function browserName(): string {
  const [, name, version] = /\b(Firefox|Edg|Chrome)\/(\d+)/.exec(navigator.userAgent.replace(/Chrome\/\S+ (?=.*Edg\/)/, '')) ?? [];
  return name && version ? `${name === 'Edg' ? 'Edge' : name} ${version}` : 'unknown';
}
