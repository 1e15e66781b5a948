import type { VNode } from 'preact';
export function IcpView(): VNode { return <p />; }
