#!/usr/bin/env python3
"""Works out the figures a second time, from the definitions alone, and compares them with what was published.

  recompute.py expect TIDY REGISTER expected.csv [LISTS]          figures from what was meant, before any suppression
  recompute.py compare expected.csv indicators.csv [INDICATOR...]  exit code 1 when anything differs

TIDY is a folder of plain tables (engagement, pathway, delivery, pd_leads, stated_totals, survey, hubs, areas), the
year in them the one in which the academic year starts. REGISTER is the zip or folder of the two GIAS files. LISTS is
the folder that holds targets.csv and hubs.csv as a network sends them; without it there are no targets.
Shares nothing with the engine or its SQL, on purpose: two people who read one definition should get one figure.
"""
import csv
import sys

from comparing import COLUMNS, compare
from indicators import all_figures
from returned import Returned


def expect(tidy, register, target, lists=None):
    rows = [(time_period(year), network, hub, phase, breakdown, name) + tuple(written(cell) for cell in figure)
            for network, hub, year, name, phase, breakdown, figure in all_figures(Returned(tidy, register, lists))]
    with open(target, 'w', encoding='utf-8', newline='') as file:
        writer = csv.writer(file, lineterminator='\n')
        writer.writerow(COLUMNS)
        writer.writerows(sorted(rows))
    print('%d figures in %s' % (len(rows), target))


def time_period(year):
    return '%d%02d' % (year, (year + 1) % 100)


def written(cell):
    return '%.9f' % cell if isinstance(cell, float) else cell


if __name__ == '__main__':
    if len(sys.argv) in (5, 6) and sys.argv[1] == 'expect':
        expect(*sys.argv[2:])
    elif len(sys.argv) >= 4 and sys.argv[1] == 'compare':
        sys.exit(1 if compare(*sys.argv[2:4], sys.argv[4:]) else 0)
    else:
        sys.exit(__doc__)
