// peer_duckdb.js FOLDER: the statistics of the tables in FOLDER by DuckDB: lines `table,key,value`.
const { DuckDBInstance } = require('@duckdb/node-api');
const folder = process.argv[2];
const panel = `(select * from read_csv('${folder}/panel.csv', types={'y':'DOUBLE','x':'DOUBLE','z':'DOUBLE','g':'VARCHAR'}))`;
const many = `(select * from read_csv('${folder}/many.csv', types={'y':'DOUBLE','g':'VARCHAR'}) where y is not null)`;
const queries = [
  ...[['n', 'count(y)'], ['mean', 'avg(y)'], ['median', 'median(y)'], ['min', 'min(y)'], ['max', 'max(y)'],
    ['sd', 'stddev_samp(y)'], ['q0.25', 'quantile_cont(y, 0.25)'], ['q0.75', 'quantile_cont(y, 0.75)'],
    ['distinct', 'count(distinct y)']].map(([term, sql]) =>
    `select "table", 'describe|${term}|estimate', ${sql} from ${panel} group by 1`),
  ...[['sum', 'fsum(y)'], ['mean', 'favg(y)'], ['count', 'count(y)'], ['median', 'median(y)'], ['min', 'min(y)'],
    ['max', 'max(y)'], ['quantile(0.25)', 'quantile_cont(y, 0.25)']].map(([kind, sql]) =>
    `select "table", 'aggregate|${kind}|' || g || '|' || t, ${sql} from ${many} group by "table", g, t`),
  `select "table", 'rank|' || g || '|' || t || '|rank_low', rank() over (partition by "table", t order by y desc)
   from ${panel} where y is not null`,
  `select "table", 'indicator|' || g || '|' || t || '|share', 100 * z / sum(z) over (partition by "table", t) from ${panel}`,
];
(async () => {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  for (const sql of queries) await connection.run(`COPY (${sql}) TO '/dev/stdout' (FORMAT csv, HEADER false)`);
})().catch((error) => { console.error(String(error)); process.exit(1); });
