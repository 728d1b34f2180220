#!/usr/bin/env python3
"""Writes the drop folder of a small invented world in which schools, hubs and local authorities come and go.

  worlds.py OUT [--seed 1] [--missing 8] [--hubs 6] [--from 2018] [--to 2022]

Schools close, merge, are divided and get new numbers; local authorities are reorganised, and lists name old codes, new
codes or both; hubs open and close; returns are missing (so many in a hundred of each kind), nil, or of years with a gap.
Other lists and returns come too: activities that go on under other codes, mechanisms with their sources, who leads a hub.
Nothing in it is a misspelling: reading is not what these worlds are about. Python alone is needed.
"""
import argparse
import csv
import datetime
import os
import random

NETWORKS = ('Maths Hubs', 'Science Learning Partnerships')
GROUPS = ('Academies', 'Academies', 'Colleges', 'Free Schools', 'Local authority maintained schools',
          'Local authority maintained schools', 'Special schools', 'Independent schools')
PHASES = ('Primary', 'Primary', 'Primary', 'Middle deemed primary', 'Secondary', 'Secondary', 'Middle deemed secondary',
          'All-through', '16 plus', 'Nursery', 'Not applicable')
AREAS = ('(England/Wales) Urban city and town', '(England/Wales) Rural village', 'Urban major conurbation',
         '(England/Wales) Rural town and fringe in a sparse setting', '')
AGREEMENT = ('Strongly disagree', 'Disagree', 'Neither agree nor disagree', 'Agree', 'Strongly agree')
ITEMS = ('Overall, I was satisfied with this activity', 'This activity meets my approval',
         'This activity is appealing to me', 'I like this activity', 'I welcome this activity',
         'This activity seems fitting', 'This activity seems suitable', 'This activity seems applicable',
         'This activity seems like a good match', 'I trust the hub for advice on teaching')
# By level; the first four of an area are formal, and so are the first two of an activity.
MECHANISMS = (('Area', 'Finding and recruiting leads'), ('Area', 'Helping to train leads'),
              ('Area', 'Choosing and adapting materials'), ('Area', 'Managing the area network'),
              ('Area', 'Offering steps to more responsibility'), ('Area', 'Balancing adaptation and fidelity'),
              ('Area', 'Keeping feedback flowing'), ('Area', 'Building a community and a shared culture'),
              ('Activity', 'Organising the logistics'), ('Activity', 'Championing an activity'),
              ('Activity', 'Keeping in touch with participants'), ('Activity', 'Keeping feedback flowing'))
STAGES = ('Developing', 'Embedding', 'Sustaining')


def label(year):
    return '%d/%02d' % (year, (year + 1) % 100)


class School:
    def __init__(self, world, urn, la, phase=None):
        chance = world.chance
        self.urn, self.la, self.number, self.previous = urn, la, 1000 + urn % 9000, ('', '')
        self.group = chance.choice(GROUPS)
        self.phase = phase or chance.choice(PHASES)
        self.status, self.opened, self.closed = 'Open', None, None
        self.pupils = chance.choice(('', 0, *(chance.randrange(20, 1500) for _ in range(12))))
        self.fsm = chance.choice(('', '', chance.randrange(60) / 2, chance.randrange(40), 12.5))
        self.area, self.keen = chance.choice(AREAS), chance.gauss(0, 1)
        self.selective = 'Selective' if self.phase == 'Secondary' and chance.random() < .2 else 'Not applicable'

    def close(self, day):
        self.status, self.closed = 'Closed', day

    def is_open(self, year):
        day = datetime.date(year + 1, 1, 1)
        return (self.status != 'Proposed to open' and (not self.opened or self.opened <= day)
                and (not self.closed or self.closed > day))


