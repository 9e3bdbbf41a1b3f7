import { addressModel } from '../src/neo4j/address.js';
import { connect } from '../src/neo4j/connect.js';
import { FactErrors } from './factFiles.js';
import { loadDefault } from './load.js';
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
  if (key === undefined) await loadDefault(driver, address.database, (line) => console.log(line));
  else await settle({ driver, database: address.database }, key);
} catch (error) {
  console.error(error instanceof FactErrors ? `\n${error.message}` : error);
  process.exitCode = 1;
} finally {
  await driver.close();
}
process.off('disconnect', orphaned);
process.disconnect?.();
