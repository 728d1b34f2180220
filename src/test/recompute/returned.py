"""Reads the dropped files as returns: which rows are in force for each hub, year and kind of return."""
import functools
import re
from collections import namedtuple

from files import dropped_files, plain, sheets_of
from schools import Area, Register, read_links, read_schools

RETURNS = ('engagement', 'pathway', 'delivery', 'pd_lead', 'stated_total', 'survey_response')
COMPLETED, ENGAGED, ENROLLED = 3, 2, 1
FIRST_ROWS = 30  # a heading stands among these

Taken = namedtuple('Taken', 'hub lineage urn activity participant is_name rung')  # one participant of an activity
Placed = namedtuple('Placed', 'lineage urn stage status expected', defaults=('',))
Delivered = namedtuple('Delivered', 'hub activity offered filled due delivered adaptations consistent')
Lead = namedtuple('Lead', 'hub lead role cohort accredited', defaults=('', ''))
Stated = namedtuple('Stated', 'quantity phase value')
Answer = namedtuple('Answer', 'lineage activities overall aim iam fim trust recommend')
Counted = namedtuple('Counted', 'accepted left_out duplicate', defaults=(0, 0, 0))

HUB = ['hub', 'maths hub', 'hub code', 'slp', 'hub name', 'your hub', 'which hub is this?',
       'which hub ran this activity?']
YEAR = ['academic year', 'year', 'ay', 'which academic year?']
URN = ['urn', 'school urn', 'dfe urn', 'laestab', 'dfe number']
ACTIVITY = ['activity code', 'ncp', 'project code', 'ncp code']
HEADINGS = {
    'hubs': {'network': ['network'], 'hub': ['hub code', 'hub'], 'name': ['hub name'],
             'aliases': ['aliases', 'also known as'], 'opened': ['opened'], 'closed': ['closed']},
    'areas': {'hub': ['hub code', 'hub'], 'la': ['la code', 'la', 'local authority code'], 'urn': ['urn', 'school urn'],
              'first': ['from'], 'last': ['to']},
    'mechanisms': {'hub': HUB, 'year': YEAR, 'level': ['level'], 'mechanism': ['mechanism'],
                   'strength': ['evidence strength'], 'source': ['source reference'], 'coder': ['coder']},
    'sources': {'source': ['reference'], 'type': ['type'], 'consent': ['consent']},
    'leadership': {'hub': ['hub', 'hub code', 'hub name'], 'organisation': ['lead organisation'], 'first': ['from'],
                   'last': ['to']},
    'changes': {'old': ['old la code'], 'new': ['new la code'], 'first': ['first academic year']},
    'targets': {'indicator': ['indicator'], 'network': ['network'], 'phase': ['phase', 'education phase'],
                'year': YEAR, 'target': ['target']},
    'activities': {'activity': ACTIVITY, 'year': YEAR, 'title': ['title', 'activity', 'activity title'],
                   'designed': ['designed'], 'continues': ['continues', 'continues code']},
    'engagement': {'hub': HUB, 'year': YEAR, 'urn': URN, 'school': ['school', 'school name', 'name of school'],
                   'activity': ACTIVITY, 'participant': ['participant reference', 'participant id'],
                   'role': ['participant role', 'role'],
                   'offered': ['sessions offered', 'sessions planned', 'no. of sessions'],
                   'attended': ['sessions attended', 'attended', 'attendance'],
                   'status': ['status', 'participant status']},
    'pathway': {'hub': HUB, 'year': YEAR, 'urn': URN, 'school': ['school', 'school name', 'name of school'],
                'stage': ['stage', 'tfm stage', 'pathway stage'], 'status': ['status', 'current status'],
                'reason': ['reason', 'reason for pausing', 'if paused, why?'], 'expected': ['expected return']},
    'delivery': {'hub': HUB, 'year': YEAR, 'activity': ACTIVITY, 'title': ['activity', 'activity title'],
                 'type': ['activity type', 'type'], 'groups': ['groups', 'work groups'],
                 'offered': ['places offered', 'places'], 'filled': ['places filled', 'places taken'],
                 'due': ['core components due'], 'delivered': ['core components delivered'],
                 'adaptations': ['adaptations recorded', 'adaptations'],
                 'consistent': ['adaptations consistent with core', 'of which consistent']},
    'pd_lead': {'hub': HUB, 'year': YEAR, 'lead': ['lead reference', 'lead id', 'llme reference'],
                'role': ['lead role', 'role'], 'title': ['title'], 'cohort': ['cohort'],
                'accredited': ['accreditation'],
                'school': ['school urn', 'urn', 'dfe urn']},
    'stated_total': {'hub': HUB, 'year': YEAR, 'phase': ['phase'], 'quantity': ['quantity'],
                     'value': ['stated value', 'total', 'stated total']},
    'survey_response': {
        'hub': HUB, 'year': YEAR, 'urn': URN + ['school', 'your school'],
        'activity': ACTIVITY + ['activity', 'activity title', 'work group', 'course'],
        'id': ['response id', 'id', 'respondent id', 'respondentid', 'responseid'],
        'started': ['start time', 'start date', 'started'],
        'completed': ['completion time', 'end date', 'timestamp', 'submission date', 'recorded date'],
        'overall': ['overall, i was satisfied with this activity', 'i was satisfied with this activity',
                    'overall i am satisfied with this activity'],
        'aim1': ['this activity meets my approval'], 'aim2': ['this activity is appealing to me'],
        'aim3': ['i like this activity'], 'aim4': ['i welcome this activity'],
        'iam1': ['this activity seems fitting'], 'iam2': ['this activity seems suitable'],
        'iam3': ['this activity seems applicable'], 'iam4': ['this activity seems like a good match'],
        'fim1': ['this activity seems implementable'], 'fim2': ['this activity seems possible'],
        'fim3': ['this activity seems doable'], 'fim4': ['this activity seems easy to use'],
        'trust': ['i trust the hub for advice on teaching'],
        'recommend': ['how likely are you to recommend this hub to a colleague?'],
        'type': ['response type'], 'finished': ['finished'], 'comment': ['comments', 'comment', 'free comment']}}
