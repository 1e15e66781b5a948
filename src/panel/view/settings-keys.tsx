import { Keyboard } from 'lucide';
import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { hasSidePanel } from '../../platform/browser.ts';
import { t, type MessageName } from '../../platform/locale.ts';
import { keyOfCommand } from '../../platform/toolbar.ts';
import { Section } from '../part/section.tsx';

const COMMANDS = [['save-prospect', 'command_save_prospect'], ['_execute_action', 'command_open_panel']] as const;

/** The keys of the panel, by the place where they work; the help (?) shows those in force. */
const PLACES: { name: MessageName; keys: [keys: string, label: MessageName][] }[] = [
  { name: 'settings_keys_everywhere', keys: [['1 – 6', 'settings_key_places'], ['?', 'keys'], ['Esc', 'settings_key_escape']] },
  { name: 'page', keys: [['S', 'key_save'], ['N', 'key_note'], ['F', 'key_follow_up'], ['R', 'key_read']] },
  { name: 'today', keys: [['J  K', 'settings_key_move'], ['D', 'key_done'], ['Z', 'key_snooze'], ['O', 'key_open']] },
  { name: 'questions', keys: [['J  K', 'settings_key_move'], ['←', 'question_key_left'], ['→', 'question_key_right'], ['S', 'crm_sync_now']] },
  { name: 'people', keys: [['/', 'people_key_search'], ['J  K', 'settings_key_move'], ['↵', 'key_record'], ['X', 'people_key_select']] },
];

/** The keys the browser has really given to the commands, how to change them, and the keys of the panel. */
export function KeysSection(): VNode {
  const [given, setGiven] = useState<Record<string, string>>();
  useEffect(() => {
    const look = async (): Promise<void> => setGiven(Object.fromEntries(await Promise.all(COMMANDS.map(async ([name]) => [name, await keyOfCommand(name)]))));
    const again = (): void => void look();
    again();
    // the rep changes them in another tab
    addEventListener('focus', again);
    return () => removeEventListener('focus', again);
  }, []);
  return (
    <Section icon={Keyboard} title={t('settings_keys')}>
      <dl class="keys">
        {COMMANDS.map(([name, label]) => (
          <div key={name}><dt>{given && (given[name] ? <kbd>{given[name]}</kbd> : <span class="bad-text small">{t('settings_key_none')}</span>)}</dt><dd>{t(label)}</dd></div>
        ))}
      </dl>
      <p class="small muted">{t(hasSidePanel() ? 'settings_keys_change_chrome' : 'settings_keys_change_firefox')}</p>
      <details>
        <summary>{t('settings_keys_panel')}</summary>
        {PLACES.map(({ name, keys }) => (
          <div key={name}>
            <h3>{t(name)}</h3>
            <dl class="keys">{keys.map(([key, label]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{t(label)}</dd></div>)}</dl>
          </div>
        ))}
      </details>
    </Section>
  );
}
