"""The data of a hub, or of several hubs together, in a year: eligible schools, engaged schools, rows."""
import functools

from formulas import groups_of_equals
from returned import ENGAGED
from schools import PHASES

NOT_GIVEN = {'Science Learning Partnerships': {'pathway', 'stated_total'}}


class Network:
    """One network: its hubs, its years, and who is open and has returned in them."""

    def __init__(self, returned, name):
        self.returned, self.register, self.name = returned, returned.register, name
        self.hubs = tuple(sorted(hub for hub, network in returned.network_of.items() if network == name))
        came = [(kind, year) for kind, hub, year in returned.in_force if hub in self.hubs]
        self.years = range(min(year for _, year in came), max(year for _, year in came) + 1) if came else range(0)
        self.first = {kind: min(year for its, year in came if its == kind) for kind in {kind for kind, _ in came}}
        self.scopes, self.figures = {}, {}

    def gives(self, kind):
        return kind not in NOT_GIVEN.get(self.name, ())

    def opening(self, hub):
        opened = self.returned.opened.get(hub)
        return self.years[0] if opened is None else opened

    def is_open(self, hub, year):
        closed = self.returned.closed.get(hub)
        return self.opening(hub) <= year and (closed is None or year <= closed)

    @functools.cache
    def open_hubs(self, *years):
        """The hubs open in every one of the years."""
        return frozenset(hub for hub in self.hubs if all(self.is_open(hub, year) for year in years))

    @functools.cache
    def in_areas(self, year):
        return self.register.in_areas(year, dict.fromkeys(self.open_hubs(year), self.name))

    @functools.cache
    def pupils(self, year):
        return self.register.pupils(year)

    @functools.cache
    def is_incomplete(self, hub, year):
        """Its delivery has an activity with places filled for which no row of engagement is in force."""
        if not (self.returned.has('engagement', hub, year) and self.returned.has('delivery', hub, year)):
            return False
        filled = {row.activity for row in self.returned.rows('delivery', hub, year) if row.filled > 0}
        return bool(filled - {row.activity for row in self.returned.rows('engagement', hub, year)})

    def window(self, hub, year):
        """The years in which an indicator over all years looks at this hub."""
        first = self.first.get('engagement')
        return range(0) if first is None else range(max(first, self.opening(hub)), year + 1)

    def has_gap(self, hub, year):
        """A year of its window before this one has no return."""
        return any(not self.returned.has('engagement', hub, its) for its in self.window(hub, year - 1))

    def scope(self, hubs):
        hubs = frozenset(hubs)
        if hubs not in self.scopes:
            self.scopes[hubs] = Scope(self, hubs)
        return self.scopes[hubs]

    @functools.cache
    def groups(self, year, k):
        """Which k-th of its phase a lineage is in by PercentageFSM, among the eligible of all hubs open in the year."""
        by_phase = {}
        for lineage, school in self.scope(self.open_hubs(year)).eligible(year).items():
            if school.fsm is not None:
                by_phase.setdefault(school.phase, []).append((lineage, school.fsm))
        found = {}
        for known in by_phase.values():
            found.update(groups_of_equals(known, k))
        return found


class Scope:
    """Some hubs of a network, or one: each lineage once."""

    def __init__(self, network, hubs):
        self.network, self.returned, self.hubs = network, network.returned, hubs
        self.memory = {}

    def remembered(name):  # noqa: N805 - a decorator for the methods below
        def wrap(*arguments):
            self, key = arguments[0], (name.__name__, *arguments[1:])
            if key not in self.memory:
                self.memory[key] = name(*arguments)
            return self.memory[key]
        return wrap

    def rows(self, kind, year):
        for hub in sorted(self.hubs):
            yield from self.returned.rows(kind, hub, year)

    @remembered
    def eligible(self, year):
        """{lineage: its highest open school in the area}."""
        areas, found = self.network.in_areas(year), {}
        for hub in self.hubs:
            if len(self.hubs) == 1:
                return areas.get(hub, {})
            for lineage, school in areas.get(hub, {}).items():
                if lineage not in found or found[lineage].urn < school.urn:
                    found[lineage] = school
        return found

    @remembered
    def phases(self, year):
        """{phase: the eligible lineages}."""
        found = {phase: set() for phase in PHASES}
        for lineage, school in self.eligible(year).items():
            found[school.phase].add(lineage)
        found['Total'] = set(self.eligible(year))
        return found

    @remembered
    def at_rung(self, year, least=ENGAGED):
        if len(self.hubs) == 1:
            return {row.lineage for row in self.rows('engagement', year) if row.rung >= least}
        return set().union(*(self.network.scope([hub]).at_rung(year, least) for hub in self.hubs))

    @remembered
    def engaged(self, year):
        return self.at_rung(year) & self.eligible(year).keys()

    @remembered
    def years_engaged(self, year):
        """{lineage: the years up to this one in which it was engaged}."""
        found = {}
        for its in range(self.network.years[0], year + 1):
            for lineage in self.at_rung(its):
                found.setdefault(lineage, []).append(its)
        return found

    @remembered
    def active_in(self, year):
        """{lineage: the activities in which it is engaged, whatever the year calls them}."""
        found = {}
        for row in self.rows('engagement', year):
            if row.rung >= ENGAGED:
                found.setdefault(row.lineage, set()).add(self.returned.identity(row.activity))
        return found

    @remembered
    def participants(self, year):
        """{lineage: its participants at rung 2 or more}; a reference is known in its hub, a name in its school."""
        found = {}
        for row in self.rows('engagement', year):
            if row.rung >= ENGAGED:
                person = (row.hub, row.participant, row.lineage) if row.is_name else (row.hub, row.participant)
                found.setdefault(row.lineage, set()).add(person)
        return found

    def are_names_mixed(self, *years):
        """More than 5% of engaged schools have both names and other references."""
        kinds, engaged = {}, self.engaged(years[-1])
        for year in years:
            for row in self.rows('engagement', year):
                if row.lineage in engaged:
                    kinds.setdefault(row.lineage, set()).add(row.is_name)
        return 20 * sum(len(its) > 1 for its in kinds.values()) > len(engaged)

    @remembered
    def on_pathway(self, year, stages=None, status=None):
        return {row.lineage for row in self.rows('pathway', year)
                if (stages is None or row.stage in stages) and (status is None or row.status == status)}

    @remembered
    def contexts(self, year, with_selective):
        """{lineage: its context}; an unknown PercentageFSM and an unknown area are contexts of their own."""
        thirds = self.network.groups(year, 3)
        return {lineage: (school.phase, thirds.get(lineage, 'unknown'), school.area,
                          with_selective and school.phase == 'Secondary' and school.selective)
                for lineage, school in self.eligible(year).items()}

    @remembered
    def identities(self, year):
        return {self.returned.identity(row.activity) for row in self.rows('delivery', year)}

    @remembered
    def roles(self, year):
        """{lead: roles}; a lead reference is known in its hub."""
        found = {}
        for row in self.rows('pd_lead', year):
            found.setdefault((row.hub, row.lead), set()).add(row.role)
        return found

