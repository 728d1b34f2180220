"""The two tables besides the indicators: transitions between stages, and schools that hold more than one place."""
from collections import Counter

from scopes import Network
from published import time_period

TRANSITIONS = ('time_period', 'network', 'hub', 'from', 'to', 'schools', 'row_percent')
OVERLAPS = ('time_period', 'network', 'hub', 'of', 'holding', 'schools')
STAGES = ('Sustaining', 'Embedding', 'Developing')


def states(scope, year):
    """{lineage: its highest stage while Active, else Paused, else Left}."""
    found = {}
    for row in scope.rows('pathway', year):
        found.setdefault(row.lineage, set()).add(row.stage if row.status == 'Active' else row.status)
    return {lineage: next(its for its in (*STAGES, 'Paused', 'Left') if its in held) for lineage, held in found.items()}


def transition_counts(scope, year):
    """{(from, to): schools} of those listed on the pathway in the year before."""
    before, now, found = states(scope, year - 1), states(scope, year), Counter()
    open_now = {scope.returned.register.lineage[school.urn] for school in scope.returned.register.open_schools(year)}
    for lineage, state in before.items():
        to = now.get(lineage) or ('Absent' if lineage in open_now else 'Closed')
        found[state, to] += 1
    return found


def places(scope, kind, year):
    """{lineage: its stages while Active, or the activities in which it is engaged}."""
    if kind == 'engagement':
        return {lineage: its for lineage, its in scope.active_in(year).items() if lineage in scope.eligible(year)}
    found = {}
    for row in scope.rows('pathway', year):
        if row.status == 'Active' and row.lineage in scope.eligible(year):
            found.setdefault(row.lineage, set()).add(row.stage)
    return found


def scopes_of(network, kind, *years):
    """Each hub that returned in all the years, and all of these together."""
    hubs = [hub for hub in network.open_hubs(*years)
            if all(network.returned.has(kind, hub, year) for year in years)]
    for hub in sorted(hubs):
        yield hub, network.scope([hub])
    if hubs:
        yield 'Total', network.scope(hubs)


def networks(returned):
    return [Network(returned, name) for name in sorted(set(returned.network_of.values()))]


def transitions(returned):
    for network in networks(returned):
        for year in network.years[1:]:
            for hub, scope in scopes_of(network, 'pathway', year - 1, year):
                found = transition_counts(scope, year)
                of = Counter()
                for (state, _), count in found.items():
                    of[state] += count
                for (state, to), count in found.items():
                    yield {'time_period': time_period(year), 'network': network.name, 'hub': hub, 'from': state,
                           'to': to, 'schools': count, 'row_percent': 100 * count / of[state]}


def overlaps(returned):
    for network in networks(returned):
        for year in network.years:
            for kind in ('pathway', 'engagement'):
                for hub, scope in scopes_of(network, kind, year):
                    held = Counter(len(its) for its in places(scope, kind, year).values())
                    for count, schools in held.items():
                        yield {'time_period': time_period(year), 'network': network.name, 'hub': hub, 'of': kind,
                               'holding': count, 'schools': schools}
