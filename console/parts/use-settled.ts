import { useEffect, useState } from 'react';

/** Milliseconds without a change after which a text is taken as it is. */
const settleMs = 250;

/** The text as it was when it did not change for a moment, so that typing a word asks the APIs once. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), settleMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
