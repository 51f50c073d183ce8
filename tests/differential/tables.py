"""Random tables for the differential tests: a panel (group, time, x, y, z; each group and time once), and one with several
rows for a group and time.  z is positive and never missing; y may be missing; ties, offsets and scales of many kinds."""
import random

STYLES = {
    "normal": lambda r: f"{r.gauss(10, 3):.2f}",
    "few values": lambda r: str(r.randint(0, 4)),
    "offset": lambda r: f"{1e6 + r.gauss(0, 5):.3f}",
    "small": lambda r: f"{r.gauss(0, 1e-6):.9f}",
    "skew": lambda r: f"{r.lognormvariate(3, 1.5):.4f}",
    "whole": lambda r: str(r.randint(-10**9, 10**9)),
    "many digits": lambda r: repr(r.uniform(-1, 1)),
}


def panel(chance):
    groups = [chr(97 + i) for i in range(chance.randint(2, 6))]
    times = range(2000, 2000 + chance.randint(3, 24))
    x, y = (STYLES[chance.choice(sorted(STYLES))] for _ in "xy")
    gaps, missing = chance.choice([0, 0, 0.15]), chance.choice([0, 0.1])
    slope = chance.choice([0, 0, 0.5])
    lines = ["g,t,x,y,z"]
    for group in groups:
        for time in times:
            if time > 2001 and chance.random() < gaps:
                continue
            cell = "" if chance.random() < missing else y(chance)
            if cell and slope and "." in cell:
                cell = f"{float(cell) + slope * (time - 2000):.3f}"
            lines.append(f"{group},{time},{x(chance)},{cell},{chance.lognormvariate(2, 1) + 0.01:.3f}")
    return lines


def many(chance):
    y = STYLES[chance.choice(sorted(STYLES))]
    lines = ["g,t,y"]
    for _ in range(chance.randint(5, 120)):
        cell = "" if chance.random() < 0.05 else y(chance)
        lines.append(f"{chance.choice('abc')},{chance.randint(2000, 2004)},{cell}")
    return lines


def write(folder, count, seed):
    """N panel-*.csv and many-*.csv in FOLDER, the same for a SEED; and all together, with a column for the number."""
    together = {"panel": [], "many": []}
    for number in range(count):
        chance = random.Random(f"{seed} {number}")
        for kind, make in (("panel", panel), ("many", many)):
            lines = make(chance)
            (folder / f"{kind}-{number}.csv").write_text("\n".join(lines) + "\n")
            together[kind] += [f"table,{lines[0]}"] * (number == 0) + [f"{number},{line}" for line in lines[1:]]
    for kind, lines in together.items():
        (folder / f"{kind}.csv").write_text("\n".join(lines) + "\n")
