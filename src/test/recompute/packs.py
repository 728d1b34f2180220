"""Sheets of data packs about how hubs are led, who leads them, and schools that come back, from the dropped files."""
import os
from collections import Counter

from files import sheets_of
from headlines import networks
from published import time_period
from returned import year_of
from tables import STAGES

# Of the mechanisms that invented worlds code: their group and mode, by the tables of the study of two networks.
KINDS = {('area', 'finding and recruiting leads'): ('Local leaders', 'Formal'),
         ('area', 'helping to train leads'): ('Local leaders', 'Formal'),
         ('area', 'choosing and adapting materials'): ('Local provision', 'Formal'),
         ('area', 'managing the area network'): ('Coordination', 'Formal'),
         ('area', 'offering steps to more responsibility'): ('Local leaders', 'Informal'),
         ('area', 'balancing adaptation and fidelity'): ('Local provision', 'Informal'),
         ('area', 'keeping feedback flowing'): ('Coordination', 'Informal'),
         ('area', 'building a community and a shared culture'): ('Coordination', 'Informal'),
         ('activity', 'organising the logistics'): ('Coordination', 'Formal'),
         ('activity', 'championing an activity'): ('Coordination', 'Formal'),
         ('activity', 'keeping in touch with participants'): ('Coordination', 'Informal'),
         ('activity', 'keeping feedback flowing'): ('Coordination', 'Informal')}
SIDES = {(True, True): 0, (True, False): 1, (False, True): 2, (False, False): 3}


def coded(network, year):
    """{hub: {(level, mechanism): strengths}} of the mechanisms coded in sources that may be used."""
    found = {}
    for hub, its, level, mechanism, strength, source in network.returned.mechanisms:
        if its == year and hub in network.open_hubs(year) and source not in network.returned.refused_sources:
            found.setdefault(hub, {}).setdefault((level, mechanism), set()).add(strength)
    return found


def mechanisms_in_hubs(network, year):
    """(level, mechanism, hubs where it is evidenced, hubs where it was coded, hubs coded)"""
    hubs = coded(network, year)
    for level, mechanism in {place for its in hubs.values() for place in its}:
        strengths = [its[level, mechanism] for its in hubs.values() if (level, mechanism) in its]
        yield level, mechanism, sum('evidenced' in its for its in strengths), len(strengths), len(hubs)


def modes_by_group(network, year):
    """(level, group, hubs with both modes, formal only, informal only, neither, hubs coded)"""
    hubs = coded(network, year)
    for level, group in {(level, KINDS[level, name][0]) for level, name in KINDS} if hubs else ():
        counts = [0, 0, 0, 0]
        for its in hubs.values():
            modes = {KINDS[place][1] for place in its if place[0] == level and KINDS[place][0] == group}
            counts[SIDES['Formal' in modes, 'Informal' in modes]] += 1
        yield (level, group.lower(), *counts, len(hubs))


def shown(people, is_network):
    return 'c' if is_network and 1 <= people <= 4 else str(people)


def leads_by_cohort(scope, year, is_network):
    """(role, cohort, accreditation, leads)"""
    leads = {(row.role, row.cohort, row.accredited, row.hub, row.lead) for row in scope.rows('pd_lead', year)}
    if any(cohort or accredited for _, cohort, accredited, _, _ in leads):
        for (role, cohort, accredited), count in Counter(its[:3] for its in leads).items():
            yield role, cohort or 'No cohort', accredited or 'Not stated', shown(count, is_network)


def paused(scope, year):
    """{lineage: when it is expected back, or None} of schools that hold no active place."""
    found, active = {}, set()
    for row in scope.rows('pathway', year):
        if row.status == 'Active':
            active.add(row.lineage)
        else:
            found.setdefault(row.lineage, set()).add(year_of(row.expected) if row.expected else None)
    return {lineage: max((its for its in when if its is not None), default=None)
            for lineage, when in found.items() if lineage not in active}


