#!/usr/bin/env python3
"""Computes every figure independently from the dropped files, and compares them with the published ones.

  recompute.py expect DROPPED... EXPECTED        writes EXPECTED/indicators.csv, transitions.csv and overlaps.csv
  recompute.py compare EXPECTED/indicators.csv published/indicators.csv [INDICATOR...]   exit code 1 if any differs
  recompute.py check DROPPED... published/indicators.csv                                 both at once
  recompute.py figures DROPPED... figures.csv    the figures alone, before any symbol

DROPPED are files and folders as they go into import/. Shares nothing with the engine, its catalogue or its SQL, on
purpose: two people who read one specification should get one figure.
"""
import csv
import gc
import os
import sys

import headlines
import packs
from comparing import compare, compare_rows, read_rows
from published import COLUMNS, all_rows
from returned import Returned
from tables import OVERLAPS, TRANSITIONS, overlaps, transitions


def expected_rows(returned):
    return [{column: written(row[column]) for column in COLUMNS} for row in all_rows(returned)]


def written(cell):
    return '%.9f' % cell if isinstance(cell, float) else 'x' if cell is None else str(cell)


def expect(*arguments):
    *dropped, target = arguments
    returned = Returned(dropped)
    os.makedirs(target, exist_ok=True)
    for name, columns, rows in (('indicators', COLUMNS, expected_rows(returned)),
                                ('transitions', TRANSITIONS, transitions(returned)),
                                ('overlaps', OVERLAPS, overlaps(returned))):
        with open(os.path.join(target, name + '.csv'), 'w', encoding='utf-8', newline='') as file:
            writer = csv.DictWriter(file, columns, lineterminator='\n')
            writer.writeheader()
            count = 0
            for row in sorted(rows, key=lambda its: [str(its[column]) for column in columns]):
                writer.writerow({column: written(row[column]) for column in columns})
                count += 1
        print('%d rows in %s.csv' % (count, name))


FIGURES = ('time_period', 'network', 'hub', 'education_phase', 'breakdown', 'indicator', 'numerator', 'denominator',
           'n', 'value', 'lower', 'upper', 'schools', 'least', 'tau', 'needed')


def figures(*arguments):
    """One line per row of the matrix; empty if there is no figure or a return that it needs was not received."""
    *dropped, target = arguments
    with open(target, 'w', encoding='utf-8', newline='') as file:
        writer = csv.writer(file, lineterminator='\n')
        writer.writerow(FIGURES)
        writer.writerows(sorted(figure_line(row) for row in all_rows(Returned(dropped))))


def figure_line(row):
    its = row.get('figure')
    cells = [getattr(its, column) for column in FIGURES[6:]] if its else [None] * len(FIGURES[6:])
    if its:
        cells[4:6] = ['' if limit == 'z' else limit for limit in cells[4:6]]
    return [row[column] for column in FIGURES[:6]] + ['' if cell is None else written(cell) for cell in cells]


def check(*arguments):
    *dropped, published = arguments
    returned, folder = Returned(dropped), os.path.dirname(published)
    differs = compare_rows(expected_rows(returned), read_rows(published))
    for line in headlines.differences(returned, folder, lambda where, name: read_rows(os.path.join(where, name)),
                                      lambda where, name: os.path.exists(os.path.join(where, name))):
        differs = differs or line.startswith('    ')
        print(line)
    for line in packs.differences(returned, folder):
        differs = differs or line.startswith('    ')
        print(line)
    return differs


if __name__ == '__main__':
    gc.disable()  # nothing here refers to itself, and looking for it takes long
    command, arguments = (sys.argv[1] if len(sys.argv) > 3 else ''), sys.argv[2:]
    if command == 'expect':
        expect(*arguments)
    elif command == 'compare':
        sys.exit(1 if compare(arguments[0], arguments[1], arguments[2:]) else 0)
    elif command == 'figures':
        figures(*arguments)
    elif command == 'check':
        sys.exit(1 if check(*arguments) else 0)
    else:
        sys.exit(__doc__)
