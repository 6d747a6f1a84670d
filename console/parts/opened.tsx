import ExpandableSection from '@cloudscape-design/components/expandable-section';
import { type ReactNode, useState } from 'react';

/** A section that is closed at first. Its content is made, and reads what it shows, once it is open. */
export function Opened({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const [expanded, setExpanded] = useState(false);
  return (
    <ExpandableSection headerText={title} expanded={expanded} onChange={({ detail }) => setExpanded(detail.expanded)}>
      {expanded && children}
    </ExpandableSection>
  );
}
