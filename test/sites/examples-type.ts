export interface SiteExamples { spellings: { url: string; kind: 'person'|'company'|'list'|'either'; key: string }[]; none: string[] }
