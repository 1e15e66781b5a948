/** The members of a JSON value that may be anything. */
export interface Json { [name: string]: unknown }

const LONGEST_TEXT = 20_000;

/** The value when it is an object, else one without members. */
export const object = (value: unknown): Json => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Json : {});

/** The entries of a list as objects; nothing when it is no list. */
export const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.map(object) : []);

/** A text of bounded length; a number as it is written; '' for anything else. */
export const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : typeof value === 'number' ? String(value) : '');

/** Cuts a list into pieces of at most `size`. */
export const pieces = <T>(all: readonly T[], size: number): T[][] => Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