REQUIRED = {'hubs': {'network', 'hub', 'name'}, 'areas': {'hub', 'first'},
            'mechanisms': {'hub', 'level', 'mechanism', 'strength', 'source'}, 'sources': {'source', 'consent'},
            'leadership': {'hub', 'organisation', 'first'}, 'changes': {'old', 'new', 'first'},
            'targets': {'indicator', 'network', 'year', 'target'}, 'activities': {'activity', 'year', 'continues'},
            'engagement': {'urn', 'activity', 'participant'}, 'pathway': {'urn', 'stage', 'status'},
            'delivery': {'activity', 'offered', 'filled'}, 'pd_lead': {'lead', 'role'},
            'stated_total': {'quantity', 'value'}, 'survey_response': {'overall'}}
FIELD_OF = {kind: {heading: field for field, headings in fields.items() for heading in headings}
            for kind, fields in HEADINGS.items()}
KNOWN_HEADINGS = {heading for fields in FIELD_OF.values() for heading in fields}
STAGES = {'developing': 'Developing', 'development': 'Developing', 'dev': 'Developing', 'embedding': 'Embedding',
          'embedding support': 'Embedding', 'embedding year': 'Embedding', 'emb': 'Embedding',
          'sustaining': 'Sustaining', 'sustain': 'Sustaining', 'sus': 'Sustaining'}
ON_PATHWAY = {'active': 'Active', 'continuing': 'Active', 'paused': 'Paused', 'on a break': 'Paused',
              'taking a break': 'Paused', 'on hold': 'Paused', 'left': 'Left', 'withdrawn': 'Left', 'exited': 'Left'}
TAKING_PART = {'enrolled': 'Enrolled', 'signed up': 'Enrolled', 'registered': 'Enrolled', 'attending': 'Attending',
               'attended': 'Attending', 'in progress': 'Attending', 'completed': 'Completed', 'complete': 'Completed',
               'withdrew': 'Withdrew', 'withdrawn': 'Withdrew', 'dropped out': 'Withdrew'}
