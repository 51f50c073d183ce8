# peer_r.R FOLDER: the statistics of the tables in FOLDER by R: lines `table,key,value`.
folder <- commandArgs(TRUE)[1]
options(digits = 17, warn = -1)
say <- function(table, key, value)
  if (length(value) == 1 && is.finite(value)) cat(table, ",", key, ",", format(value, digits = 17), "\n", sep = "")

trend <- function(table, group, t, y) {
  if (length(y) < 4 || all(y == y[1])) return()
  fit <- summary(lm(y ~ t))
  if (fit$r.squared > 1 - 1e-9) return()
  key <- paste0("trend|", group, "|ols|")
  say(table, paste0(key, "slope|estimate"), fit$coefficients[2, 1])
  say(table, paste0(key, "slope|std_error"), fit$coefficients[2, 2])
  say(table, paste0(key, "slope|statistic"), fit$coefficients[2, 3])
  say(table, paste0(key, "slope|p_value"), fit$coefficients[2, 4])
  say(table, paste0(key, "r2|estimate"), fit$r.squared)
  say(table, paste0(key, "adj_r2|estimate"), fit$adj.r.squared)
  say(table, paste0(key, "sigma|estimate"), fit$sigma)
  say(table, paste0(key, "F|estimate"), fit$fstatistic[[1]])
}

correlate <- function(table, x, y) {
  if (length(y) < 4 || all(y == y[1]) || all(x == x[1])) return()
  r <- cor.test(x, y)
  say(table, "correlate|pearson|r|estimate", r$estimate[[1]])
  say(table, "correlate|pearson|r|statistic", r$statistic[[1]])
  say(table, "correlate|pearson|r|p_value", r$p.value)
  say(table, "correlate|pearson|r|conf_low", r$conf.int[1])
  say(table, "correlate|pearson|r|conf_high", r$conf.int[2])
  say(table, "correlate|spearman|rho|estimate", cor(x, y, method = "spearman"))
  say(table, "correlate|kendall-tau-b|tau-b|estimate", cor(x, y, method = "kendall"))
  if (!anyDuplicated(x) && !anyDuplicated(y) && length(y) < 50)
    say(table, "correlate|kendall-tau-b|tau-b|p_value", cor.test(x, y, method = "kendall", exact = TRUE)$p.value)
  # cor.test counts all permutations to n = 9; beyond, it takes an Edgeworth series.
  if (!anyDuplicated(x) && !anyDuplicated(y) && length(y) < 10)
    say(table, "correlate|spearman|rho|p_value", cor.test(x, y, method = "spearman", exact = TRUE)$p.value)
}

describe <- function(table, y) {
  say(table, "describe|mean|estimate", mean(y))
  say(table, "describe|sd|estimate", sd(y))
  say(table, "describe|median|estimate", median(y))
  say(table, "describe|q0.25|estimate", quantile(y, 0.25)[[1]])
  say(table, "describe|q0.75|estimate", quantile(y, 0.75)[[1]])
  if (length(y) > 1 && any(y != y[1])) {
    test <- t.test(y)
    say(table, "describe|mean|conf_low", test$conf.int[1])
    say(table, "describe|mean|conf_high", test$conf.int[2])
  }
}

panel <- read.csv(file.path(folder, "panel.csv"), colClasses = c(g = "character"))
for (table in split(panel, panel$table)) {
  known <- table[!is.na(table$y), ]
  for (rows in split(known, known$g)) trend(rows$table[1], rows$g[1], rows$t, rows$y)
  correlate(known$table[1], known$x, known$y)
  describe(known$table[1], known$y)
}
