import neo4j, { type Driver, Neo4jError } from 'neo4j-driver';
import type { Address } from './address.js';
import { SetupError } from './setupError.js';

const patience = 5_000;
const kernelVersion = "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version";

/** Opens a driver once the database has answered as this user. What the user can mend is a SetupError. */
export async function connect(address: Address): Promise<Driver> {
  const driver = open(address);
  try {
    requireVersion(address, await versionOf(driver, address.database));
    return driver;
  } catch (error) {
    await driver.close();
    throw explained(address, error);
  }
}

function open({ uri, user, password }: Address): Driver {
  try {
    return neo4j.driver(uri, neo4j.auth.basic(user, password), {
      disableLosslessIntegers: true,
      connectionAcquisitionTimeout: patience,
      connectionTimeout: patience,
      maxTransactionRetryTime: patience,
      telemetryDisabled: true,
    });
  } catch (cause) {
    const rule = 'A Neo4j address is like bolt://localhost:7687 or neo4j+s://example.databases.neo4j.io';
    throw new SetupError(`${rule}, but got ${uri}. Correct NEO4J_URI.`, { cause });
  }
}

async function versionOf(driver: Driver, database: string): Promise<string> {
  const session = driver.session({ database, defaultAccessMode: neo4j.session.READ });
  try {
    const { records } = await session.run<{ version: string }>(kernelVersion);
    return records[0]?.get('version') ?? 'unknown';
  } finally {
    await session.close();
  }
}

/** Versions are 5.26.30, 5.27-aura, 2025.07.1. */
function requireVersion({ uri }: Address, version: string): void {
  const [major = 0, minor = 0] = version.split(/[.-]/).map(Number);
  if (major > 5 || (major === 5 && minor >= 26)) return;
  throw new SetupError(`Neo4j must be 5.26 or later, but ${uri} is ${version}. Upgrade it, or unset NEO4J_URI to run the embedded one.`);
}

function explained(address: Address, error: unknown): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const sentence = sentenceFor(address, error);
  return sentence === undefined ? error : new SetupError(sentence, { cause: error });
}

function sentenceFor({ uri, user, database }: Address, { code, message }: Neo4jError): string | undefined {
  switch (code) {
    case 'ServiceUnavailable':
    case 'SessionExpired':
    case 'N/A': // the driver itself: no answer in time, or no Neo4j at the other end
      return `No Neo4j could be reached at ${uri} (${message.split('Caused by: ').at(-1)}). Start it, or correct NEO4J_URI.`;
    case 'Neo.ClientError.Security.Unauthorized':
      return `Neo4j at ${uri} refused the password of user ${user}. Correct NEO4J_USER and NEO4J_PASSWORD.`;
    case 'Neo.ClientError.Security.AuthenticationRateLimit':
      return `Neo4j at ${uri} was given too many wrong passwords for user ${user}. Correct NEO4J_PASSWORD and try again in a few seconds.`;
    case 'Neo.ClientError.Security.CredentialsExpired':
      return `Neo4j at ${uri} wants user ${user} to change the password first. Log in once with cypher-shell or Neo4j Browser.`;
    case 'Neo.ClientError.Database.DatabaseNotFound':
      return `Neo4j at ${uri} has no database ${database}. Correct NEO4J_DATABASE, or create it with CREATE DATABASE.`;
    default:
      return undefined;
  }
}
