"""What a headline depends on (definitions.csv), and what two networks have in common (joint.csv)."""
from collections import Counter
from itertools import combinations

from published import time_period
from returned import COMPLETED, ENGAGED, ENROLLED
from scopes import Network

DEFINITIONS = ('time_period', 'network', 'base', 'step', 'reach_window', 'scope', 'hubs', 'numerator', 'denominator',
               'value')
JOINT = ('time_period', 'network', 'other_network', 'topic', 'item', 'hub', 'other_hub', 'hubs', 'other_hubs', 'schools',
         'reached_by_both', 'reached_by_network_only', 'reached_by_other_network_only', 'reached_by_neither')
STEPS = (('Enrolled', ENROLLED), ('Attended', ENGAGED), ('Completed', COMPLETED))


def networks(returned):
    return [Network(returned, name) for name in sorted(set(returned.network_of.values()))]


def contributing(network, year):
    return frozenset(hub for hub in network.open_hubs(year)
                     if network.returned.has('engagement', hub, year) and not network.is_incomplete(hub, year))


def definitions(returned):
    for network in networks(returned):
        for year in network.years:
            given = contributing(network, year)
            if not given:
                continue
            for scope_name, hubs in (('Hubs that returned', given), ('All hubs open', network.open_hubs(year))):
                scope = network.scope(hubs)
                for base in ('Schools and colleges', 'Schools without colleges'):
                    among = {lineage for lineage, school in scope.eligible(year).items()
                             if base == 'Schools and colleges' or not school.college}
                    for step, rung in STEPS:
                        for window, years in (('This year', [year]),
                                              ('Any year so far', range(network.years[0], year + 1))):
                            # A school reached in an earlier year by a hub that has closed since was reached.
                            by = scope if scope_name == 'Hubs that returned' else network.scope(network.hubs)
                            reached = among & set().union(*(by.at_rung(its, rung) for its in years))
                            value = '%.6f' % (100 * len(reached) / len(among)) if len(among) >= 10 else 'x'
                            yield dict(zip(DEFINITIONS, (time_period(year), network.name, base, step, window, scope_name,
                                                         len(hubs), len(reached), len(among), value)))


def joint(returned):
    for one, other in combinations(networks(returned), 2):
        for year in sorted(set(one.years) & set(other.years)):
            start = {'time_period': time_period(year), 'network': one.name, 'other_network': other.name,
                     'hub': '', 'other_hub': ''}
            yield from overlapping(one, other, year, start)
            mine, theirs = contributing(one, year), contributing(other, year)
            if not mine or not theirs:
                continue
            a, b = one.scope(mine), other.scope(theirs)
            found = Counter()
            for lineage in a.eligible(year).keys() & b.eligible(year).keys():
                school = a.eligible(year)[lineage]
                fate = lineage in a.engaged(year), lineage in b.engaged(year)
                for place in (('All schools', 'All schools'), ('Phase', school.phase), ('Local authority', school.la)):
                    found[(*place, fate)] += 1
            for topic, item in sorted({key[:2] for key in found}):
                counts = [found[topic, item, fate]
                          for fate in ((True, True), (True, False), (False, True), (False, False))]
                yield dict(start, topic=topic, item=item, hubs=len(mine), other_hubs=len(theirs), schools=sum(counts),
                           **dict(zip(JOINT[-4:], counts)))


def overlapping(one, other, year, start):
    for hub, its in one.in_areas(year).items():
        for other_hub, others in other.in_areas(year).items():
            both = its.keys() & others.keys()
            if both:
                yield dict(start, topic='Hubs with overlapping areas', item='', hub=hub, other_hub=other_hub, hubs='z',
                           other_hubs='z', schools=len(both), **dict.fromkeys(JOINT[-4:], 'z'))


def differences(returned, folder, read_rows, exists):
    """The differences from the published files, one line each. A local authority is named by its code here, and by its name
    there: their rows are compared as they are, without the name."""
    for name, columns, rows in (('definitions.csv', DEFINITIONS, definitions(returned)),
                                ('joint.csv', JOINT, joint(returned))):
        if not exists(folder, name):
            continue
        expected = Counter(line(columns, row) for row in rows)
        published = Counter(line(columns, row) for row in read_rows(folder, name)
                            if row.get('topic') != 'Hubs with the same lead organisation')
        yield '%-40s %d rows, %d differ' % (name, sum(published.values()), sum((expected - published).values()))
        for what, those in (('should be there', expected - published), ('should not be there', published - expected)):
            for its in sorted(those)[:6]:
                yield '    %s: %s' % (what, ' | '.join(its))


def line(columns, row):
    cells = {column: str(row[column]) for column in columns}
    if cells.get('topic') == 'Local authority':
        cells['item'] = '-'
    if cells.get('topic') == 'Hubs with overlapping areas':
        cells['item'] = ''
    return tuple(cells[column] for column in columns)
