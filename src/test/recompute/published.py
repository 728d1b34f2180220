"""The rows of indicators.csv as the specification has them: standing of hubs, coverage, symbols, change, comparison."""
import math
from fractions import Fraction

from formulas import funnel, funnel_limits, newcombe, phi_corrected, welch
from indicators import COMPARED, INDICATORS, TOTAL, WITHOUT_COUNTS, WITHOUT_LIMITS, Figure, consistency
from returned import RETURNS
from scopes import Network
from schools import PHASES

Z998 = 3.090232306167813
KEY = ('time_period', 'network', 'hub', 'education_phase', 'breakdown', 'indicator')
COUNTS = ('numerator', 'denominator', 'n')
CHANGE = ('change', 'change_lower_ci', 'change_upper_ci')
COVERAGE = ('hubs_contributing', 'hubs_open', 'coverage_percent')
COLUMNS = (*KEY, *COUNTS, 'value', 'value_lower_ci', 'value_upper_ci', *CHANGE, 'change_hubs', 'symbol', 'comparison',
           *COVERAGE, 'open_symbol')
NUMBERS = ('', 'u')
PARTS_OF_PEOPLE = ('leads_retained_percent', 'leads_moved_percent', 'participants_completed_percent',
                   'survey_response_percent')


def all_rows(returned):
    for name in sorted(set(returned.network_of.values())):
        yield from Published(Network(returned, name)).rows()


def time_period(year):
    return '%d%02d' % (year, (year + 1) % 100)