class World:
    def __init__(self, options):
        self.options, self.chance = options, random.Random(options.seed)
        self.first, self.last = getattr(options, 'from'), options.to
        self.schools, self.links, self.files = [], [], {}
        self.las = ['%d' % (801 + i) for i in range(8)]
        for la in self.las:
            for _ in range(self.chance.randrange(14, 40)):
                self.add(la)
        self.history()
        self.changes = self.reorganise()
        self.hubs = [hub for network in NETWORKS for hub in self.found(network)]
        self.lists()
        for hub in self.hubs:
            self.years_of(hub)

    def add(self, la, **more):
        school = School(self, 100000 + len(self.schools) + 1, la, **more)
        self.schools.append(school)
        return school

    def day(self):
        return datetime.date(self.chance.randrange(self.first - 1, self.last + 2), self.chance.choice((1, 4, 9, 12)),
                             self.chance.choice((1, 1, 2, 28)))

    def history(self):
        """Schools close, with successors or without, merge, are divided, and are to open."""
        chance = self.chance
        for school in list(self.schools):
            event, day = chance.random(), self.day()
            if event < .05:
                school.close(day)
            elif event < .20:
                after = self.add(school.la, phase=school.phase)
                after.group, after.pupils, after.keen = 'Academies', school.pupils, school.keen
                after.opened = day
                school.close(day)
                self.link(school, after, chance.choice(('Successor', 'Successor', 'Successor', 'Predecessor')))
                if chance.random() < .3:
                    again = self.add(school.la, phase=school.phase)
                    again.opened = day + datetime.timedelta(days=400)
                    again.keen = school.keen
                    after.close(again.opened)
                    self.link(after, again, 'Successor')
            elif event < .25:
                other = chance.choice([its for its in self.schools if its.la == school.la])
                if other is not school and other.status == 'Open' and not other.opened:
                    if chance.random() < .5:
                        kept = self.add(school.la)
                        kept.opened = day
                        other.close(day)
                        self.link(other, kept, 'Successor - amalgamated')
                        school.close(day)
                        self.link(school, kept, chance.choice(('Successor - merged', 'Successor - amalgamated')))
                    else:
                        school.close(day)
                        self.link(school, other, 'Successor - merged')
            elif event < .28:
                school.close(day)
                for _ in range(2):
                    part = self.add(school.la, phase=school.phase)
                    part.opened = day
                    self.link(school, part, chance.choice(('Successor', 'Successor - Split School')))
            elif event < .30:
                school.status = 'Proposed to open'
            elif event < .32:
                school.status = 'Closed'                      # without a date
            elif event < .34:
                self.link(school, chance.choice(self.schools), 'Successor')       # of a school that is open
            elif event < .36:
                school.opened = day
            elif event < .37:
                other = chance.choice([its for its in self.schools if its.la == school.la])
                school.close(day)
                self.link(school, other, 'Successor')
                if other.status == 'Closed':
                    self.link(other, school, 'Successor')     # a ring
            elif event < .38:
                planned = self.add(school.la)
                planned.status = 'Proposed to open'
                school.close(day)
                self.link(school, planned, 'Successor')

    def link(self, school, after, kind):
        self.links.append((school.urn, after.urn, kind,
                           self.chance.choice(('', after.opened.strftime('%d-%m-%Y') if after.opened else ''))))

    def reorganise(self):
        """801 and 802 become 881; part of 803 becomes 882. Closed schools stay at their old codes."""
        year = self.chance.randrange(self.first, self.last + 1)
        self.reorganised = year
        moved = {'801': ['881'], '802': ['881'], '803': ['882', '883']}
        changes = []
        for school in self.schools:
            if school.la not in moved:
                continue
            if school.closed and school.closed <= datetime.date(year, 9, 1) or school.status == 'Closed':
                continue
            if school.opened and school.opened >= datetime.date(year, 4, 1):
                school.la = moved[school.la][0]
                continue
            school.previous = school.la, '%04d' % school.number
            school.la = moved[school.la][school.urn % len(moved[school.la])]
            if self.chance.random() < .5:
                school.number += 1
        if self.chance.random() < .8:
            changes = [(old, new, year) for old, codes in moved.items() for new in codes]
        return changes

    def found(self, network):
        """Hubs with their years and areas."""
        chance, size = self.chance, self.options.hubs
        prefix, found = network[0], []
        shares = [[] for _ in range(size)]
        for i, la in enumerate(self.las):
            shares[i % size].append(la)
        for i in range(size):
            opened = self.first + (chance.randrange(3) if chance.random() < .25 else 0)
            closed = self.last - chance.randrange(1, 3) if chance.random() < .2 and opened == self.first else None
            areas = []
            for la in shares[i]:
                new = {'801': ['881'], '802': ['881'], '803': ['882', '883']}.get(la, [])
                way = chance.choice(('both', 'split', 'old', 'new')) if new else 'plain'
                if way in ('plain', 'both', 'old'):
                    areas.append((la, '', self.first, ''))
                if way == 'both':
                    areas += [(code, '', self.first, '') for code in new]
                if way == 'new':
                    areas += [(code, '', self.first, '') for code in new]
                if way == 'split':
                    areas.append((la, '', self.first, self.reorganised - 1))
                    areas += [(code, '', self.reorganised, '') for code in new]
            if chance.random() < .4:
                areas.append((shares[(i + 1) % size][-1], '', self.last - 1, self.last))
            for _ in range(chance.randrange(0, 3)):
                areas.append(('', chance.choice(self.schools).urn, self.first + chance.randrange(2), ''))
            found.append(dict(network=network, code='%s%02d' % (prefix, i + 1), name='%s of the %d' % (network, i + 1),
                              opened=opened, closed=closed, areas=areas))
        return found

    # ---------------------------------------------------------------- lists

    def lists(self):
        day = lambda its: its.strftime('%d-%m-%Y') if its else ''
        self.table('edubasealldata%d0901.csv' % (self.last + 1), [
            'URN', 'LA (code)', 'LA (name)', 'EstablishmentNumber', 'EstablishmentName',
            'EstablishmentTypeGroup (name)', 'EstablishmentStatus (name)', 'OpenDate', 'CloseDate',
            'PhaseOfEducation (name)', 'AdmissionsPolicy (name)', 'NumberOfPupils', 'PercentageFSM', 'GOR (name)',
            'UrbanRural (name)', 'PreviousLA (code)', 'PreviousLA (name)', 'PreviousEstablishmentNumber'], [
            (s.urn, s.la, 'Authority %s' % s.la, s.number, 'School %d' % s.urn, s.group, s.status, day(s.opened),
             day(s.closed), s.phase, s.selective, s.pupils, s.fsm, 'Invented Region', s.area, s.previous[0],
             '', s.previous[1]) for s in self.schools])
        self.table('links_edubasealldata%d0901.csv' % (self.last + 1),
                   ['URN', 'LinkURN', 'LinkName', 'LinkType', 'LinkEstablishedDate'],
                   [(urn, other, 'School %d' % other, kind, on) for urn, other, kind, on in self.links])
        self.table('hubs.csv', ['Network', 'Hub code', 'Hub name', 'Aliases', 'Opened', 'Closed'], [
            (h['network'], h['code'], h['name'], '', label(h['opened']), label(h['closed']) if h['closed'] else '')
            for h in self.hubs])
        self.table('hub_areas.csv', ['Hub code', 'LA code', 'URN', 'From', 'To'], [
            (h['code'], la, urn, label(first), label(last) if last else '')
            for h in self.hubs for la, urn, first, last in h['areas']])
        if self.changes:
            self.table('authority_changes.csv', ['Old LA code', 'New LA code', 'First academic year'],
                       [(old, new, label(year)) for old, new, year in self.changes])
        self.table('targets.csv', ['Indicator', 'Network', 'Phase', 'Academic year', 'Target', 'Source'], [
            ('schools_engaged_percent', NETWORKS[1], 'Total', label(self.last), 45, 'Invented'),
            ('pathway_schools_percent', NETWORKS[0], 'Primary', label(self.last), 60, 'Invented'),
            ('pathway_schools_percent', NETWORKS[0], 'Total', label(self.last - 1), 35, 'Invented')])
        self.led()
        self.activities = {}
        rows = []
        for network in NETWORKS:
            for year in range(self.first, self.last + 1):
                codes = self.activities[network, year] = []
                for i in range(1, 6):
                    if (i + year) % 5 == 0:
                        continue
                    # Every second activity goes on by the catalogue under another number; the others by their code.
                    number = i if i % 2 else 10 * (year % 2) + i
                    code = '%sA%02d-%02d' % (network[0], year % 100, number)
                    codes.append((code, i))
                    before = [other for other, its in self.activities.get((network, year - 1), []) if its == i]
                    if i % 2 == 0:
                        rows.append((code, label(year), 'Activity %d' % i, self.chance.choice(('Programme', 'Course')),
                                     'Total', self.chance.choice(('National', 'Local')), '', before[0] if before else ''))
        self.table('activities.csv', ['Activity code', 'Academic year', 'Title', 'Type', 'Phase', 'Designed',
                                      'Origin hub', 'Continues'], rows)

    def led(self):
        """Which organisation leads a hub, and by which mechanisms, as two coders found them in sources."""
        chance = self.chance
        self.table('hub_leadership.csv', ['Hub', 'Lead organisation', 'From', 'To'], [
            (hub['code'], 'Trust %d' % chance.randrange(1, 9), label(hub['opened']), '') for hub in self.hubs])
        sources = ['%s-I%d' % (hub['code'], i) for hub in self.hubs for i in range(1, 4)]
        self.table('evidence_sources.csv', ['Reference', 'Type', 'Level', 'Role interviewed', 'Date', 'Consent'], [
            (source, chance.choice(('Interview', 'Document')), 'Area', '', '14/11/%d' % self.last,
             chance.choice(('Given', 'Given', 'Given', 'Not needed', 'Refused'))) for source in sources])
        rows = {}
        for hub in self.hubs:
            for year in (self.last - 1, self.last):
                if not hub['opened'] <= year <= (hub['closed'] or self.last) or chance.random() < .2:
                    continue
                for level, mechanism in chance.sample(MECHANISMS, chance.randrange(1, 8)):
                    key = (hub['code'], year, level, mechanism, '%s-I%d' % (hub['code'], chance.randrange(1, 4)),
                           chance.choice('AB'))
                    rows[key] = chance.choice(('Mentioned', 'Described', 'Evidenced'))
        self.table('mechanisms.csv', ['Hub', 'Academic year', 'Level', 'Mechanism', 'Evidence strength',
                                      'Source reference', 'Coder'], [
            (hub, label(year), level, mechanism, strength, source, 'K%s1' % coder)
            for (hub, year, level, mechanism, source, coder), strength in sorted(rows.items())])

    def table(self, name, heading, rows, above=()):
        self.files[name] = [*above, heading, *rows]

    # ---------------------------------------------------------------- returns

    def is_sent(self):
        return self.chance.randrange(100) >= self.options.missing

    def send(self, hub, year, kind, heading, rows):
        """Nil returns say their hub and year above the headings."""
        if not self.is_sent():
            return
        if self.chance.random() < .02:
            rows = []
        name = '%s_%d_%s.csv' % (hub['code'], year, kind)
        if rows:
            self.table(name, ['Hub', 'Academic year', *heading],
                       [(hub['code'], label(year), *row) for row in rows])
        else:
            self.table(name, heading, [], [['Hub', hub['code']], ['Academic year', label(year)]])

    def years_of(self, hub):
        chance, past, stages, leads = self.chance, {}, {}, {}
        gap = chance.randrange(self.first + 1, self.last) if chance.random() < .2 else None
        maths = hub['network'] == NETWORKS[0]
        level = chance.gauss(-.6, .7)
        codes = {la for la, *_ in hub['areas']}
        near = [s for s in self.schools if s.la in codes or s.previous[0] in codes or str(s.urn) in codes]
        for year in range(hub['opened'], (hub['closed'] or self.last) + 1):
            if year == gap:
                continue
            offered = self.activities[hub['network'], year]
            engaged = []
            for school in near + chance.sample(self.schools, 3):
                if not school.is_open(year) and not (school.closed and chance.random() < .2
                                                     and school.closed > datetime.date(year, 9, 1)):
                    continue
                wants = level + .5 * school.keen + (1.5 if school.urn in past else 0)
                if chance.random() > 1 / (1 + 2.718281828 ** -wants):
                    if chance.random() < .6:
                        past.pop(school.urn, None)
                    continue
                past[school.urn] = year
                for code, _ in chance.sample(offered, min(len(offered), chance.choice((1, 1, 2)))):
                    for k in range(chance.choice((1, 1, 2, 3))):
                        due = chance.choice((3, 4, 6, ''))
                        went = '' if due == '' else chance.randrange(0, due + 1)
                        status = ('Enrolled' if went == 0 else chance.choice(('Attending', 'Completed', ''))
                                  if went == '' or 4 * went >= 3 * due else 'Attending')
                        engaged.append((school.urn, 'School %d' % school.urn, code,
                                        '%s-%d-%d' % (hub['code'], school.urn, k), chance.choice(('Teacher', 'Leader')),
                                        due, went, status))
            chance.shuffle(engaged)
            if engaged and chance.random() < .3:
                engaged.append(engaged[0])
            self.send(hub, year, 'engagement', ['URN', 'School', 'Activity code', 'Participant reference',
                                                'Participant role', 'Sessions offered', 'Sessions attended', 'Status'],
                      engaged)
            self.delivery(hub, year, offered, engaged)
            if maths:
                self.pathway(hub, year, [s for s in near if s.is_open(year)], past, stages)
            self.leads(hub, year, leads)
            self.survey(hub, year, engaged)

    def delivery(self, hub, year, offered, engaged):
        chance, rows = self.chance, []
        for code, i in offered:
            filled = sum(1 for row in engaged if row[2] == code)
            if not filled and chance.random() < .8:
                continue
            due, changed = chance.randrange(0, 30), chance.randrange(0, 6)
            rows.append((code, 'Activity %d' % i, 'Work group', max(1, filled // 10), filled + chance.randrange(0, 9),
                         filled, due, chance.randrange(0, due + 1), changed, chance.randrange(0, changed + 1)))
        if chance.random() < .04:
            rows.append(('%sA%02d-99' % (hub['code'][0], year % 100), 'Nobody listed', 'Work group', 1, 12, 8, 4, 4, 0, 0))
        self.send(hub, year, 'delivery', ['Activity code', 'Activity', 'Activity type', 'Groups', 'Places offered',
                                          'Places filled', 'Core components due', 'Core components delivered',
                                          'Adaptations recorded', 'Adaptations consistent with core'], rows)

    def pathway(self, hub, year, near, past, stages):
        chance, rows = self.chance, []
        for school in near:
            if school.urn not in stages:
                if school.urn in past and chance.random() < .5:
                    stages[school.urn] = 'Developing', 'Active'
                else:
                    continue
            stage, status = stages[school.urn]
            draw = chance.random()
            if status == 'Paused':
                status = 'Active' if draw < .5 else 'Left' if draw < .7 else 'Paused'
            elif draw < .15:
                status = 'Paused'
            elif draw < .20:
                status = 'Left'
            elif draw < .60:
                stage = STAGES[min(2, STAGES.index(stage) + 1)]
            rows.append((school.urn, 'School %d' % school.urn, stage, status,
                         '' if status == 'Active' else chance.choice(('Staff turnover', 'Long-term absence', 'Budget')),
                         label(year + 1) if status == 'Paused' and chance.random() < .5 else ''))
            if status == 'Active' and stage == 'Sustaining' and chance.random() < .25:
                rows.append((school.urn, 'School %d' % school.urn, chance.choice(STAGES[:2]), 'Active', '', ''))
            stages[school.urn] = stage, status
            if status == 'Left':
                del stages[school.urn]
        self.send(hub, year, 'pathway', ['URN', 'School', 'Stage', 'Status', 'Reason', 'Expected return'], rows)
        active = [row for row in rows if row[3] == 'Active']
        self.send(hub, year, 'stated', ['Quantity', 'Stated value'], [
            ('Schools active on the pathway', len({row[0] for row in active}) + chance.choice((0, 0, 2))),
            *((stage, sum(row[2] == stage for row in active)) for stage in STAGES)])

    def leads(self, hub, year, leads):
        chance = self.chance
        for reference in [its for its in leads if chance.random() < .2]:
            del leads[reference]
        while len(leads) < 7:
            leads['%s-L%d-%d' % (hub['code'], year, len(leads) + chance.randrange(1000))] = dict(
                role=chance.choice(('Coordinator', 'Facilitator', 'Designer')), cohort='C%d' % chance.randrange(1, 4),
                accredited=chance.choice(('In training', 'Accredited', '')))
        rows = []
        for reference, its in leads.items():
            if chance.random() < .15:
                its['role'] = chance.choice(('Coordinator', 'Facilitator', 'Designer'))
            rows.append((reference, its['role'], its['cohort'], its['accredited'], chance.choice(('', 0.2, 0.5, 1))))
            if chance.random() < .1:
                other = chance.choice([role for role in ('Coordinator', 'Facilitator', 'Designer') if role != its['role']])
                rows.append((reference, other, its['cohort'], its['accredited'], ''))
        self.send(hub, year, 'leads', ['Lead reference', 'Lead role', 'Cohort', 'Accreditation', 'FTE'], rows)

    def survey(self, hub, year, engaged):
        chance, rows = self.chance, []
        asked = [row for row in engaged if row[6] not in (0, '')]
        kindness = chance.gauss(3.2, .5)
        for i, row in enumerate(chance.sample(asked, int(len(asked) * chance.uniform(.1, .9)))):
            def say():
                if chance.random() < .06:
                    return ''
                return AGREEMENT[max(0, min(4, int(chance.gauss(kindness, 1) + .5)))]
            rows.append((i + 1, row[0] if chance.random() < .9 else '', row[2], *(say() for _ in ITEMS),
                         '' if chance.random() < .1 else max(0, min(10, int(chance.gauss(7.8, 2))))))
        self.send(hub, year, 'survey', ['Response ID', 'URN', 'Activity code', *ITEMS,
                                        'How likely are you to recommend this hub to a colleague?'], rows)

    def write(self, target):
        os.makedirs(target, exist_ok=True)
        for name, rows in self.files.items():
            with open(os.path.join(target, name), 'w', encoding='utf-8', newline='') as file:
                csv.writer(file).writerows(rows)


if __name__ == '__main__':
    parser = argparse.ArgumentParser()
    parser.add_argument('out')
    for option, default in (('seed', 1), ('missing', 8), ('hubs', 6), ('from', 2018), ('to', 2022)):
        parser.add_argument('--' + option, type=int, default=default)
    given = parser.parse_args()
    World(given).write(given.out)
