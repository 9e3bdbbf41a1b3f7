import { readEnv } from '../src/env.js';
import { addressModel } from '../src/neo4j/address.js';
import { connect } from '../src/neo4j/connect.js';
import { SetupError } from '../src/neo4j/setupError.js';
import { FactErrors } from './factFiles.js';
import { chosenData, loadDefault } from './load.js';
import { settle } from './questions.js';

/**
 * Loads the default data into the database that MUSUBI_LOAD_INTO tells of, or settles what was decided of the record that MUSUBI_SETTLE names;
 * ends with the process that started it.
 */
const orphaned = () => process.exit(1);
process.on('disconnect', orphaned);
const address = addressModel.parse(JSON.parse(process.env['MUSUBI_LOAD_INTO'] ?? 'null'));
const driver = await connect(address);
try {
  const { MUSUBI_SETTLE: key } = process.env;
  if (key === undefined) await loadDefault(driver, address.database, (line) => console.log(line), chosenData(readEnv(process.env).MUSUBI_SOURCES));
  else await settle({ driver, database: address.database }, key);
} catch (error) {
  console.error(error instanceof FactErrors || error instanceof SetupError ? `\n${error.message}` : error);
  process.exitCode = 1;
} finally {
  await driver.close();
}
process.off('disconnect', orphaned);
process.disconnect?.();
