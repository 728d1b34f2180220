"""What was returned, with the register beside it; and the schools, followed through time."""
import csv
import datetime
import functools
import glob
import io
import os
import re
import zipfile
from collections import namedtuple

from formulas import ntile

PHASE_OF = {'Primary': 'Primary', 'Middle deemed primary': 'Primary', 'Secondary': 'Secondary',
            'Middle deemed secondary': 'Secondary', 'All-through': 'Secondary', '16 plus': 'Post-16'}
PHASES = ('Total', 'Primary', 'Secondary', 'Post-16', 'Other')
STATE_FUNDED = {'Academies', 'Free Schools', 'Local authority maintained schools', 'Special schools'}
RETURNS = ('engagement', 'pathway', 'delivery', 'pd_leads', 'stated_totals', 'survey')
NOT_GIVEN = {('Science Learning Partnerships', 'pathway'), ('Science Learning Partnerships', 'stated_totals')}
COMPLETED, ENGAGED, ENROLLED = 3, 2, 1

School = namedtuple('School', 'urn la phase state_funded status opened closed pupils fsm area selective')
Taken = namedtuple('Taken', 'hub urn lineage activity participant rung')  # one row of an engagement return


# ---------------------------------------------------------------- reading

def read_csv(text):
    return list(csv.DictReader(text))


def read_table(folder, name):
    """Rows equal in every field count once, survey responses too, for they carry an id."""
    path = os.path.join(folder, name + '.csv')
    if not os.path.exists(path):
        return []
    with open(path, encoding='utf-8-sig', newline='') as file:
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


def year_of(text):
    """The year in which it starts, of 2022/23."""
    return int(text[:4]) if text else None


def number(text):
    return float(text) if text else None


def urban_or_rural(name):
    if not name:
        return 'unknown'
    return 'rural' if 'rural' in name.removeprefix('(England/Wales) ').casefold() else 'urban'


def read_schools(register):
    return {r['URN']: School(r['URN'], r['LA (code)'], PHASE_OF.get(r['PhaseOfEducation (name)'], 'Other'),
                             r['EstablishmentTypeGroup (name)'] in STATE_FUNDED, r['EstablishmentStatus (name)'],
                             day(r['OpenDate']), day(r['CloseDate']),
                             int(number(r['NumberOfPupils']) or 0), number(r['PercentageFSM']),
                             urban_or_rural(r['UrbanRural (name)']), r['AdmissionsPolicy (name)'] == 'Selective')
            for r in read_register_file(register, 'edubasealldata')}


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
        return COMPLETED
    return ENGAGED if attended >= 1 or row['status'] in ('Attended', 'Attending') else ENROLLED


def identity(activity):
    """One activity through its yearly codes: NCP22-05 continues NCP21-05."""
    return re.sub(r'^([A-Za-z]+)\d\d(?=\D)', r'\1', activity)


# ---------------------------------------------------------------- returns

class Returned:
    """All that was returned; `reference` is the folder of the lists that a network sends, hubs.csv and targets.csv."""

    def __init__(self, tidy, register, reference=None):
        self.schools = read_schools(register)
        self.lineage = find_lineages(self.schools, read_register_file(register, 'links_edubasealldata'))
        self.hubs = read_table(tidy, 'hubs')
        self.areas = read_table(tidy, 'areas')
        self.targets = read_table(reference, 'targets') if reference else []
        self.lives = {row['Hub code']: (year_of(row['Opened']), year_of(row['Closed']))
                      for row in (read_table(reference, 'hubs') if reference else [])}
        self.given = {}
        for kind in RETURNS:
            for row in read_table(tidy, kind):
                self.given.setdefault((kind, row['hub'], int(row['year'])), []).append(self.typed(kind, row))

    def typed(self, kind, row):
        if kind != 'engagement':
            return row
        return Taken(row['hub'], row['urn'], self.lineage[row['urn']], row['activity'], row['participant'], rung(row))

    @functools.cache
    def years(self, network):
        """From the network's first to its last return, whatever its kind."""
        codes = {hub['hub'] for hub in self.hubs if hub['network'] == network}
        years = [year for _, hub, year in self.given if hub in codes]
        return range(min(years), max(years) + 1) if years else range(0)

    def is_hub_open(self, network, hub, year):
        """A hub whose opening nobody wrote down opened with the network's first return."""
        opened, closed = self.lives.get(hub, (None, None))
        return (opened or self.years(network)[0]) <= year and (closed is None or year <= closed)

    @functools.cache
    def open_schools(self, year):
        """By local authority, the highest URN last."""
        date, found = datetime.date(year + 1, 1, 1), {}
        for school in sorted(self.schools.values(), key=lambda s: int(s.urn)):
            if school.state_funded and is_open(school, date):
                found.setdefault(school.la, []).append(school)
        return found

    def networks(self):
        for network in sorted({hub['network'] for hub in self.hubs}):
            yield Scope(self, network, sorted(hub['hub'] for hub in self.hubs if hub['network'] == network))


