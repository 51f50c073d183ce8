# data_table.R JOB FILE THREADS: slopes of series, or of the sums of donors, with data.table
a <- commandArgs(TRUE)
suppressMessages(library(data.table))
setDTthreads(as.integer(a[3]))
slope <- function(x, y) { d <- x - mean(x); sum(d * (y - mean(y))) / sum(d * d) }
if (a[1] == "series") {
  t <- fread(a[2], select = c("iso3", "indicator", "year", "value"), showProgress = FALSE)[!is.na(value)]
  fwrite(t[, .(slope = slope(year, value), r2 = cor(year, value)^2), keyby = .(iso3, indicator)])
} else if (a[1] == "donors") {
  t <- fread(a[2], select = c("donor", "year", "disbursed"), showProgress = FALSE)[!is.na(disbursed)]
  fwrite(t[, .(sum = sum(disbursed)), by = .(donor, year)][, .(slope = slope(year, sum)), by = donor])
}
