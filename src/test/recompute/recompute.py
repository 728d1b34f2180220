#!/usr/bin/env python3
"""Works out the figures a second time, from the definitions alone, and compares them with what was published.

  recompute.py expect TIDY REGISTER expected.csv       figures from what was meant, before any suppression
  recompute.py compare expected.csv indicators.csv     exit code 1 when anything differs

TIDY is a folder of plain tables (engagement, pathway, delivery, pd_leads, stated_totals, survey, hubs, areas), the
year in them the one in which the academic year starts. REGISTER is the zip or folder of the two GIAS files.
Shares nothing with the engine or its SQL, on purpose: two people who read one definition should get one figure.
"""
import csv
import datetime
import functools
import glob
import io
import math
import os
import sys
import zipfile
from collections import Counter, namedtuple

PHASE_OF = {'Primary': 'Primary', 'Middle deemed primary': 'Primary', 'Secondary': 'Secondary',
            'Middle deemed secondary': 'Secondary', 'All-through': 'Secondary', '16 plus': 'Post-16'}
PHASES = ('Total', 'Primary', 'Secondary', 'Post-16', 'Other')
STATE_FUNDED = {'Academies', 'Free Schools', 'Local authority maintained schools', 'Special schools'}
RETURNS = ('engagement', 'pathway', 'delivery', 'pd_leads', 'stated_totals', 'survey')
NOT_GIVEN = {('Science Learning Partnerships', 'pathway')}
BEYOND_DEVELOPING = {'Embedding', 'Sustaining'}
Z = 1.959963984540054
COLUMNS = ('time_period', 'network', 'hub', 'education_phase', 'breakdown', 'indicator',
           'numerator', 'denominator', 'n', 'value', 'lower', 'upper', 'schools')
KEY = COLUMNS[:6]
COUNTS = ('numerator', 'denominator')

Figure = namedtuple('Figure', 'numerator denominator n value lower upper schools', defaults=[''] * 7)
School = namedtuple('School', 'urn la phase state_funded status opened closed')


# ---------------------------------------------------------------- reading

def read_csv(text):
    return list(csv.DictReader(text))


def read_table(folder, name):
    """Rows equal in every field count once, survey responses too, for they carry an id."""
    path = os.path.join(folder, name + '.csv')
    if not os.path.exists(path):
        return []
    with open(path, encoding='utf-8', newline='') as file:
        return [dict(row) for row in dict.fromkeys(tuple(row.items()) for row in read_csv(file))]


def read_register_file(register, prefix):
    """The newest file of that name, wherever it stands in the zip or folder."""
    if os.path.isdir(register):
        path = sorted(glob.glob(os.path.join(register, '**', prefix + '*.csv'), recursive=True))[-1]
        with open(path, encoding='cp1252', newline='') as file:
            return read_csv(file)
    with zipfile.ZipFile(register) as archive:
        name = sorted(n for n in archive.namelist() if os.path.basename(n).startswith(prefix))[-1]
        return read_csv(io.TextIOWrapper(archive.open(name), 'cp1252', newline=''))


def day(text):
    return datetime.datetime.strptime(text, '%d-%m-%Y').date() if text else None


def read_schools(register):
    rows = read_register_file(register, 'edubasealldata')
    return {r['URN']: School(r['URN'], r['LA (code)'], PHASE_OF.get(r['PhaseOfEducation (name)'], 'Other'),
                             r['EstablishmentTypeGroup (name)'] in STATE_FUNDED, r['EstablishmentStatus (name)'],
                             day(r['OpenDate']), day(r['CloseDate'])) for r in rows}


# ---------------------------------------------------------------- schools through time