def back_after_a_year(scope, year):
    """(when expected, schools, active again, still paused, left, not listed)"""
    found, now = {}, {}
    for row in scope.rows('pathway', year):
        now.setdefault(row.lineage, set()).add(row.stage if row.status == 'Active' else row.status)
    for lineage, when in paused(scope, year - 1).items():
        if lineage not in scope.eligible(year):
            continue
        expected = ('No date given' if when is None else 'Expected back later' if when > year
                    else 'Expected back this year or earlier')
        held = now.get(lineage, set())
        fate = (1 if held & set(STAGES) else 2 if 'Paused' in held else 3 if 'Left' in held else 4)
        counts = found.setdefault(expected, [0] * 5)
        counts[0] += 1
        counts[fate] += 1
    return [(expected, *counts) for expected, counts in found.items()]


def both_years(network, year):
    return [hub for hub in network.open_hubs(year - 1, year)
            if all(network.returned.has('pathway', hub, its) for its in (year - 1, year))]


def expected_sheets(network, year, hub):
    """{name of the sheet: the rows that it should have, in small letters}"""
    if hub is None:
        returned = [its for its in network.open_hubs(year) if network.returned.has('pd_lead', its, year)]
        back, open_hubs = both_years(network, year), network.open_hubs(year - 1, year)
        covered = (sum(1 for _ in network.scope(back).eligible(year))
                   >= 0.5 * sum(1 for _ in network.scope(open_hubs).eligible(year)))
        sheets = {'Mechanisms in hubs': mechanisms_in_hubs(network, year), 'Modes by group': modes_by_group(network, year),
                  'Leads by cohort': leads_by_cohort(network.scope(returned), year, True),
                  'Back after a year': back_after_a_year(network.scope(back), year) if back and covered else ()}
    else:
        scope = network.scope([hub])
        sheets = {'Leads by cohort': leads_by_cohort(scope, year, False),
                  'Back after a year': back_after_a_year(scope, year) if hub in both_years(network, year) else ()}
    return {name: Counter(tuple(str(cell).lower() for cell in row) for row in rows) for name, rows in sheets.items()}


COLUMNS = {'Mechanisms in hubs': (1, 5, 6, 7, 8), 'Modes by group': (1, 2, 3, 4, 5, 6, 7), 'Leads by cohort': (1, 2, 3, 4),
           'Back after a year': (1, 2, 3, 4, 5, 6)}


def published_sheets(path, year):
    found = {}
    for sheet in sheets_of(path):
        if sheet.name in COLUMNS:
            rows = [row for row in sheet.rows if row and row[0] == '%d/%02d' % (year, (year + 1) % 100)]
            found[sheet.name] = Counter(tuple(str(row[at]).removesuffix('.0').lower() for at in COLUMNS[sheet.name])
                                        for row in rows if sheet.name != 'Mechanisms in hubs' or row[7] not in (0, '0'))
    return found


def differences(returned, folder):
    """The differences in sheets of data packs, one line each. Rows of mechanisms that no hub has are ignored."""
    packs = same = 0
    for network in networks(returned):
        for year in network.years:
            period = str(time_period(year))
            for hub, path in [(None, os.path.join(folder, 'data-packs', period, network.name + '.xlsx')),
                              *((hub, os.path.join(folder, 'hubs', hub, period, hub + '.xlsx'))
                                for hub in network.hubs)]:
                if not os.path.exists(path):
                    continue
                packs += 1
                found = published_sheets(path, year)
                for name, rows in expected_sheets(network, year, hub).items():
                    there = found.get(name, Counter())
                    same += there == rows
                    for what, those in (('should be there', rows - there), ('should not be there', there - rows)):
                        for its in sorted(those)[:4]:
                            yield '    %s %s %s, %s: %s' % (os.path.basename(path), period, name, what, ' | '.join(its))
    yield 'sheets of %d data packs: %d as expected' % (packs, same)
