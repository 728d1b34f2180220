"""Compares published rows with expected ones: rows, counts, values, limits, symbols, change, comparison, coverage."""
import csv
import re
from collections import Counter

from indicators import INDICATORS
from published import CHANGE, COUNTS, KEY

VALUES = ('value', 'value_lower_ci', 'value_upper_ci', *CHANGE)
EXACT = (*COUNTS, 'change_hubs', 'hubs_contributing', 'hubs_open')
NEAR = (*VALUES, 'coverage_percent')
ALWAYS = {'time_identifier': 'Academic year', 'geographic_level': 'National', 'country_code': 'E92000001',
          'country_name': 'England'}
SYMBOLS = ('z', 'x', 'c', 'low')
NEVER_EXACT = ('rows_matched_percent', 'rows_left_out_percent')  # the specification does not say of which rows


def read_rows(path, names=()):
    with open(path, encoding='utf-8-sig', newline='') as file:
        return [row for row in csv.DictReader(file) if not names or row['indicator'] in names]


def compare(expected_path, published_path, only=()):
    return compare_rows(read_rows(expected_path, only), read_rows(published_path, only))


def compare_rows(expected, published):
    """Prints the differences by indicator and returns their number."""
    ours, theirs, found = {key_of(row): row for row in expected}, {}, []
    for row in published:
        key = key_of(row)
        if row['indicator'] in NEVER_EXACT:
            continue
        if key in theirs:
            found.append((key, 'row', 'once', 'twice'))
        theirs[key] = row
    found += [(key, 'row', 'present', 'missing') for key in ours.keys() - theirs.keys()]
    found += [(key, 'row', 'absent', 'present') for key in theirs.keys() - ours.keys()
              if not is_of_another_year(key, theirs[key])]
    for key in ours.keys() & theirs.keys():
        found += [(key, *difference) for difference in differences(ours[key], theirs[key])]
    tell(ours, sorted(found, key=str))
    return len(found)


def key_of(row):
    """Activities are compared by the key of their code."""
    key = [row[column] for column in KEY]
    if row['indicator'] == 'activities_spread_percent' and row['breakdown'] != 'Total':
        key[4] = re.sub(r'[‐‑‒–—−]', '-', row['breakdown'].strip().casefold()).rstrip(';,. ')
    return tuple(key)


def is_of_another_year(key, row):
    """Activities have yearly codes: a complete matrix may say that one did not exist, and need not."""
    return key[5] == 'activities_spread_percent' and row['symbol'] in ('x', 'z')


def number(text):
    try:
        return float(text)
    except (TypeError, ValueError):
        return None


def differences(ours, theirs):
    """(column, what it should be, what it is) of one row."""
    others = ours['open_symbol'].split('/') if ours['open_symbol'] else []
    allowed = {ours['symbol'], *('' if other == 'shown' else other for other in others)}
    if theirs['symbol'] not in allowed:
        yield 'symbol', ours['symbol'] or 'none', theirs['symbol'] or 'none'
    if theirs['symbol'] in SYMBOLS and theirs['value'] != theirs['symbol']:
        yield 'value', theirs['symbol'], theirs['value']
    same_symbol = theirs['symbol'] == ours['symbol'] or {theirs['symbol'], ours['symbol']} == {'', 'u'}
    for column in EXACT:
        if (same_symbol or column not in COUNTS) and not equal(ours[column], theirs[column], 0):
            yield column, ours[column], theirs[column]
    for column in NEAR:
        if (same_symbol or not column.startswith('value')) and not equal(ours[column], theirs[column], 0.001):
            yield column, ours[column], theirs[column]
    if ours['symbol'] != 'z' and ours['comparison'] != theirs['comparison']:
        yield 'comparison', ours['comparison'] or 'nothing', theirs['comparison'] or 'nothing'
    for column, wanted in ALWAYS.items():
        if column in theirs and theirs[column] != wanted:
            yield column, wanted, theirs[column]


def equal(a, b, within):
    x, y = number(a), number(b)
    if x is None or y is None:
        return (a or '') == (b or '')
    return abs(x - y) <= within + 1e-9


def tell(expected, found):
    rows, of_indicator = Counter(key[5] for key in expected), {}
    for difference in found:
        of_indicator.setdefault(difference[0][5], []).append(difference)
    order = list(INDICATORS)
    for name in sorted({*rows, *of_indicator}, key=lambda its: order.index(its) if its in order else len(order)):
        its = of_indicator.get(name, [])
        columns = Counter((column, kind(wanted), kind(got)) for _, column, wanted, got in its)
        print('%-36s %6d rows, %d differ' % (name, rows[name], len({key for key, *_ in its})))
        for (column, wanted, got), count in sorted(columns.items()):
            print('    %s should be %s, is %s: %d' % (column, wanted, got, count))
            first = [d for d in its if (d[1], kind(d[2]), kind(d[3])) == (column, wanted, got)][:3]
            for key, _, should, is_now in first:
                print('        %s %s %s %s %s: %s, is %s' % (key[0], key[1], key[2], key[3], key[4], should, is_now))
    print('%d rows, %d differences in %d rows' % (len(expected), len(found), len({key for key, *_ in found})))


def kind(cell):
    return 'a number' if number(cell) is not None else cell or 'nothing'
