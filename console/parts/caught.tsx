import { Component, type ReactNode } from 'react';
import { asConsoleError, type ConsoleError } from '../client/console-error.ts';
import { Failure } from './failure.tsx';

interface CaughtState {
  readonly failure?: ConsoleError | undefined;
}

/** Shows the failure of a page in its place, so that the rest of the console goes on. */
export class Caught extends Component<{ readonly children: ReactNode }, CaughtState> {
  override state: CaughtState = {};

  static getDerivedStateFromError(error: unknown): CaughtState {
    return { failure: asConsoleError(error) };
  }

  override render(): ReactNode {
    const { failure } = this.state;
    return failure ? <Failure failure={failure} onRetry={() => location.reload()} /> : this.props.children;
  }
}
