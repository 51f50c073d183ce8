# trend.R FILE: least squares, Mann-Kendall's p and the median slope of each series, in base R
a <- commandArgs(TRUE)
t <- read.csv(a[1])
cat("indicator,slope,tau,sen\n")
for (s in split(t[!is.na(t$value), ], t$indicator[!is.na(t$value)])) {
  d <- outer(s$value, s$value, "-") / outer(s$year, s$year, "-")
  tau <- suppressWarnings(cor.test(s$year, s$value, method = "kendall", exact = FALSE))$estimate
  cat(sprintf("%s,%.12g,%.12g,%.12g\n", s$indicator[1], coef(lm(value ~ year, s))[2], tau,
              median(d[lower.tri(d)])))
}
