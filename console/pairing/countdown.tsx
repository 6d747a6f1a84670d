import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useEffect, useState } from 'react';

/** The time that is left, each second. A screen reader is told of the end only. */
export function Countdown({ until }: { readonly until: string }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const left = Math.ceil((Date.parse(until) - now) / 1000);
  if (left <= 0)
    return (
      <div role="status">
        <StatusIndicator type="error">The token has expired. Make another.</StatusIndicator>
      </div>
    );
  return (
    <div role="timer">
      Valid for {Math.floor(left / 60)}:{String(left % 60).padStart(2, '0')}
    </div>
  );
}
