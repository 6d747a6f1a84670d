import { X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as tls from 'node:tls';
import { AgentError, errorCode } from '../agent-error.ts';
import { decodedText } from '../decoded-text.ts';
import { pemBlocks } from '../state/pem-blocks.ts';
import type { Environment } from './proxy.ts';

const certificatesIn = (text: string): string[] => ['CERTIFICATE', 'TRUSTED CERTIFICATE'].flatMap((label) => pemBlocks(text, label));

/** The certificates of a CA file, PEM (whatever stands around the blocks) or DER. Throws an AgentError that names the file. */
export async function readCaFile(file: string): Promise<string> {
  const content = await readFile(file).catch((cause: unknown) => {
    throw new AgentError('misconfigured', `cannot read the CA file ${file} (${errorCode(cause)})`, { cause });
  });
  const pem = certificatesIn(decodedText(content));
  const blocks: (string | Buffer)[] = pem.length === 0 && content[0] === 0x30 ? [content] : pem;
  if (blocks.length === 0) throw new AgentError('misconfigured', `the CA file ${file} holds no certificate; it must hold PEM certificates`);
  return blocks.map((block, index) => readable(block, `certificate ${index + 1} of the CA file ${file} cannot be read`)).join('');
}

function readable(block: string | Buffer, problem: string): string {
  try {
    return new X509Certificate(block).toString();
  } catch (cause) {
    throw new AgentError('misconfigured', problem, { cause });
  }
}

/** Files with the trusted authorities of systems: Debian and Alpine, Red Hat, SUSE, BSD. */
const systemFiles = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

let known: { readonly key: string; readonly certificates: string[] } | undefined;

/**
 * The authorities that Node trusts, those of the system, and those of `SSL_CERT_FILE` and `SSL_CERT_DIR`, each once. Node alone trusts only those it
 * ships with. Cached until `forgetAuthorities` is called.
 */
export function trustedAuthorities(environment: Environment): string[] {
  const key = JSON.stringify([environment.SSL_CERT_FILE, environment.SSL_CERT_DIR, environment.NODE_EXTRA_CA_CERTS]);
  if (known?.key !== key) known = { key, certificates: [...new Set([...ofNode(environment), ...ofSystem(environment)])] };
  return known.certificates;
}

/** Clears the cache after a server was not trusted, because the administrator may have added its authority. */
export function forgetAuthorities(): void {
  known = undefined;
}

/** Node before 22.15 has no function for the system's authorities. */
function ofNode({ NODE_EXTRA_CA_CERTS }: Environment): readonly string[] {
  return [...tls.rootCertificates, ...blocksOf(NODE_EXTRA_CA_CERTS)];
}

function ofSystem({ SSL_CERT_FILE, SSL_CERT_DIR }: Environment): string[] {
  const named = [SSL_CERT_FILE, ...(SSL_CERT_DIR ?? '').split(':').flatMap(filesOf)].flatMap(blocksOf);
  if (named.length > 0) return named;
  const first = systemFiles.map(blocksOf).find((blocks) => blocks.length > 0);
  // The stores of macOS and Windows are no files.
  return first ?? tls.getCACertificates?.('system') ?? [];
}

/**
 * Reads certificates; none if the file is absent or not a file, because the environment of an image may name missing files. Unreadable certificates
 * are left out, because one of them would invalidate all others.
 */
function blocksOf(file: string | undefined): string[] {
  if (!file) return [];
  try {
    return certificatesIn(readFileSync(file, 'latin1')).filter(isReadable);
  } catch {
    return [];
  }
}

function isReadable(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

function filesOf(folder: string): string[] {
  if (folder === '') return [];
  try {
    return readdirSync(folder).map((file) => join(folder, file));
  } catch {
    return [];
  }
}
