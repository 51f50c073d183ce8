// polars.js JOB FILE: slopes of series, or sums and slopes of donors, on Polars; JOB none: the start-up.
const pl = require('nodejs-polars');
const [job, file] = process.argv.slice(2);
const col = pl.col;
const slope = (x, y) => pl.cov(x, y).div(x.var()).alias('slope');
if (job === 'series') {
  const x = col('year').cast(pl.Float64), y = col('value');
  const table = pl.scanCSV(file).select('iso3', 'indicator', 'year', 'value').filter(y.isNotNull())
    .groupBy(['iso3', 'indicator']).agg(slope(x, y), pl.pearsonCorr(x, y).pow(2).alias('r2'))
    .collectSync();
  process.stdout.write(table.writeCSV());
} else if (job === 'donors') {
  const cells = pl.scanCSV(file).select('donor', 'year', 'disbursed').filter(col('disbursed').isNotNull())
    .groupBy(['donor', 'year']).agg(col('disbursed').sum().alias('sum')).collectSync();
  const x = col('year').cast(pl.Float64);
  process.stdout.write(cells.groupBy('donor').agg(slope(x, col('sum'))).writeCSV());
}