class Scope:
    """A hub, or a whole network: the rows of its members, and each lineage once."""

    def __init__(self, returned, network, members, whole=None):
        self.returned, self.network, self.members = returned, network, members
        self.whole = whole or self
        self.hub = members[0] if whole else 'Total'
        self.hubs = [] if whole else [Scope(returned, network, [hub], self) for hub in members]

    @property
    def years(self):
        return self.returned.years(self.network)

    @functools.cache
    def received(self, kind, *years):
        """For each of the years, at least one member returned it."""
        return all(any((kind, hub, year) in self.returned.given for hub in self.members) for year in years)

    def rows(self, kind, year):
        return [row for hub in self.members for row in self.returned.given.get((kind, hub, year), ())]

    def lineage(self, row):
        return self.returned.lineage[row['urn']]

    def open_hubs(self, year):
        return {hub for hub in self.members if self.returned.is_hub_open(self.network, hub, year)}

    @functools.cache
    def eligible(self, year):
        """Each lineage open, state-funded and in the area at the reference date, with its highest such school."""
        areas = {area['la'] for area in self.returned.areas if area['hub'] in self.members
                 and int(area['from']) <= year and (not area['to'] or year <= int(area['to']))}
        found = sorted((s for la in areas for s in self.returned.open_schools(year).get(la, ())),
                       key=lambda s: int(s.urn))
        return {self.returned.lineage[school.urn]: school for school in found}

    @functools.cache
    def rungs(self, year):
        """The highest rung of each lineage that is listed."""
        highest = {}
        for row in self.rows('engagement', year):
            highest[row.lineage] = max(row.rung, highest.get(row.lineage, 0))
        return highest

    @functools.cache
    def at_rung(self, year, least=ENGAGED):
        return {school for school, reached in self.rungs(year).items() if reached >= least}

    def engaged(self, year):
        """Engaged and eligible, with the school."""
        return {s: school for s, school in self.eligible(year).items() if s in self.at_rung(year)}

    @functools.cache
    def engaged_years(self, up_to):
        """Each lineage ever engaged, with the years in which it was, in order."""
        found = {}
        for year in range(self.years[0], up_to + 1):
            for school in self.at_rung(year):
                found.setdefault(school, []).append(year)
        return found

    def active_in(self, year):
        """Each lineage with the activities in which it is engaged, whatever the year calls them."""
        found = {}
        for row in self.rows('engagement', year):
            if row.rung >= ENGAGED:
                found.setdefault(row.lineage, set()).add(identity(row.activity))
        return found

    def participants(self, *years):
        """Each lineage with its distinct participants who attended; a reference is known in its own hub only."""
        found = {}
        for row in (row for year in years for row in self.rows('engagement', year)):
            if row.rung >= ENGAGED and row.participant:
                found.setdefault(row.lineage, set()).add((row.hub, row.participant))
        return found

    def on_pathway(self, year, stages=None, status=None):
        return {self.lineage(row) for row in self.rows('pathway', year)
                if (stages is None or row['stage'] in stages) and (status is None or row['status'] == status)}

    @functools.cache
    def fsm_groups(self, year, k):
        """Which k-th of the network's schools of its phase, by PercentageFSM; unknown ones are in none."""
        by_phase = {}
        for lineage, school in self.whole.eligible(year).items():
            if school.fsm is not None:
                by_phase.setdefault(school.phase, []).append((school.fsm, int(school.urn), lineage))
        return {lineage: group for known in by_phase.values()
                for (_, _, lineage), group in ntile(sorted(known), k).items()}

    def contexts(self, year, schools, with_selective):
        """How many of the schools are in each context; an unknown PercentageFSM is a context of its own."""
        thirds, counts = self.whole.fsm_groups(year, 3), {}
        for lineage, school in schools.items():
            selective = with_selective and school.phase == 'Secondary' and school.selective
            context = school.phase, thirds.get(lineage, 'unknown'), school.area, selective
            counts[context] = counts.get(context, 0) + 1
        return counts
