/**
 * Encrypts credentials before they are stored. `context` names the owner of the secret and is authenticated with it: a sealed text that was copied to
 * another object cannot be opened.
 */
export interface Sealer {
  seal(context: string, plaintext: string): Promise<string>;
  /** Throws when the text was sealed for another context or with an unknown key. */
  open(context: string, sealed: string): Promise<string>;
}