def find_lineages(schools, links):
    """Every URN with the URN at the end of its lineage."""
    successors = {}
    for link in links:
        a, b = schools.get(link['URN']), schools.get(link['LinkURN'])
        if link['LinkType'] == 'Successor' and a and b and a.status == 'Closed' and b.status != 'Proposed to open':
            successors.setdefault(a.urn, set()).add(b.urn)
    only = {a: min(bs) for a, bs in successors.items() if len(bs) == 1}
    followed = {a: b for a, b in only.items() if not returns_to_itself(a, only)}

    def end(urn):
        while urn in followed:
            urn = followed[urn]
        return urn
    return {urn: end(urn) for urn in schools}


def returns_to_itself(start, links):
    seen, urn = set(), links.get(start)
    while urn is not None and urn not in seen:
        if urn == start:
            return True
        seen.add(urn)
        urn = links.get(urn)
    return False


def is_open(school, date):
    return (school.status != 'Proposed to open' and (school.opened is None or school.opened <= date)
            and (school.closed is None or school.closed > date))


def rung(row):
    offered, attended = int(row['offered'] or 0), int(row['attended'] or 0)
    if row['status'] == 'Completed' or offered > 0 and 4 * attended >= 3 * offered:
        return 3
    return 2 if attended >= 1 or row['status'] in ('Attended', 'Attending') else 1


class Returned:
    """All that was returned, with the register beside it."""

    def __init__(self, tidy, register):
        self.schools = read_schools(register)
        self.lineage = find_lineages(self.schools, read_register_file(register, 'links_edubasealldata'))
        self.hubs = read_table(tidy, 'hubs')
        self.areas = read_table(tidy, 'areas')
        self.rows = {}
        for kind in RETURNS:
            for row in read_table(tidy, kind):
                self.rows.setdefault((kind, row['hub'], int(row['year'])), []).append(row)

    def years(self, network):
        """From the network's first to its last return, whatever its kind."""
        codes = {hub['hub'] for hub in self.hubs if hub['network'] == network}
        years = [year for _, hub, year in self.rows if hub in codes]
        return range(min(years), max(years) + 1) if years else range(0)

    def scopes(self):
        """Every hub, and every network as a whole."""
        for network in sorted({hub['network'] for hub in self.hubs}):
            members = [hub['hub'] for hub in self.hubs if hub['network'] == network]
            yield Scope(self, network, 'Total', members)
            for hub in sorted(members):
                yield Scope(self, network, hub, [hub])


class Scope:
    """A hub, or a whole network: the rows of its members, and each lineage once."""

    def __init__(self, returned, network, hub, members):
        self.returned, self.network, self.hub, self.members = returned, network, hub, members

    def received(self, kind, *years):
        """For each of the years, at least one member returned it."""
        return all(any((kind, hub, year) in self.returned.rows for hub in self.members) for year in years)

    def rows(self, kind, year):
        return [row for hub in self.members for row in self.returned.rows.get((kind, hub, year), ())]

    def lineage(self, row):
        return self.returned.lineage[row['urn']]

    @functools.cache
    def eligible(self, year):
        """Lineages open, state-funded and in the area at the reference date, with the phase of the highest open URN."""
        date = datetime.date(year + 1, 1, 1)
        areas = {area['la'] for area in self.returned.areas if area['hub'] in self.members
                 and int(area['from']) <= year and (not area['to'] or year <= int(area['to']))}
        found = {}
        for school in sorted(self.returned.schools.values(), key=lambda s: int(s.urn)):
            if school.la in areas and school.state_funded and is_open(school, date):
                found[self.returned.lineage[school.urn]] = school.phase
        return found

    @functools.cache
    def rungs(self, year):
        """The highest rung of each lineage that is listed."""
        highest = {}
        for row in self.rows('engagement', year):
            school = self.lineage(row)
            highest[school] = max(rung(row), highest.get(school, 0))
        return highest

    def at_rung(self, year, least):
        return {school for school, reached in self.rungs(year).items() if reached >= least}

    def on_pathway(self, year, stages=None, status=None):
        return {self.lineage(row) for row in self.rows('pathway', year)
                if (stages is None or row['stage'] in stages) and (status is None or row['status'] == status)}


