import { readEnv } from '../src/env.js';
import { type Address, addressModel } from '../src/neo4j/address.js';
import { connect } from '../src/neo4j/connect.js';
import { SetupError } from '../src/neo4j/setupError.js';
import { firstInBulk } from './bulk/first.js';
import { FactErrors } from './factFiles.js';
import { chosenData, type Data, loadDefault, loadDefaultInBulk } from './load.js';
import { settle } from './questions.js';

/**
 * Fills the home that MUSUBI_FIRST_LOAD names with the default data, or loads what is missing of it into the database that MUSUBI_LOAD_INTO tells
 * of, or settles there what was decided of the record that MUSUBI_SETTLE names; ends with the process that started it.
 */
const orphaned = () => process.exit(1);
process.on('disconnect', orphaned);
const report = (line: string) => console.log(line);
try {
  const { MUSUBI_FIRST_LOAD: home } = process.env;
  if (home === undefined) await loadInto(addressModel.parse(JSON.parse(process.env['MUSUBI_LOAD_INTO'] ?? 'null')));
  else await firstInBulk(home, report, (folder, jars) => loadDefaultInBulk(folder, jars, report, chosen()));
} catch (error) {
  console.error(error instanceof FactErrors || error instanceof SetupError ? `\n${error.message}` : error);
  process.exitCode = 1;
}
process.off('disconnect', orphaned);
process.disconnect?.();

async function loadInto(address: Address): Promise<void> {
  const driver = await connect(address);
  try {
    const { MUSUBI_SETTLE: key } = process.env;
    if (key === undefined) await loadDefault(driver, address.database, report, chosen());
    else await settle({ driver, database: address.database }, key);
  } finally {
    await driver.close();
  }
}

function chosen(): Data {
  return chosenData(readEnv(process.env).MUSUBI_SOURCES);
}