ROLES = {'coordinator': 'Coordinator', 'facilitator': 'Facilitator', 'designer': 'Designer'}
AGREEMENT = {'strongly disagree': 1, 'disagree': 2, 'neither agree nor disagree': 3, 'agree': 4, 'strongly agree': 5,
             'completely disagree': 1, 'completely agree': 5, '1': 1, '2': 2, '3': 3, '4': 4, '5': 5}
WORDS = {word: i for i, word in enumerate(
    'zero one two three four five six seven eight nine ten eleven twelve'.split())}
NO_NUMBER = {'', '-', '–', 'tbc', 'n/a', 'na', 'not sure'}
TESTS = {'test', 'testing', 'test test', 'this is a test', 'tester', 'asdf', 'asdfg', 'asdfgh', 'qwerty', 'dummy',
         'xxx', 'xxxx', 'abc', 'blah'}


class Refused(Exception):
    """A row that is left out."""


# ---------------------------------------------------------------- values

@functools.lru_cache(maxsize=200_000)
def year_of(text):
    """The year in which an academic year starts: 2022 of 2022/23, AY22/23, 202223, 2022-2023 or 2022."""
    text = plain(text).replace('–', '/').replace('—', '/').replace('-', '/').removeprefix('ay').replace(' ', '')
    match = re.fullmatch(r'(\d{4})(\d\d)|(\d{4})/(?:\d\d|\d{4})|(\d\d)/\d\d|(\d{4})(?:\.0)?', text)
    if not match:
        raise Refused('academic year')
    if match[4]:
        return 2000 + int(match[4])
    return int(match[1] or match[3] or match[5])


def count_of(value, whole=None):
    """A count, None where it is blank; `whole` is what a percentage is of."""
    if value is None:
        return None
    if isinstance(value, (int, float)):
        if value < 0 or not float(value).is_integer():
            raise Refused('count')
        return int(value)
    text = plain(value)
    if text in NO_NUMBER:
        return None
    if text in WORDS:
        return WORDS[text]
    match = re.fullmatch(r'(?:~|about |approx\.? ?)?(\d+)(?:\.0+)?(?:/\d+)?\*?', text)
    if match:
        return int(match[1])
    match = re.fullmatch(r'(\d+(?:\.\d+)?)%', text)
    if match and whole is not None:
        return int(float(match[1]) * whole / 100 + 0.5)
    raise Refused('count')


@functools.lru_cache(maxsize=200_000)
def key_of(value):
    """Codes and references are compared by this."""
    text = re.sub(r'[‐‑‒–—−]', '-', plain(value)).rstrip(';,. ')
    text = re.sub(r'^(\d+)\.0$', r'\1', text)
    return text.lstrip('0') or '0' if text.isdigit() else text


@functools.lru_cache(maxsize=200_000)
def codes_of(value):
    """A cell with several codes holds several."""
    return tuple(key_of(part) for part in re.split(r'[;,]', str(value)) if part.strip())


def choice(value, labels, required):
    if value is None or not plain(value):
        if required:
            raise Refused('missing')
        return None
    text = plain(value)
    if text in labels:
        return labels[text]
    if re.sub(r' year \d+$| \d+$', '', text) in labels:
        return labels[re.sub(r' year \d+$| \d+$', '', text)]
    raise Refused('choice')


def is_personal_name(reference):
    """A reference with a letter and no digit is a person's name."""
    text = str(reference)
    return any(c.isalpha() for c in text) and not any(c.isdigit() for c in text)


def rung(status, offered, attended):
    offered, attended = offered or 0, attended or 0
    if status == 'Completed' or offered > 0 and 4 * attended >= 3 * offered:
        return COMPLETED
    return ENGAGED if attended >= 1 or status == 'Attending' else ENROLLED


# ---------------------------------------------------------------- tables

