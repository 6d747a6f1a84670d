import { applyMode, Mode } from '@cloudscape-design/global-styles';
import { useEffect, useState } from 'react';

const preference = matchMedia('(prefers-color-scheme: dark)');

export interface ColorMode {
  readonly dark: boolean;
  readonly toggle: () => void;
}

/** The colours of the console: those of the system until the user chooses others for this page. */
export function useMode(): ColorMode {
  const [dark, setDark] = useState(preference.matches);
  useEffect(() => {
    const follow = ({ matches }: MediaQueryListEvent) => setDark(matches);
    preference.addEventListener('change', follow);
    return () => preference.removeEventListener('change', follow);
  }, []);
  useEffect(() => applyMode(dark ? Mode.Dark : Mode.Light), [dark]);
  return { dark, toggle: () => setDark((before) => !before) };
}