# ---------------------------------------------------------------- formulas

def wilson(x, n, deff=1.0):
    p, x, n = x / n, x / deff, n / deff
    centre = (2 * x + Z * Z) / (2 * (n + Z * Z))
    half = Z * math.sqrt(Z * Z + 4 * x * (1 - p)) / (2 * (n + Z * Z))
    return max(0.0, centre - half), min(1.0, centre + half)


def design_effect(clusters):
    """From (x, n) pairs, one a cluster. A cluster that was asked for nothing is no cluster."""
    clusters = [(x, n) for x, n in clusters if n > 0]
    x, n, m = sum(c[0] for c in clusters), sum(c[1] for c in clusters), len(clusters)
    if m < 2 or x in (0, n):
        return 1.0
    p = x / n
    between = m / (m - 1) * math.fsum((xj - p * nj) ** 2 for xj, nj in clusters) / n ** 2
    return max(1.0, between / (p * (1 - p) / n))


def percent(x, n, deff=1.0, schools=''):
    if n == 0:
        return Figure(x, n, n, schools=schools)
    lower, upper = wilson(x, n, deff)
    return Figure(x, n, n, 100 * x / n, 100 * lower, 100 * upper, schools)


def clustered_percent(pairs, schools=None):
    """From (cluster, x, n) triples."""
    x_of, n_of = Counter(), Counter()
    for cluster, x, n in pairs:
        x_of[cluster] += x
        n_of[cluster] += n
    deff = design_effect([(x_of[c], n_of[c]) for c in sorted(n_of)])
    return percent(sum(x_of.values()), sum(n_of.values()), deff, len(n_of) if schools else '')


def by_phase(numerator, denominator):
    """One percentage for each phase, of lineages; the denominator says the phase of each."""
    for phase in PHASES:
        among = {school for school, its in denominator.items() if phase in ('Total', its)}
        yield phase, percent(len(among & numerator), len(among))


# ---------------------------------------------------------------- indicators: (phase, breakdown, figure) triples

def schools_engaged_percent(scope, year):
    for breakdown, least in (('Total', 2), ('Enrolled', 1), ('Completed', 3)):
        for phase, figure in by_phase(scope.at_rung(year, least), scope.eligible(year)):
            yield phase, breakdown, figure


def schools_engaged_cumulative_percent(scope, year):
    first = scope.returned.years(scope.network)[0]
    ever = set().union(*(scope.at_rung(y, 2) for y in range(first, year + 1)))
    yield from totals(by_phase(ever, scope.eligible(year)))


def pathway_schools_percent(scope, year):
    yield from totals(by_phase(scope.on_pathway(year, status='Active'), scope.eligible(year)))


def schools_retained_percent(scope, year):
    had = scope.at_rung(year - 1, 2) & scope.eligible(year - 1).keys()
    could = {school: phase for school, phase in scope.eligible(year).items() if school in had}
    yield from totals(by_phase(scope.at_rung(year, 2), could))


def pathway_continued_percent(scope, year):
    listed = scope.on_pathway(year, BEYOND_DEVELOPING)
    could = {school: phase for school, phase in scope.eligible(year).items() if school in listed}
    yield from totals(by_phase(scope.on_pathway(year, BEYOND_DEVELOPING, 'Active'), could))


def stage_progressed_percent(scope, year):
    developing = scope.on_pathway(year - 1, {'Developing'}, 'Active')
    could = {school: phase for school, phase in scope.eligible(year).items() if school in developing}
    yield from totals(by_phase(scope.on_pathway(year, BEYOND_DEVELOPING, 'Active'), could))


def respondents_satisfied_percent(scope, year):
    answers = [row for row in scope.rows('survey', year) if row['overall']]
    yield total(clustered_percent(((scope.lineage(r), int(r['overall']) >= 4, 1) for r in answers), schools=True))