def tables_of(sheet, limit=None):
    """(kind, {field: column}, labels above, rows) of every table of a sheet; of a return no more than `limit` rows."""
    labels, kind, columns, rows = {}, None, None, []
    for i, cells in enumerate(sheet.rows):
        if limit and i > limit and (kind is None or kind in RETURNS):
            break
        if is_heading(cells):
            found = recognise(cells)
            if found and found != (kind, columns):
                if kind:
                    yield kind, columns, labels, rows
                (kind, columns), rows = found, []
                continue
            if found:
                continue
        if kind:
            rows.append(cells)
        else:
            take_label(cells, labels)
    if kind:
        yield kind, columns, labels, rows


def is_heading(cells):
    filled = [cell for cell in cells if cell is not None][:3]
    return len(filled) >= 2 and any(isinstance(cell, str) and plain(cell) in KNOWN_HEADINGS for cell in filled)


def recognise(cells):
    names, best = [plain(cell) if isinstance(cell, str) else '' for cell in cells], None
    for kind, field_of in FIELD_OF.items():
        columns = {}
        for i, name in enumerate(names):
            if name in field_of:
                columns.setdefault(field_of[name], i)
        if REQUIRED[kind] <= columns.keys() and (best is None or len(columns) > len(best[1])):
            best = kind, columns
    return best


def take_label(cells, labels):
    filled = [cell for cell in cells if cell is not None]
    if len(filled) == 1 and isinstance(filled[0], str) and ':' in filled[0]:
        filled = filled[0].split(':', 1)
    if len(filled) == 2 and isinstance(filled[0], str):
        name = plain(str(filled[0]).rstrip(',: '))
        if name in HUB:
            labels['hub'] = filled[1]
        elif name in YEAR:
            labels['year'] = filled[1]


def is_aside(get, cells, needed):
    """A blank row, a total, or a note: it has none of the required values of the return."""
    filled = [cell for cell in cells if cell is not None and str(cell).strip()]
    if not filled:
        return True
    if isinstance(filled[0], str) and re.fullmatch(r'(sub|grand )?-?totals?', plain(filled[0])):
        return True
    return len(filled) == 1 or not any(get(field) is not None for field in needed)


# ---------------------------------------------------------------- all that is in force

