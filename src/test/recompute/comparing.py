"""Compares what was published with what is expected: the rows, counts, values, limits and symbols of each."""
import csv
from collections import Counter

from indicators import INDICATORS, NAMED
from returned import NOT_GIVEN, RETURNS

COLUMNS = ('time_period', 'network', 'hub', 'education_phase', 'breakdown', 'indicator', 'numerator', 'denominator',
           'n', 'value', 'lower', 'upper', 'schools', 'least', 'tau', 'needed')
KEY = COLUMNS[:6]
COUNTS = ('numerator', 'denominator')
SHOWN = ('', 'u')


def number(text):
    try:
        return float(text)
    except (TypeError, ValueError):
        return None


# ---------------------------------------------------------------- symbols

def expected_symbols(row):
    """What may stand where the figure is not shown, or beside it; the empty word is a plain figure."""
    if does_not_apply(row):
        return {'z', 'x'} if row['indicator'] == 'totals_reconciled_percent' else {'z'}
    indicator, n = INDICATORS[row['indicator']], number(row['n'])
    if n is None:
        return {'x', 'z'} if indicator.sort == 'target' else {'x'}
    if indicator.sort in ('survey', 'score'):
        return survey_symbols(row, n, indicator.sort == 'score')
    if number(row['value']) is None:
        return {'x', 'c'} if indicator.sort == 'responses' else {'x'}
    return SYMBOLS[indicator.sort](row, n)


def does_not_apply(row):
    """A figure of a return that the network does not give; or, of a set of figures, the one on such a return."""
    names = {row['indicator'], row['breakdown']} & INDICATORS.keys()
    kinds = {kind for name in names for kind, _ in INDICATORS[name].needs}
    if row['indicator'] == 'returns_received_percent':
        kinds = {kind for kind in RETURNS if NAMED.get(kind, kind) == row['breakdown']}
    return any((row['network'], kind) in NOT_GIVEN for kind in kinds)


def survey_symbols(row, n, is_score):
    """Under ten respondents, a score is hidden by the disclosure rule and by its own; either symbol will do."""
    if n == 0:
        return {'c', 'x'}
    if n < 10:
        return {'c', 'x'} if is_score else {'c'}
    if is_score and n < 30:
        return {'x'} if int(row['schools']) >= 3 else {'x', 'c'}
    if int(row['schools']) < 3:
        return {'c'}
    return {'u'} if n < 30 else {''}


def few(row, counts):
    """One to four people."""
    return any(1 <= float(row[count]) <= 4 for count in counts)


def of_responses(row, n):
    """Whether a response rate is itself a survey figure is not said."""
    return {'', 'c', 'u', 'x'} if few_responses(row) else {'x'} if n < 10 else {''}


def few_responses(row):
    counts = [number(row[c]) for c in (*COUNTS, 'least')]
    return any(count is not None and count < 30 for count in counts)


# Of places such as hubs, and of indices on few schools, it is not said whether ten is their least number too.
SYMBOLS = {'count': lambda row, n: {'x'} if n < 10 else {''},
           'people': lambda row, n: {'c'} if few(row, COUNTS) else {'x'} if n < 10 else {''},
           'people per school': lambda row, n: {'c'} if few(row, COUNTS[:1]) else {'x', ''} if n < 10 else {''},
           'pupils': lambda row, n: {'x', 'c'} if n < 10 else {'', 'c'} if few(row, COUNTS) else {''},
           'responses': of_responses,
           'entities': lambda row, n: {'x', ''} if n < 10 else {''},
           'index': lambda row, n: {'x', ''} if min(n, number(row['least']) or n) < 10 else {''},
           'target': lambda row, n: {'x'} if n < 10 else {''}}


# ---------------------------------------------------------------- one row

def differences(expected, published):
    symbols = expected_symbols(expected)
    found = published['symbol']
    if found not in symbols:
        yield 'symbol', '/'.join(sorted(symbols)) or 'none', found or 'none'
    if found in SHOWN:
        yield from figure_differences(expected, published)
    else:
        if published['value'] != found:
            yield 'value', found, published['value']
        for limit in ('value_lower_ci', 'value_upper_ci'):
            if number(published[limit]) is not None:
                yield limit, 'no number', published[limit]
    yield from count_differences(expected, published, found)


def figure_differences(expected, published):
    for ours, theirs in (('value', 'value'), ('lower', 'value_lower_ci'), ('upper', 'value_upper_ci')):
        a, b = number(expected[ours]), number(published[theirs])
        if (a is None) != (b is None) or a is not None and abs(a - b) > 0.001:
            yield theirs, expected[ours] or 'no number', published[theirs]


def count_differences(expected, published, symbol):
    """Counts stand beside x where they are known, and nowhere beside c, z or a return that never came."""
    shown = symbol in (*SHOWN, 'x') and expected['n'] != ''
    for column in COUNTS:
        a, b = number(expected[column]) if shown else None, number(published[column])
        if a != b:
            yield column, expected[column] if shown else 'no number', published[column]
    if symbol in SHOWN and number(expected['n']) != number(published['n']):
        yield 'n', expected['n'], published['n']


# ---------------------------------------------------------------- all rows

def read_figures(path, names):
    with open(path, encoding='utf-8-sig', newline='') as file:
        return [row for row in csv.DictReader(file) if row['indicator'] in names]


def compare(expected_path, published_path, only=()):
    """The number of differences; of the named indicators, if any are named."""
    names = set(only) or INDICATORS.keys()
    expected = {tuple(row[k] for k in KEY): row for row in read_figures(expected_path, names)}
    published, found = {}, []
    for row in read_figures(published_path, names):
        key = tuple(row[k] for k in KEY)
        if key in published:
            found.append((key, 'row', 'once', 'twice'))
        published[key] = row
    found += [(key, 'row', 'present', 'missing') for key in expected.keys() - published.keys()]
    found += [(key, 'row', 'absent', 'present') for key in published.keys() - expected.keys()
              if not is_of_another_year(key, published[key])]
    for key in expected.keys() & published.keys():
        found += [(key, *difference) for difference in differences(expected[key], published[key])]
    tell(expected, sorted(found, key=str))
    return len(found)


def is_of_another_year(key, row):
    """Activities have yearly codes: a complete matrix may say that one did not exist, and need not."""
    return key[5] == 'activities_spread_percent' and row['symbol'] in ('x', 'z')


def tell(expected, found):
    rows = Counter(key[5] for key in expected)
    wrong = Counter(key[5] for key in {key for key, *_ in found})
    for name in sorted(INDICATORS.keys() & {*rows, *wrong}, key=list(INDICATORS).index):
        columns = Counter(column for key, column, *_ in found if key[5] == name)
        print(('%-36s %6d rows, %d differ  %s' % (name, rows[name], wrong[name], told(columns))).rstrip())
        for key, column, wanted, got in [its for its in found if its[0][5] == name][:5]:
            print('    %s: %s should be %s, is %s' % (' '.join(key[:5]), column, wanted, got))
    print('%d rows, %d differences' % (len(expected), len(found)))


def told(columns):
    return ', '.join('%s %d' % (column, count) for column, count in sorted(columns.items()))
