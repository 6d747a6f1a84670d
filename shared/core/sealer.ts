/**
 * Encrypts credentials before they are stored. `context` names what the secret belongs to and is authenticated with it:
 * a sealed text copied to another object does not open.
 */
export interface Sealer {
  seal(context: string, plaintext: string): Promise<string>;
  /** Throws when the text was sealed for another context or with an unknown key. */
  open(context: string, sealed: string): Promise<string>;
}