class Returned:
    """All that was dropped. Registers and lists are read first, then the returns in the order of file time."""

    def __init__(self, paths):
        self.network_of, self.names, self.opened, self.closed, self.hub_by_name = {}, {}, {}, {}, {}
        self.targets, self.continues, self.spelling = {}, {}, {}
        self.in_force = {}                                        # (kind, hub, year): rows
        self.counted = {}                                         # (hub, year): what became of the rows
        self.answers = {}                                         # (hub, year): survey files with their answers
        files = dropped_files(paths)
        lists, registers, links, longer = {}, [], [], []
        for path in files:
            for sheet in sheets_of(path, rows=FIRST_ROWS):
                if 'edubase' in sheet.file.lower():
                    (links if 'links' in sheet.file.lower() else registers).append((dated(sheet.file), sheet))
                    continue
                if any(kind not in RETURNS for kind, *_ in tables_of(sheet, FIRST_ROWS)):
                    longer.append(path)
        for path in longer:
            for sheet in sheets_of(path):
                for kind, columns, _, rows in tables_of(sheet):
                    if kind not in RETURNS:
                        lists[kind] = columns, rows
        self.read_hubs(lists)
        newest, sheet = max(enumerate(registers), key=lambda its: (its[1][0], its[0]))[1]
        schools = read_schools(iter(sheet.rows), int(newest[:4] or 2100))
        found = read_links(iter(max(enumerate(links), key=lambda its: (its[1][0], its[0]))[1][1].rows)) if links else []
        self.register = Register(schools, found, self.changes(lists), self.areas(lists))
        self.read_targets(lists)
        self.read_activities(lists)
        self.refused_sources = {key_of(get('source')) for get in rows_of(lists, 'sources')
                                if plain(get('consent')) not in ('given', 'not needed')}
        self.mechanisms = [(self.hub_by_name.get(plain(get('hub'))), year_of(get('year')), plain(get('level')),
                            plain(get('mechanism')), plain(get('strength')), key_of(get('source')))
                           for get in rows_of(lists, 'mechanisms')]
        for path in files:
            self.take_file(path)

    # ------------------------------------------------------------ lists

    def read_hubs(self, lists):
        for get in rows_of(lists, 'hubs'):
            hub = str(get('hub')).strip()
            self.network_of[hub], self.names[hub] = str(get('network')).strip(), str(get('name')).strip()
            self.opened[hub] = year_of(get('opened')) if get('opened') else None
            self.closed[hub] = year_of(get('closed')) if get('closed') else None
            for name in [hub, get('name'), *str(get('aliases') or '').split(';')]:
                if name and str(name).strip():
                    self.hub_by_name.setdefault(plain(name), hub)

    def areas(self, lists):
        for get in rows_of(lists, 'areas'):
            hub = self.hub_by_name.get(plain(get('hub')))
            if hub:
                yield Area(hub, get('la'), int(float(get('urn'))) if get('urn') else None, year_of(get('first')),
                           year_of(get('last')) if get('last') else None)

    @staticmethod
    def changes(lists):
        for get in rows_of(lists, 'changes'):
            yield get('old'), get('new'), year_of(get('first'))

    def read_targets(self, lists):
        for get in rows_of(lists, 'targets'):
            phase = str(get('phase') or 'Total').strip()
            self.targets[str(get('network')).strip(), year_of(get('year')), phase] = (
                str(get('indicator')).strip(), str(get('target')).strip())

    def read_activities(self, lists):
        for get in rows_of(lists, 'activities'):
            self.continues[key_of(get('activity'))] = key_of(get('continues')) if get('continues') else None

    # ------------------------------------------------------------ returns

    def take_file(self, path):
        waiting = {}
        for sheet in sheets_of(path):
            if 'edubase' not in sheet.file.lower():
                for kind, columns, labels, rows in tables_of(sheet):
                    if kind in RETURNS:
                        self.read_table(kind, columns, labels, rows, waiting)
        self.put_in_force(waiting)

    def read_table(self, kind, columns, labels, rows, waiting):
        """Rows of one table into `waiting`, {(kind, hub, year): [row]}; nothing of it if too many have errors."""
        found, errors, taken, whose, read = {}, 0, 0, {}, getattr(self, 'read_' + kind)
        scales = other_scales(kind, columns, rows)
        needed = [field for field in columns if field not in ('hub', 'year')]
        for cells in rows:
            def get(field):
                at = columns.get(field)
                value = cells[at] if at is not None and at < len(cells) else None
                return None if isinstance(value, str) and not value.strip() else value
            if is_aside(get, cells, needed):
                continue
            if kind == 'survey_response' and is_unfinished(get):
                continue
            taken += 1
            try:
                where = get('hub') or labels.get('hub'), get('year') or labels.get('year')
                if where not in whose:
                    whose[where] = self.place(*where)
                hub, year = whose[where]
                found.setdefault((kind, hub, year), []).append(read(get, hub, year, scales))
            except Refused:
                errors += 1
                for place in list(whose.values())[-1:]:
                    self.count(place, left_out=1)
        if taken == 0 and labels.get('hub') and labels.get('year'):
            found[(kind, *self.place(labels['hub'], labels['year']))] = []
        if errors > 0.1 * taken:
            return
        for place, its in found.items():
            waiting.setdefault(place, []).extend(its)

    def count(self, place, **more):
        old = self.counted.get(place, Counted())
        self.counted[place] = old._replace(**{field: getattr(old, field) + n for field, n in more.items()})

    def place(self, hub, year):
        if hub is None or year is None or plain(hub) not in self.hub_by_name:
            raise Refused('hub')
        return self.hub_by_name[plain(hub)], year_of(year)

    def school(self, get, year, required=True):
        if get('urn') is None:
            if required:
                raise Refused('school')
            return None
        urn = self.found(get('urn'), year)
        if urn is None or self.register.is_gone(urn, year):
            raise Refused('school')
        return urn

    def found(self, text, year):
        cache = self.__dict__.setdefault('found_schools', {})
        if (text, year) not in cache:
            cache[text, year] = self.register.find(text, year)
        return cache[text, year]

    def read_engagement(self, get, hub, year, _):
        urn = self.school(get, year)
        activity, participant = get('activity'), get('participant')
        if activity is None or participant is None or len(codes_of(activity)) != 1:
            raise Refused('activity')
        offered = count_of(get('offered'))
        attended = count_of(get('attended'), offered)
        status = choice(get('status'), TAKING_PART, False)
        return (Taken(hub, self.register.lineage[urn], urn, codes_of(activity)[0], key_of(participant),
                      is_personal_name(participant), rung(status, offered, attended)),
                (offered, attended, status, plain(get('role') or ''), plain(get('school') or '')))

    def read_pathway(self, get, hub, year, _):
        urn = self.school(get, year)
        return (Placed(self.register.lineage[urn], urn, choice(get('stage'), STAGES, True),
                       choice(get('status'), ON_PATHWAY, True), plain(get('expected') or '')),
                (plain(get('reason') or ''), plain(get('expected') or ''), plain(get('school') or '')))

    def read_delivery(self, get, hub, year, _):
        if get('activity') is None or len(codes_of(get('activity'))) != 1:
            raise Refused('activity')
        offered, filled = count_of(get('offered')), count_of(get('filled'))
        self.spelling.setdefault(codes_of(get('activity'))[0], str(get('activity')).strip())
        rest = [count_of(get(field)) for field in ('due', 'delivered', 'adaptations', 'consistent')]
        return (Delivered(hub, codes_of(get('activity'))[0], offered or 0, filled or 0, *(n or 0 for n in rest)),
                (get('title'), get('type'), get('groups')))

    def read_pd_lead(self, get, hub, year, _):
        if get('lead') is None:
            raise Refused('lead')
        return (Lead(hub, key_of(get('lead')), choice(get('role'), ROLES, True), str(get('cohort') or '').strip().upper(),
                     str(get('accredited') or '').strip()), (get('title'),))

    def read_stated_total(self, get, hub, year, _):
        if get('quantity') is None or count_of(get('value')) is None:
            raise Refused('quantity')
        return Stated(plain(get('quantity')), str(get('phase') or 'Total').strip(), count_of(get('value'))), ()

    def read_survey_response(self, get, hub, year, left_out):
        urn = self.school(get, year, required=False)

        def answer(field):
            return None if field in left_out or get(field) is None else scale_value(field, get(field))
        scales = [tuple(answer(scale + item) for item in '1234') for scale in ('aim', 'iam', 'fim')]
        its = Answer(urn and self.register.lineage[urn], codes_of(get('activity') or ''), answer('overall'), *scales,
                     answer('trust'), answer('recommend'))
        return its, (get('id'), get('started') or get('completed'))

    # ------------------------------------------------------------ what is in force after one file

    def put_in_force(self, waiting):
        for (kind, hub, year), rows in waiting.items():
            place = kind, hub, year
            if kind == 'survey_response':
                self.take_answers(hub, year, rows)
                continue
            distinct = list(dict.fromkeys(rows))
            self.count((hub, year), accepted=len(distinct), duplicate=len(rows) - len(distinct))
            its, before = [row for row, _ in distinct], self.in_force.get(place)
            if before is None:
                self.in_force[place] = its
            elif kind == 'engagement':
                claimed = {row.activity for row in its}
                if its:
                    self.in_force[place] = [row for row in before if row.activity not in claimed] + its
            elif kind == 'stated_total':
                claimed = {(row.quantity, row.phase) for row in its}
                self.in_force[place] = [row for row in before if (row.quantity, row.phase) not in claimed] + its
            elif not must_be_confirmed(before, its):
                self.in_force[place] = its

    def take_answers(self, hub, year, rows):
        """Identity is the id with its time. A file without usable ids that holds half of an earlier one replaces it."""
        ids = [identity for _, identity in rows]
        usable = all(number is not None and not re.search(r'\de\+\d', str(number).lower())
                     and not (isinstance(number, (int, float)) and abs(number) >= 1e15) for number, _ in ids)
        distinct = list(dict.fromkeys(rows)) if usable else rows
        usable = usable and len({identity for _, identity in distinct}) == len(distinct)
        if not usable:
            distinct = rows
        files = self.answers.setdefault((hub, year), [])
        if usable:
            replace_shared(files, distinct)
        else:
            for file in files:
                if not file['ids']:
                    shared = [row for row in file['rows'] if row in set(distinct)]
                    if 2 * len(shared) >= len(file['rows']) > 0:
                        file['rows'] = []
        files.append({'ids': usable, 'rows': distinct})
        self.count((hub, year), accepted=len(distinct), duplicate=len(rows) - len(distinct))
        self.in_force['survey_response', hub, year] = [row for file in files for row, _ in file['rows']]

    # ------------------------------------------------------------ questions

    def rows(self, kind, hub, year):
        return self.in_force.get((kind, hub, year), ())

    def has(self, kind, hub, year):
        return (kind, hub, year) in self.in_force

    def identity(self, activity):
        """One activity through its yearly codes: by the activity catalogue, else by all but the digits of the year."""
        seen = set()
        while activity in self.continues and activity not in seen:
            seen.add(activity)
            before = self.continues[activity]
            if before is None:
                return activity
            activity = before
        return re.sub(r'^([a-z]+)\d\d(?=\D)', r'\1', activity)


