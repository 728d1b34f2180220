"""The register: schools, lineages, local authorities through time, and whose area a school lies in."""
import datetime
import re
from collections import namedtuple

PHASE_OF = {'Primary': 'Primary', 'Middle deemed primary': 'Primary', 'Secondary': 'Secondary',
            'Middle deemed secondary': 'Secondary', 'All-through': 'Secondary', '16 plus': 'Post-16'}
PHASES = ('Total', 'Primary', 'Secondary', 'Post-16', 'Other')
STATE_FUNDED = {'Academies', 'Colleges', 'Free Schools', 'Local authority maintained schools', 'Special schools'}
FOLLOWED = {'Successor', 'Successor - merged', 'Successor - amalgamated'}

School = namedtuple('School', 'urn la number previous_la previous_number name phase state_funded status opened closed '
                              'pupils fsm area selective college')
Area = namedtuple('Area', 'hub la urn first last')


def la_code(text):
    text = re.sub(r'\.0$', '', str(text).strip()) if text is not None else ''
    return text.zfill(3) if text.isdigit() else text


def day(text, register_year):
    """A date of the register. Two digits of a year fall in the hundred years that end with the register's own."""
    if not text:
        return None
    for form in ('%d-%m-%Y', '%d/%m/%Y', '%Y-%m-%d', '%d-%b-%Y', '%d-%b-%y', '%d/%m/%y', '%d-%m-%y'):
        try:
            found = datetime.datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
        if '%y' in form:
            year = register_year - (register_year - found.year) % 100
            return found.replace(year=year)
        return found
    return None


def number(text):
    try:
        return float(text) if text else None
    except ValueError:
        return None


def urban_or_rural(name):
    if not name:
        return 'unknown'
    return 'rural' if 'rural' in name.removeprefix('(England/Wales) ').casefold() else 'urban'


def read_schools(rows, register_year):
    heading = {name: i for i, name in enumerate(next(rows))}
    days, found = {}, {}

    def date(text):
        if text not in days:
            days[text] = day(text, register_year)
        return days[text]
    for row in rows:
        def get(name):
            at = heading.get(name)
            return (row[at] if at is not None and at < len(row) else None) or ''
        if not get('URN'):
            continue
        urn = int(get('URN'))
        found[urn] = School(
            urn, la_code(get('LA (code)')), get('EstablishmentNumber').zfill(4),
            la_code(get('PreviousLA (code)')), get('PreviousEstablishmentNumber').zfill(4), get('EstablishmentName'),
            PHASE_OF.get(get('PhaseOfEducation (name)'), 'Other'),
            get('EstablishmentTypeGroup (name)') in STATE_FUNDED, get('EstablishmentStatus (name)'),
            date(get('OpenDate')), date(get('CloseDate')), int(number(get('NumberOfPupils')) or 0),
            number(get('PercentageFSM')), urban_or_rural(get('UrbanRural (name)')),
            get('AdmissionsPolicy (name)') == 'Selective',
            get('EstablishmentTypeGroup (name)') == 'Colleges')
    return found


def read_links(rows):
    heading = {name: i for i, name in enumerate(next(rows))}
    return [(int(row[heading['URN']]), int(row[heading['LinkURN']]), row[heading['LinkType']])
            for row in rows if len(row) > heading['LinkType'] and row[heading['URN']] and row[heading['LinkURN']]]


def find_lineages(schools, links):
    """Every URN with the URN at the end of its lineage."""
    successors = {}
    for urn, link_urn, kind in links:
        a, b = schools.get(urn), schools.get(link_urn)
        if kind in FOLLOWED and a and b and a.status == 'Closed' and b.status != 'Proposed to open':
            successors.setdefault(urn, set()).add(link_urn)
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