class Published:
    """The rows of one network."""

    def __init__(self, network):
        self.network, self.returned = network, network.returned
        self.figures, self.standings, self.funnels = {}, {}, {}

    def rows(self):
        for name, indicator in INDICATORS.items():
            for year in self.network.years:
                if 'H' in indicator.levels:
                    for hub in self.network.hubs:
                        for key in self.keys(name, year):
                            yield self.hub_row(name, hub, year, key)
                for key in self.keys(name, year):
                    yield self.network_row(name, year, key)

    # ------------------------------------------------------------ which rows, and what they are about

    def keys(self, name, year):
        if name == 'hub_consistency_points':
            return [('Total', its) for its in COMPARED]
        if name == 'activities_spread_percent':
            hubs = self.contributing(name, year, TOTAL)
            return sorted(self.figure(name, hubs, year)) if hubs else [TOTAL]
        indicator = INDICATORS[name]
        return [(phase, breakdown) for phase in indicator.phases for breakdown in indicator.breakdowns]

    def subject(self, name, year, key):
        """The indicator whose returns and hubs a row uses: for a target or a consistency, the indicator behind it."""
        if name == 'hub_consistency_points':
            return key[1]
        if name == 'target_gap_points':
            target = self.returned.targets.get((self.network.name, year, key[0]))
            return target[0] if target and target[0] in INDICATORS else None
        return name

    def does_not_apply(self, name, year, key):
        subject = self.subject(name, year, key)
        if subject is None:
            return True
        if name == 'returns_received_percent' and key[1] in RETURNS:
            return not self.network.gives(key[1])
        return not all(self.network.gives(kind) for kind in INDICATORS[subject].needs)

    # ------------------------------------------------------------ hubs

    def years_needed(self, name, year):
        return range(year - INDICATORS[name].back, year + 1)

    def standing(self, name, hub, year):
        """'z' not open, 'x' a return is missing, 'incomplete', 'gap' in its window, or 'ok'."""
        key = name, hub, year
        if key not in self.standings:
            self.standings[key] = self.find_standing(name, hub, year)
        return self.standings[key]

    def find_standing(self, name, hub, year):
        indicator, years, network = INDICATORS[name], self.years_needed(name, year), self.network
        if not network.is_open(hub, year):
            return 'z'
        if years[0] < network.years[0] or not all(network.is_open(hub, its) for its in years):
            return 'x'
        if not all(self.returned.has(kind, hub, its) for kind in indicator.needs for its in years):
            return 'x'
        if name == 'long_engaged_schools_percent' and sum(
                self.returned.has('engagement', hub, its) for its in network.window(hub, year)) < 5:
            return 'x'
        if 'engagement' in indicator.needs and any(network.is_incomplete(hub, its) for its in years):
            return 'incomplete'
        return 'gap' if indicator.window and network.has_gap(hub, year) else 'ok'

    def contributing(self, name, year, key):
        subject = self.subject(name, year, key)
        return frozenset(hub for hub in self.network.hubs if self.standing(subject, hub, year) in ('ok', 'gap'))

    def hubs_open(self, name, year, key):
        return self.network.open_hubs(*self.years_needed(self.subject(name, year, key), year))

    def coverage(self, hubs, of, year):
        eligible = len(self.network.scope(of).eligible(year)) if of else 0
        return 100 * len(self.network.scope(hubs).eligible(year)) / eligible if hubs and eligible else 0.0

    # ------------------------------------------------------------ figures

    def figure(self, name, hubs, year):
        """{(phase, breakdown): figure} of some hubs."""
        key = name, hubs, year
        if key not in self.figures:
            self.figures[key] = self.find_figure(name, hubs, year)
        return self.figures[key]

    def find_figure(self, name, hubs, year):
        if name == 'hub_consistency_points':
            return {('Total', its): self.find_consistency(its, hubs, year) for its in COMPARED
                    if all(self.network.gives(kind) for kind in INDICATORS[its].needs)}
        if name == 'target_gap_points':
            return {(phase, 'Total'): self.gap(hubs, year, phase) for phase in PHASES
                    if self.subject(name, year, (phase, 'Total'))}
        return INDICATORS[name].work_out(self.network.scope(hubs), year)

    def find_consistency(self, name, hubs, year):
        pairs = []
        for hub in sorted(hubs):
            if self.standing(name, hub, year) == 'ok':
                its = self.figure(name, frozenset([hub]), year)[TOTAL]
                if its.n >= 10:
                    pairs.append((its.numerator, its.denominator))
        return consistency(pairs)

    def gap(self, hubs, year, phase):
        name, target = self.returned.targets[self.network.name, year, phase]
        its = self.figure(name, hubs, year).get((phase, 'Total'))
        if its is None:
            return Figure('z', 'z', None)
        wanted = Fraction(target)
        needed = None
        if isinstance(its.numerator, int):
            needed = max(0, math.ceil(wanted * its.denominator / 100) - its.numerator)
        return its._replace(value=None if its.value is None else its.value - float(wanted), lower='z', upper='z',
                            basis=None, needed=needed)

    def symbol(self, name, its, is_hub, year, key):
        """(symbol by size and disclosure, other symbols that the specification allows as well)."""
        subject = self.subject(name, year, key) if name == 'target_gap_points' else name
        return SYMBOL_OF[INDICATORS[subject].sort](subject, its, is_hub)

    # ------------------------------------------------------------ rows

    def hub_row(self, name, hub, year, key):
        if self.does_not_apply(name, year, key) or not self.network.is_open(hub, year):
            return self.row(name, hub, year, key, **everywhere('z'))
        subject = self.subject(name, year, key)
        standing = self.standing(subject, hub, year)
        its = self.figure(name, frozenset([hub]), year).get(key) if standing not in ('x', 'z') else None
        cells, symbol = self.cells(name, its, True, year, key, standing in ('incomplete', 'gap'))
        cells.update(zip(CHANGE, self.hub_change(name, hub, year, key)))
        cells['comparison'] = self.comparison(subject, hub, year, key) if name in COMPARED else 'not compared'
        return self.row(name, hub, year, key, **cells, symbol=symbol, change_hubs='z', **dict.fromkeys(COVERAGE, 'z'))

    def network_row(self, name, year, key):
        if self.does_not_apply(name, year, key):
            return self.row(name, 'Total', year, key, **{**everywhere('z'), 'comparison': ''})
        hubs, of = self.contributing(name, year, key), self.hubs_open(name, year, key)
        coverage = self.coverage(hubs, of, year)
        its = self.figure(name, self.lineages_of(name, hubs), year).get(key) if hubs else None
        cells, symbol = self.cells(name, its, False, year, key, self.is_low(name, hubs, year, key) or coverage < 80,
                                   coverage < 50)
        *change, change_hubs = self.network_change(name, year, key)
        cells.update(zip(CHANGE, change))
        return self.row(name, 'Total', year, key, **cells, symbol=symbol, change_hubs=change_hubs, comparison='',
                        hubs_contributing=len(hubs), hubs_open=len(of), coverage_percent=coverage)

    def lineages_of(self, name, hubs):
        """Survival and the continuation of hubs use all hubs; everything else uses the contributing hubs."""
        of_all = name in ('engagement_survival_percent', 'hubs_continuing_percent')
        return frozenset(self.network.hubs) if of_all else hubs

    def is_low(self, name, hubs, year, key):
        subject = self.subject(name, year, key)
        if not INDICATORS[subject].window:
            return False
        if name == 'engagement_survival_percent':
            return any(self.network.has_gap(hub, year) for hub in self.network.open_hubs(year))
        if name == 'hub_consistency_points':
            return False
        return any(self.standing(subject, hub, year) == 'gap' for hub in hubs)

    def cells(self, name, its, is_hub, year, key, is_low, is_unknown=False):
        if its is None:
            cells = dict.fromkeys((*COUNTS, 'value', 'value_lower_ci', 'value_upper_ci'), 'x')
            if name in WITHOUT_COUNTS:
                cells.update(numerator='z', denominator='z')
            if name in WITHOUT_LIMITS:
                cells.update(value_lower_ci='z', value_upper_ci='z')
            return cells, 'x'
        symbol, others = self.symbol(name, its, is_hub, year, key)
        if symbol in NUMBERS and is_unknown:
            symbol = 'x'
        if symbol in NUMBERS and (is_low or its.mixed):
            symbol = 'u'
        values = dict(zip((*COUNTS, 'value', 'value_lower_ci', 'value_upper_ci'), its[:6]))
        if name == 'target_gap_points':
            values.update(numerator='z', denominator='z')
        for column, value in values.items():
            if symbol == 'c' and self.is_hidden(name, column, value) or symbol == 'x' and column.startswith('value') and value != 'z':
                values[column] = symbol
            elif value is None:
                values[column] = 'x'
        values['open_symbol'] = '/'.join(others)
        values['figure'] = its._replace(value=None, lower=None, upper=None) if is_unknown else its
        return values, symbol

    @staticmethod
    def is_hidden(name, column, value):
        """If a small number of people is hidden, the number that it is a part of is still shown."""
        if name in PARTS_OF_PEOPLE and column in ('denominator', 'n'):
            return is_few(value)
        return value != 'z'

    def row(self, name, hub, year, key, **cells):
        row = dict.fromkeys(COLUMNS, '')
        row.update(time_period=time_period(year), network=self.network.name, hub=hub, education_phase=key[0],
                   breakdown=key[1], indicator=name)
        row.update(cells)
        if name == 'activities_spread_percent':
            row['breakdown'] = self.returned.spelling.get(key[1], key[1])
        return row

    # ------------------------------------------------------------ change

    def hub_change(self, name, hub, year, key):
        before = year - 1
        if year == self.network.years[0] or self.does_not_apply(name, before, key):
            return self.no_change(name, year, key)
        standings = [self.standing(self.subject(name, its, key), hub, its) for its in (year, before)]
        if standings != ['ok', 'ok']:
            return self.no_change(name, year, key)
        return self.change(name, frozenset([hub]), year, key, True)

    def network_change(self, name, year, key):
        before = year - 1
        if year == self.network.years[0]:
            return *self.no_change(name, year, key), 0
        if self.does_not_apply(name, before, key):
            # Only a target can be new: its hubs still contribute to its indicator in both years.
            subject = self.subject(name, year, key)
            hubs = self.contributing(subject, year, key) & self.contributing(subject, before, key)
            return *self.no_change(name, year, key), len(hubs)
        hubs = self.contributing(name, year, key) & self.contributing(name, before, key)
        low = any(self.is_low(name, self.contributing(name, its, key), its, key) for its in (year, before))
        coverage = min(self.coverage(hubs, self.hubs_open(name, its, key), its) for its in (year, before))
        if not hubs or low or coverage < 50:
            return *self.no_change(name, year, key), len(hubs)
        return *self.change(name, self.lineages_of(name, hubs), year, key, False), len(hubs)

    def no_change(self, name, year, key, symbol='x'):
        limits = symbol if INDICATORS[name].change else 'z'
        return symbol, limits, limits

    def change(self, name, hubs, year, key, is_hub):
        now, before = (self.figure(name, hubs, its).get(key) for its in (year, year - 1))
        if now is None or before is None:
            return self.no_change(name, year, key)
        symbols = {self.symbol(name, its, is_hub, when, key)[0] for its, when in ((now, year), (before, year - 1))}
        if not symbols <= set(NUMBERS):
            return self.no_change(name, year, key, 'c' if 'c' in symbols else 'x')
        difference, kind = now.value - before.value, INDICATORS[name].change
        if kind is None:
            return difference, 'z', 'z'
        limits = CHANGE_OF[kind](now, before)
        return difference, *('x' if limit is None else limit for limit in limits)

    # ------------------------------------------------------------ comparison

    def comparison(self, name, hub, year, key):
        at = name, year, key
        if at not in self.funnels:
            self.funnels[at] = self.find_funnel(name, year, key)
        plotted = self.funnels[at]
        if plotted is None or hub not in plotted[0]:
            return 'not compared'
        hubs, p0, tau2 = plotted
        its = hubs[hub]
        low, high = funnel_limits(p0, tau2, its.n / its.deff, Z998)
        share = its.numerator / its.denominator
        return 'lower' if share < low - 1e-12 else 'higher' if share > high + 1e-12 else 'similar'

    def find_funnel(self, name, year, key):
        hubs = {}
        for hub in self.network.hubs:
            if self.standing(name, hub, year) == 'ok':
                its = self.figure(name, frozenset([hub]), year)[key]
                if (self.symbol(name, its, True, year, key)[0] in NUMBERS and its.n >= 10
                        and its.numerator <= its.denominator):
                    hubs[hub] = its
        if len(hubs) < 5:
            return None
        return hubs, *funnel([(its.numerator, its.denominator) for its in hubs.values()])


