// duckdb.js THREADS [SQL]: one query on DuckDB, its result as CSV; without a query the start-up alone.
const { DuckDBInstance } = require('@duckdb/node-api');
const [threads, sql] = process.argv.slice(2);
(async () => {
  const database = await DuckDBInstance.create(':memory:', { threads });
  const connection = await database.connect();
  if (sql) await connection.run(`COPY (${sql}) TO '/dev/stdout' (FORMAT csv, HEADER)`);
})().catch((error) => { console.error(String(error)); process.exit(1); });