def net_promoter_score(scope, year):
    answers = [row for row in scope.rows('survey', year) if row['nps']]
    n, schools = len(answers), len({scope.lineage(row) for row in answers})
    if n == 0:
        yield total(Figure('z', 'z', 0, schools=0))
        return
    p = sum(int(row['nps']) >= 9 for row in answers) / n
    d = sum(int(row['nps']) <= 6 for row in answers) / n
    value, half = 100 * (p - d), 1.96 * 100 * math.sqrt(max(0.0, p + d - (p - d) ** 2) / n)
    yield total(Figure('z', 'z', n, value, value - half, value + half, schools))


def places_filled_percent(scope, year):
    yield total(ratio(scope.rows('delivery', year), 'filled', 'offered'))


def participants_completed_percent(scope, year):
    rows = scope.rows('engagement', year)
    yield total(clustered_percent((row['activity'], rung(row) == 3, 1) for row in rows))


def core_delivered_percent(scope, year):
    rows = scope.rows('delivery', year)
    yield total(clustered_percent((row['activity'], int(row['delivered'] or 0), int(row['due'] or 0)) for row in rows))


def adaptations_consistent_percent(scope, year):
    yield total(ratio(scope.rows('delivery', year), 'consistent', 'adaptations'))


def ratio(rows, numerator, denominator):
    return percent(sum(int(row[numerator] or 0) for row in rows), sum(int(row[denominator] or 0) for row in rows))


def total(figure):
    return 'Total', 'Total', figure


def totals(figures):
    return ((phase, 'Total', figure) for phase, figure in figures)


Indicator = namedtuple('Indicator', 'work_out kind years_back phases breakdowns')
INDICATORS = {indicator.work_out.__name__: indicator for indicator in (
    Indicator(schools_engaged_percent, 'engagement', 0, PHASES, ('Total', 'Enrolled', 'Completed')),
    Indicator(schools_engaged_cumulative_percent, 'engagement', 0, PHASES, ('Total',)),
    Indicator(pathway_schools_percent, 'pathway', 0, PHASES, ('Total',)),
    Indicator(schools_retained_percent, 'engagement', 1, PHASES, ('Total',)),
    Indicator(pathway_continued_percent, 'pathway', 0, PHASES, ('Total',)),
    Indicator(stage_progressed_percent, 'pathway', 1, PHASES, ('Total',)),
    Indicator(respondents_satisfied_percent, 'survey', 0, ('Total',), ('Total',)),
    Indicator(net_promoter_score, 'survey', 0, ('Total',), ('Total',)),
    Indicator(places_filled_percent, 'delivery', 0, ('Total',), ('Total',)),
    Indicator(participants_completed_percent, 'engagement', 0, ('Total',), ('Total',)),
    Indicator(core_delivered_percent, 'delivery', 0, ('Total',), ('Total',)),
    Indicator(adaptations_consistent_percent, 'delivery', 0, ('Total',), ('Total',)))}


def work_out(name, scope, year):
    """Every row of the matrix, empty where a return that the figure needs never came."""
    indicator = INDICATORS[name]
    if scope.received(indicator.kind, *range(year - indicator.years_back, year + 1)):
        return list(indicator.work_out(scope, year))
    return [(phase, breakdown, Figure()) for phase in indicator.phases for breakdown in indicator.breakdowns]


def expect(tidy, register, target):
    returned = Returned(tidy, register)
    rows = []
    for scope in returned.scopes():
        for year in returned.years(scope.network):
            for name in INDICATORS:
                for phase, breakdown, figure in work_out(name, scope, year):
                    rows.append((time_period(year), scope.network, scope.hub, phase, breakdown, name)
                                + tuple(written(cell) for cell in figure))
    with open(target, 'w', encoding='utf-8', newline='') as file:
        writer = csv.writer(file, lineterminator='\n')
        writer.writerow(COLUMNS)
        writer.writerows(sorted(rows))
    print('%d figures in %s' % (len(rows), target))