def everywhere(symbol):
    cells = dict.fromkeys((*COUNTS, 'value', 'value_lower_ci', 'value_upper_ci', *CHANGE, 'change_hubs', 'symbol',
                           *COVERAGE), symbol)
    return {**cells, 'comparison': 'not compared'}


# ---------------------------------------------------------------- limits of a change, in points

def paired_change(now, before):
    """Newcombe's method 10: schools counted in both years are pairs."""
    if now.lower is None or before.lower is None:
        return None, None
    (_, x1, n1), (_, x2, n2) = now.basis, before.basis
    both = n1 & n2
    a, b, c = len(both & x1 & x2), len((both & x1) - x2), len((both & x2) - x1)
    phi = phi_corrected(a, b, c, len(both) - a - b - c) * len(both) / math.sqrt(len(n1) * len(n2))
    return score_limits(now, before, phi)


def share_change(now, before):
    if now.lower is None or before.lower is None:
        return None, None
    return score_limits(now, before, 0.0)


def score_limits(now, before, phi):
    shares = [tuple(v / 100 for v in (its.value, its.lower, its.upper)) for its in (now, before)]
    return tuple(100 * limit for limit in newcombe(*shares, phi)[1:])


def means_change(now, before):
    return welch(now.basis[1], before.basis[1])[1:]


