import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { useAction } from '../client/use-action.ts';
import { Failure } from './failure.tsx';

interface DialogProps {
  readonly title: string;
  readonly submit: string;
  /** False while something is missing. */
  readonly ready: boolean;
  readonly onSubmit: () => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question with one answer that changes something. It stays open with the reason if that fails. */
export function Dialog({ title, submit, ready, onSubmit, onClose, children }: DialogProps) {
  const { run, busy, failure } = useAction(onSubmit);
  return (
    <Modal
      visible
      header={title}
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Cancel
            </Button>
            <Button variant="primary" disabled={!ready} loading={busy} onClick={() => void run()}>
              {submit}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !busy) void run();
        }}
      >
        <Failure failure={failure} />
        {children}
        <input type="submit" hidden />
      </form>
    </Modal>
  );
}