def dated(name):
    match = re.search(r'(\d{8})', name)
    return match[1] if match else ''


def rows_of(lists, kind):
    """A getter for each row of the list that is in force."""
    columns, rows = lists.get(kind, ({}, ()))
    for cells in rows:
        if any(cell is not None and str(cell).strip() for cell in cells):
            def get(field, cells=cells):
                at = columns.get(field)
                value = cells[at] if at is not None and at < len(cells) else None
                return None if isinstance(value, str) and not value.strip() else value
            yield get


def other_scales(kind, columns, rows):
    """The items of a survey that hold a label which their scale does not have."""
    if kind != 'survey_response':
        return set()
    found = set()
    for field, at in columns.items():
        if re.fullmatch(r'overall|trust|recommend|[aif]+m\d', field):
            for cells in rows:
                if at < len(cells) and cells[at] is not None and str(cells[at]).strip():
                    if scale_value(field, cells[at]) is None:
                        found.add(field)
                        break
    return found


def scale_value(field, value):
    text = re.sub(r'\.0$', '', plain(value))
    if field != 'recommend':
        return AGREEMENT.get(text)
    match = re.match(r'(10|\d)(?!\d)', text)
    return int(match[1]) if match else None


def is_unfinished(get):
    if plain(get('type') or '') in ('survey preview', 'spam') or plain(get('finished') or 'true') in ('false', '0'):
        return True
    return plain(get('comment') or '') in TESTS


def must_be_confirmed(before, after):
    """More than a fifth of what is in force, and at least five, would be removed."""
    def things(rows):
        return {row.lineage if isinstance(row, Placed) else row.lead if isinstance(row, Lead) else row.activity
                for row in rows}
    gone = things(before) - things(after)
    return len(gone) >= 5 and 5 * len(gone) > len(things(before))


def replace_shared(files, rows):
    """A re-export replaces the answers that it holds; another form of the same ids replaces nothing."""
    new = {(row.activities, identity): row for row, identity in rows}
    for file in files:
        if file['ids']:
            shared = [(row, identity) for row, identity in file['rows'] if (row.activities, identity) in new]
            same = sum(new[row.activities, identity] == row for row, identity in shared)
            if shared and 2 * same >= len(shared):
                file['rows'] = [pair for pair in file['rows'] if pair not in set(shared)]