def score_change(now, before):
    """Of the net promoter score: normal, variances added, with 1.96 as for the score itself."""
    variance = 0.0
    for _, promoters, detractors, n in (now.basis, before.basis):
        p, d = promoters / n, detractors / n
        variance += (p + d - (p - d) ** 2) / n
    half = 196 * math.sqrt(variance)
    return now.value - before.value - half, now.value - before.value + half


CHANGE_OF = {'pairs': paired_change, 'share': share_change, 'means': means_change, 'score': score_change}


# ---------------------------------------------------------------- symbols by size and disclosure

def is_few(count):
    """One to four people."""
    return isinstance(count, int) and 1 <= count <= 4


def survey_symbol(_, its, __):
    if its.n == 0:
        return 'x', ('c',)
    if its.n < 10 or its.schools < 3:
        return 'c', ()
    return ('x' if its.value is None else 'u' if its.n < 30 else ''), ()


def recommendation_symbol(name, its, is_hub):
    symbol, others = survey_symbol(name, its, is_hub)
    return ('x', others) if symbol == 'u' else (symbol, others)


def people_symbol(name, its, _):
    schools_below = name in ('participants_per_school', 'leads_per_100_schools')
    if is_few(its.numerator) or is_few(its.denominator) and not schools_below:
        return 'c', ()
    return ('x' if its.value is None or its.denominator < 10 else ''), ('shown',) if schools_below else ()


def count_symbol(name, its, is_hub):
    of = its.least if its.least is not None else its.n if its.denominator == 'z' else its.denominator
    if its.value is None or of < 10 or name == 'engagement_survival_percent' and is_hub and its.n < 20:
        return 'x', ()
    return '', ()


def entities_symbol(_, its, __):
    """There are always few hubs and returns; the rule for fewer than ten is taken literally, and the other reading allowed."""
    if its.value is None:
        return 'x', ()
    return ('x', ('shown',)) if its.denominator < 10 else ('', ())


def index_symbol(_, its, __):
    if its.value is None:
        return 'x', ()
    return '', ('x',) if its.n < 10 else ()


def bias_symbol(_, its, __):
    return ('x', ()) if its.value is None or its.least < 10 else ('', ())


SYMBOL_OF = {'survey': survey_symbol, 'recommendation': recommendation_symbol, 'people': people_symbol,
             'count': count_symbol, 'entities': entities_symbol, 'index': index_symbol, 'bias': bias_symbol}
