import { Component, type ComponentChildren, type VNode } from 'preact';
import { TriangleAlert } from 'lucide';
import { t } from '../../platform/locale.ts';
import { Icon } from './icon.tsx';

/** The panel's one boundary: what throws below shows as a message with a way on, never as an empty panel. */
export class Boundary extends Component<{ children: ComponentChildren }, { failed: boolean }> {
  override state = { failed: false };

  static override getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
  }

  override render(): VNode {
    if (!this.state.failed) return <>{this.props.children}</>;
    return (
      <div class="empty" role="alert">
        <Icon of={TriangleAlert} />
        <h2>{t('broken_title')}</h2>
        <p>{t('broken_text')}</p>
        <button class="button" onClick={() => location.reload()}>{t('reload')}</button>
      </div>
    );
  }
}
