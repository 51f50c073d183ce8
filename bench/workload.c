/* workload.c -- the data of the benchmarks, made anew from fixed seeds: the same bytes everywhere.

   workload panel SERIES YEARS    one row a series and year, some values blank, three kinds of decimals
   workload aid ROWS              micro-data of aid: 12 columns, quoted titles with commas and quotes
   workload points ROWS           x whole, with ties; y with two decimals, with ties
   workload line ROWS             x counts up; y with four decimals around a slope
   workload wide COLUMNS ROWS     numbers of four decimals, correlated by a common factor
   workload people ROWS           people in regions and years, with an income
   workload groups ROWS GROUPS    a group, a year and an amount of two decimals, the groups in turn
   workload sdmx ROWS             SDMX-CSV as statistical offices publish it: six dimensions, months, flags
   workload codes ROWS            two keys and a value, each pair of keys once, for a join */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state;

/* splitmix64 (Steele, Lea & Flood 2014). */
static uint64_t bits(void)
{
  uint64_t z = state += UINT64_C(0x9e3779b97f4a7c15);

  z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static unsigned below(unsigned limit)
{
  return (unsigned)((bits() >> 32) * limit >> 32);
}

static double unit(void)
{
  return (double)(bits() >> 11) * 0x1p-53;
}

/* Twelve uniform numbers less six: near enough to a normal one, and no library decides its digits. */
static double noise(void)
{
  double sum = -6;

  for (int i = 0; i < 12; i++)
    sum += unit();
  return sum;
}

/* A code of three letters for any number below 17576. */
static const char *code_of(unsigned number, char code[4])
{
  code[0] = (char)('A' + number / 676 % 26);
  code[1] = (char)('A' + number / 26 % 26);
  code[2] = (char)('A' + number % 26);
  code[3] = '\0';
  return code;
}

static void panel(unsigned series, unsigned years)
{
  char code[4];

  puts("iso3,country,indicator,year,value");
  for (unsigned s = 0; s < series; s++) {
    const unsigned country = s / 50;
    const int decimals = (int)(s % 3) * 3;
    const double level = 20 + 900 * unit(), slope = 2 * noise(), spread = 1 + 30 * unit();

    code_of(country * 89 % 17576, code);
    for (unsigned y = 0; y < years; y++) {
      if (country % 9 == 4)
        printf("%s,\"%s, Republic of\",IND.%02u.%u,%u,", code, code, s % 50, country % 7, 1960 + y);
      else
        printf("%s,%s land,IND.%02u.%u,%u,", code, code, s % 50, country % 7, 1960 + y);
      if (below(25) == 0)
        putchar('\n');
      else
        printf("%.*f\n", decimals, level + slope * y + spread * noise());
    }
  }
}

static const char *const words[] = {
    "Rural", "urban", "water", "schools", "clinics",  "roads",   "support", "reform", "of",
    "for",   "local", "phase", "budget",  "training", "harvest", "energy",  "women",  "youth"};

/* A title of three to seven words, in quotes: some have commas, some quotes of their own. */
static void put_title(void)
{
  const unsigned count = 3 + below(5);
  const unsigned comma = below(8), quoted = below(40);

  putchar('"');
  for (unsigned i = 0; i < count; i++) {
    const char *word = words[below(sizeof words / sizeof *words)];

    printf(i == quoted ? "%s\"\"%s\"\"" : "%s%s", i > 0 ? " " : "", word);
    if (i == comma)
      putchar(',');
  }
  putchar('"');
}

static void aid(unsigned long rows)
{
  char donor[4], recipient[4];

  puts("id,project,year,donor_code,donor,recipient_code,recipient,purpose,flow,title,committed,"
       "disbursed");
  for (unsigned long r = 0; r < rows; r++) {
    const unsigned d = below(40), c = below(180), year = 1995 + below(29);
    const double u = unit(), amount = 25 * u * u * u * (1 + d) + 0.02 * (year - 1995);

    printf("%u%07lu,P-%06u,%u,%u,", year, r % 10000000, below(1000000), year, d + 1);
    printf(d % 10 == 3 ? "\"%s, Fund of\"," : "%s,", code_of(d * 411 + 5, donor));
    printf("%u,%s,%u,%s,", c + 100, code_of(c * 97 + 11, recipient), 11000 + 10 * below(400),
           below(5) == 0 ? "Loan" : "Grant");
    put_title();
    printf(",%.6f,", 1.2 * amount);
    if (below(30) == 0)
      putchar('\n');
    else
      printf("%.6f\n", amount);
  }
}

static void points(unsigned long rows)
{
  puts("x,y");
  for (unsigned long r = 0; r < rows; r++) {
    const double x = floor(unit() * 0.4 * (double)rows);

    printf("%.0f,%.2f\n", x, 0.0002 * x + 40 * noise());
  }
}

static void line(unsigned long rows)
{
  puts("x,y");
  for (unsigned long r = 0; r < rows; r++)
    printf("%lu,%.4f\n", r + 1, 1e-6 * (double)r + noise());
}

static void wide(unsigned columns, unsigned rows)
{
  for (unsigned c = 0; c < columns; c++)
    printf("%sc%u", c > 0 ? "," : "", c);
  putchar('\n');
  for (unsigned r = 0; r < rows; r++) {
    const double common = noise();

    for (unsigned c = 0; c < columns; c++)
      printf("%s%.4f", c > 0 ? "," : "", noise() + common * (c % 5) / 5);
    putchar('\n');
  }
}

static void people(unsigned long rows)
{
  puts("person,region,year,income");
  for (unsigned long r = 0; r < rows; r++)
    printf("P%07lu,R%02u,%u,%.2f\n", r % (rows / 20 + 1), below(50),
           2004 + (unsigned)(r / (rows / 20 + 1)), 90000 * unit() * unit());
}

static void groups(unsigned long rows, unsigned long count)
{
  puts("g,t,v");
  for (unsigned long r = 0; r < rows; r++)
    printf("G%07lu,%lu,%.2f\n", r % count, 2000 + r / count % 20, 1000 * unit());
}

/* Twenty years of months of each series; the series are pairs of 40 places and as many products as there must be. */
static void sdmx(unsigned long rows)
{
  char place[4], product[4];

  puts("DATAFLOW,LAST UPDATE,freq,unit,product,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG");
  for (unsigned long r = 0; r < rows; r++) {
    const unsigned month = (unsigned)(r % 240), geo = (unsigned)(r / 240 % 40),
                   series = (unsigned)(r / 9600);

    printf("XSTAT:GOATS_M(1.0),2024-06-03T11:00:00,M,%s,%s,%s,%u-%02u,",
           series % 3 == 0 ? "NR" : "THS_EUR", code_of(series * 89 % 17576, product),
           code_of(geo * 97 + 11, place), 2004 + month / 12, month % 12 + 1);
    if (below(50) == 0)
      puts(",c");
    else
      printf("%.*f,%s\n", (int)(series % 3), 5000 * unit(),
             below(20) == 0   ? "p"
             : below(30) == 0 ? "e"
                              : "");
  }
}

/* In an order of its own: 7919 is a prime that no number of rows is a multiple of. */
static void codes(unsigned long rows)
{
  puts("person,year,tax");
  for (unsigned long i = 0; i < rows; i++) {
    const unsigned long r = i * 7919 % rows;

    printf("P%07lu,%u,%.2f\n", r % (rows / 20 + 1), 2004 + (unsigned)(r / (rows / 20 + 1)),
           20000 * unit());
  }
}

static unsigned long number(char **argv, int argc, int at)
{
  return argc > at ? strtoul(argv[at], NULL, 10) : 0;
}

int main(int argc, char **argv)
{
  static char buffer[1 << 18];
  const char *kind = argc > 1 ? argv[1] : "";
  const unsigned long first = number(argv, argc, 2), second = number(argv, argc, 3);

  setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
  for (const char *c = kind; *c != '\0'; c++)
    state = state * 31 + (unsigned char)*c;
  if (strcmp(kind, "panel") == 0 && second > 0)
    panel((unsigned)first, (unsigned)second);
  else if (strcmp(kind, "aid") == 0 && first > 0)
    aid(first);
  else if (strcmp(kind, "points") == 0 && first > 0)
    points(first);
  else if (strcmp(kind, "line") == 0 && first > 0)
    line(first);
  else if (strcmp(kind, "wide") == 0 && second > 0)
    wide((unsigned)first, (unsigned)second);
  else if (strcmp(kind, "people") == 0 && first > 0)
    people(first);
  else if (strcmp(kind, "groups") == 0 && second > 0)
    groups(first, second);
  else if (strcmp(kind, "sdmx") == 0 && first > 0)
    sdmx(first);
  else if (strcmp(kind, "codes") == 0 && first > 0)
    codes(first);
  else
    return fputs("usage: workload panel SERIES YEARS | aid ROWS | points ROWS | line ROWS | "
                 "wide COLUMNS ROWS | people ROWS | groups ROWS GROUPS | sdmx ROWS | codes ROWS\n",
                 stderr),
           2;
  return fflush(stdout) != 0 || ferror(stdout) != 0;
}
