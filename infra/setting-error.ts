/** A setting of the deployment that cannot be: the message says what to do. Every other error of the app is a defect and keeps its stack. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}
