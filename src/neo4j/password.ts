import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The password in home/password, which only its owner can read; made at the first start. The launcher gives it to Neo4j at every start, so a file
 * that is lost or edited locks nobody out.
 */
export async function ownPassword(home: string, report: (line: string) => void): Promise<string> {
  const file = join(home, 'password');
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim();
  if (existsSync(join(home, 'data'))) {
    report(`${file} is gone, but the data is there: a new password is generated and given to Neo4j.`);
  }
  const password = randomBytes(24).toString('base64url');
  await writeFile(file, `${password}\n`, { mode: 0o600, flag: 'wx' });
  return password;
}
