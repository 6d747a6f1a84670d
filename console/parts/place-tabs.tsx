import Tabs from '@cloudscape-design/components/tabs';
import type { ReactNode } from 'react';
import { goTo, hrefTo, usePlace } from '../shell/place.ts';

export interface PlaceTab {
  readonly id: string;
  readonly label: string;
  readonly content: ReactNode;
}

/** Tabs of a page. The address names the open one, so that it can be passed on; the content of the others is not read. */
export function PlaceTabs({ tabs, label }: { readonly tabs: readonly PlaceTab[]; readonly label: string }) {
  const { path, parameters } = usePlace();
  const open = tabs.find(({ id }) => id === parameters.get('tab')) ?? tabs[0];
  return (
    <Tabs
      ariaLabel={label}
      activeTabId={open?.id ?? ''}
      onChange={({ detail }) => goTo(hrefTo(path, { tab: detail.activeTabId }))}
      tabs={tabs.map((tab) => ({ id: tab.id, label: tab.label, content: tab === open ? tab.content : null }))}
    />
  );
}
