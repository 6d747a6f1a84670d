import { deploymentApp } from './deployment-app.ts';
import { SettingError } from './setting-error.ts';

try {
  deploymentApp().synth();
} catch (error) {
  if (!(error instanceof SettingError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