class Register:
    """The schools and, year by year, which of them a hub has in its area."""

    def __init__(self, schools, links, changes=(), areas=()):
        """`changes`: (old code, new code, first academic year); `areas`: the rows of the list of hub areas."""
        self.schools = schools
        self.lineage = find_lineages(schools, links)
        self.changes = {(la_code(old), la_code(new)): first for old, new, first in changes}
        self.next_codes = {}
        for old, new in self.changes:
            self.next_codes.setdefault(old, set()).add(new)
        self.areas = list(areas)
        self.by_number = {}
        for school in schools.values():
            self.by_number.setdefault((school.la, school.number), []).append(school)
            if school.previous_la and (school.previous_la, school.previous_number) != (school.la, school.number):
                self.by_number.setdefault((school.previous_la, school.previous_number), []).append(school)
        self.open_in = {}

    def followers(self, code):
        """Every code that followed this one, however many changes later."""
        found, waiting = set(), [code]
        while waiting:
            for new in self.next_codes.get(waiting.pop(), ()):
                if new not in found:
                    found.add(new)
                    waiting.append(new)
        return found

    def later_codes(self, school):
        """The codes that followed the code of a closed school; the open school of its lineage decides between them."""
        found = self.followers(school.la)
        end = self.schools[self.lineage[school.urn]]
        return {end.la} if end.status != 'Closed' and end.la in found else found

    def codes(self, school, year):
        """The codes by which a hub may list the school in that year."""
        found = {school.la}
        if school.previous_la:
            first = self.changes.get((school.previous_la, school.la))
            if first is None or year < first:
                found.add(school.previous_la)
        if school.status == 'Closed' and school.la in self.next_codes:
            found |= self.later_codes(school)
        return found

    def valid_codes(self, school, year):
        """The code that the school had in that year; more than one only where nothing decides between them."""
        first = self.changes.get((school.previous_la, school.la))
        if first is not None and year < first:
            return {school.previous_la}
        if school.status != 'Closed' or school.la not in self.next_codes:
            return {school.la}
        allowed, now = self.later_codes(school), {school.la}
        while True:
            later = {new for code in now for new in self.next_codes.get(code, ())
                     if self.changes[code, new] <= year and (new in allowed or self.followers(new) & allowed)}
            if not later or later == now:
                return now
            now = later

    def open_schools(self, year):
        """The state-funded schools open at the reference date, the highest URN last."""
        if year not in self.open_in:
            date = datetime.date(year + 1, 1, 1)
            self.open_in[year] = sorted((s for s in self.schools.values() if s.state_funded and is_open(s, date)),
                                        key=lambda school: school.urn)
        return self.open_in[year]

    def in_areas(self, year, network_of):
        """{hub: {lineage: its highest open school there}} of the hubs in `network_of`, {hub: network}."""
        by_code, by_lineage = {}, {}
        for area in self.areas:
            if area.hub in network_of and area.first <= year and (area.last is None or year <= area.last):
                if area.urn is not None:
                    by_lineage.setdefault(self.lineage.get(area.urn, area.urn), set()).add(area.hub)
                else:
                    by_code.setdefault(la_code(area.la), set()).add(area.hub)
        found = {hub: {} for hub in network_of}
        for school in self.open_schools(year):
            for hub in self.hubs_of(school, year, by_code, by_lineage, network_of):
                found[hub][self.lineage[school.urn]] = school
        return found

    def hubs_of(self, school, year, by_code, by_lineage, network_of):
        codes = self.codes(school, year)
        claims = set().union(*(by_code.get(code, ()) for code in codes))
        singly = by_lineage.get(self.lineage[school.urn], set())
        if len(codes) == 1 and not singly:
            return claims
        found = set()
        for network in {network_of[hub] for hub in claims | singly}:
            named = {hub for hub in singly if network_of[hub] == network}
            its = {hub for hub in claims if network_of[hub] == network}
            if not named and len(its) > 1:
                valid = self.valid_codes(school, year)
                its = {hub for hub in its if any(hub in by_code.get(code, ()) for code in valid)} or its
            found |= named or its
        return found

    def pupils(self, year):
        """{lineage: pupils of all its state-funded schools open at the reference date, wherever they lie}."""
        found = {}
        for school in self.open_schools(year):
            lineage = self.lineage[school.urn]
            found[lineage] = found.get(lineage, 0) + school.pupils
        return found

    def find(self, text, year):
        """The URN for a URN or a LAESTAB, including old ones; None if no school or several schools have it."""
        digits = re.sub(r'\.0$', '', str(text).replace('\u00a0', ' ').strip())
        digits = re.sub(r'^urn\s*', '', digits, flags=re.IGNORECASE)
        if digits.isdigit() and len(digits) <= 6:
            return int(digits) if int(digits) in self.schools else None
        match = re.fullmatch(r'(\d{3})[/\- ]?(\d{4})', digits)
        if not match:
            return None
        found = {school.urn: school for school in self.by_number.get(match.groups(), ())}
        if len(found) > 1:
            date = datetime.date(year + 1, 1, 1)
            found = {urn: school for urn, school in found.items() if is_open(school, date)}
        return next(iter(found)) if len(found) == 1 else None

    def is_gone(self, urn, year):
        """Closed before the year began, without a successor."""
        school = self.schools[urn]
        return (self.lineage[urn] == urn and school.status == 'Closed' and school.closed is not None
                and school.closed <= datetime.date(year, 9, 1))