def time_period(year):
    return '%d%02d' % (year, (year + 1) % 100)


def written(cell):
    return '%.9f' % cell if isinstance(cell, float) else cell


# ---------------------------------------------------------------- comparing

def number(text):
    try:
        return float(text)
    except (TypeError, ValueError):
        return None


def expected_symbols(row):
    """What may stand where the figure is not shown, or beside it; the empty word is a plain figure."""
    kind = INDICATORS[row['indicator']].kind
    if (row['network'], kind) in NOT_GIVEN:
        return {'z'}
    n = number(row['n'])
    if n is None:
        return {'x'}
    if kind == 'survey':
        return survey_symbols(row, n)
    if row['indicator'] == 'participants_completed_percent' and any(1 <= float(row[c]) <= 4 for c in COUNTS):
        return {'c'}
    return {'x'} if n < 10 else {''}


def survey_symbols(row, n):
    """Under ten respondents, a score is hidden by the disclosure rule and by its own; either symbol will do."""
    score = row['indicator'] == 'net_promoter_score'
    if n < 10:
        return {'c', 'x'} if score else {'c'}
    if score and n < 30:
        return {'x'} if int(row['schools']) >= 3 else {'x', 'c'}
    if int(row['schools']) < 3:
        return {'c'}
    return {'u'} if n < 30 else {''}


def differences(expected, published):
    symbols = expected_symbols(expected)
    found = published['symbol']
    if found not in symbols:
        yield 'symbol', '/'.join(sorted(symbols)) or 'none', found or 'none'
    if found in ('', 'u'):
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
        if a is None or b is None or abs(a - b) > 0.001:
            yield theirs, expected[ours], published[theirs]


def count_differences(expected, published, symbol):
    """Counts stand beside x where they are known, and nowhere beside c, z or a return that never came."""
    shown = symbol in ('', 'u', 'x') and expected['n'] != ''
    for column in COUNTS:
        a, b = number(expected[column]) if shown else None, number(published[column])
        if a != b:
            yield column, expected[column] if shown else 'no number', published[column]
    if symbol in ('', 'u') and number(expected['n']) != number(published['n']):
        yield 'n', expected['n'], published['n']


def read_figures(path):
    with open(path, encoding='utf-8-sig', newline='') as file:
        return [row for row in read_csv(file) if row['indicator'] in INDICATORS]


def compare(expected_path, published_path):
    expected = {tuple(row[k] for k in KEY): row for row in read_figures(expected_path)}
    published, found = {}, []
    for row in read_figures(published_path):
        key = tuple(row[k] for k in KEY)
        if key in published:
            found.append((key, 'row', 'once', 'twice'))
        published[key] = row
    found += [(key, 'row', 'present', 'missing') for key in expected.keys() - published.keys()]
    found += [(key, 'row', 'absent', 'present') for key in published.keys() - expected.keys()]
    for key in expected.keys() & published.keys():
        found += [(key, *difference) for difference in differences(expected[key], published[key])]
    tell(expected, sorted(found))
    return 1 if found else 0


def tell(expected, found):
    rows = Counter(key[5] for key in expected)
    wrong = Counter(key[5] for key in {key for key, *_ in found})
    for indicator in INDICATORS:
        print('%-36s %6d rows, %d differ' % (indicator, rows[indicator], wrong[indicator]))
    print('%d rows, %d differences' % (len(expected), len(found)))
    for key, column, wanted, got in found[:20]:
        print('  %s: %s should be %s, is %s' % (' '.join(key), column, wanted, got))


if __name__ == '__main__':
    if len(sys.argv) == 5 and sys.argv[1] == 'expect':
        expect(*sys.argv[2:])
    elif len(sys.argv) == 4 and sys.argv[1] == 'compare':
        sys.exit(compare(*sys.argv[2:]))
    else:
        sys.exit(__doc__)
