import Alert from '@cloudscape-design/components/alert';
import type { ReactNode } from 'react';

/** Stands instead of a page that cannot be shown, with its heading and what to do. */
export const Warning = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Alert type="warning" header={<h1 className="warning-title">{title}</h1>}>
    {children}
  </Alert>
);
