/** What we use of the browser's model on this machine (the Prompt API); browsers without it have no such global. */
interface LanguageModel {
  availability(options: object): Promise<'unavailable' | 'downloadable' | 'downloading' | 'available'>;
  create(options: object): Promise<{ prompt(text: string, options?: { signal?: AbortSignal }): Promise<string>; destroy(): void }>;
}

/** `download`: the browser would first have to fetch the model, which only the rep may start. */
export type ModelState = 'none' | 'download' | 'ready';

/** Whether this browser has a model on the machine. Asking starts nothing. */
export async function modelState(language: string): Promise<ModelState> {
  const model = offered();
  if (!model) return 'none';
  const state = await model.availability(spoken(language)).catch(() => 'unavailable' as const);
  return state === 'available' ? 'ready' : state === 'unavailable' ? 'none' : 'download';
}

/** The model's answer, made on this machine; null when there is none or it fails. The session is gone afterwards. */
export async function askModel({ system, prompt }: { system: string; prompt: string }, language: string, signal: AbortSignal): Promise<string | null> {
  const model = offered();
  if (!model) return null;
  try {
    const session = await model.create({ ...spoken(language), initialPrompts: [{ role: 'system', content: system }], signal });
    try {
      return await session.prompt(prompt, { signal });
    } finally {
      session.destroy();
    }
  } catch {
    return null;
  }
}

function offered(): LanguageModel | undefined {
  const model = (globalThis as { LanguageModel?: LanguageModel }).LanguageModel;
  return typeof model?.availability === 'function' && typeof model.create === 'function' ? model : undefined;
}

function spoken(language: string): object {
  return { expectedInputs: [{ type: 'text', languages: [language] }], expectedOutputs: [{ type: 'text', languages: [language] }] };
}
