"""The indicators, one function each, as the specification has them: {(phase, breakdown): figure} of hubs in a year.

None is what is not known, 'z' what does not apply. Nothing is hidden here: symbols are added in published.py.
"""
import math
from collections import Counter, namedtuple
from fractions import Fraction

from formulas import (design_effect, katz, life_table, mean_of_means, net_promoter, newcombe, prediction, shannon,
                      wilson)
from returned import COMPLETED, ENGAGED, ENROLLED, RETURNS
from schools import PHASES

FAR = frozenset({'Embedding', 'Sustaining'})
DEVELOPING = frozenset({'Developing'})
TOTAL = 'Total', 'Total'

# schools: from how many the answers of a survey figure come; least: the smaller of two groups; basis: what a change
# is worked out from; mixed: names and references side by side; hubs: how many hubs are pooled
Figure = namedtuple('Figure', 'numerator denominator n value lower upper schools least deff basis mixed tau needed',
                    defaults=(None, None, None, None, 1.0, None, False, None, None))


def percent(x, n, deff=1.0, schools=None, basis=None):
    """A share with Wilson's limits."""
    if n == 0:
        return Figure(x, n, n, None, None, None, schools)
    lower, upper = wilson(x, n, deff)
    if lower is None:
        return Figure(x, n, n, 100 * x / n, None, None, schools)
    return Figure(x, n, n, 100 * x / n, 100 * lower, 100 * upper, schools, None, deff, basis or ('share', x, n, deff))


def plain_percent(x, n, factor=100):
    """A share without limits."""
    return Figure(x, n, n, factor * x / n if n else None, 'z', 'z')


def clustered(triples, with_schools=False):
    """A share whose cases are clustered, from (cluster, x, n); without a cluster (None) each is its own."""
    x_of, n_of = Counter(), Counter()
    for i, (cluster, x, n) in enumerate(triples):
        cluster = ('alone', i) if cluster is None else cluster
        x_of[cluster] += x
        n_of[cluster] += n
    deff = design_effect([(x_of[c], n_of[c]) for c in sorted(n_of, key=str)])
    known = sum(not (isinstance(c, tuple) and c[0] == 'alone') for c in n_of)
    return percent(sum(x_of.values()), sum(n_of.values()), deff, known if with_schools else None)


def score(n, value, lower='z', upper='z', **more):
    """A figure without numerator and denominator."""
    return Figure('z', 'z', n, value, lower, upper, **more)


def by_phase(scope, year, numerator, denominator=None, breakdown='Total', paired=False):
    """A share of schools for each phase: of the denominator's lineages, all of them eligible."""
    found = {}
    for phase, eligible in scope.phases(year).items():
        among = eligible if denominator is None else eligible & denominator
        its = among & numerator
        found[phase, breakdown] = percent(len(its), len(among), basis=('pairs', its, among) if paired else None)
    return found


# ---------------------------------------------------------------- acceptability

def two_most_positive(item):
    def work_out(scope, year):
        answers = [(row.lineage, getattr(row, item)) for row in scope.rows('survey_response', year)]
        return {TOTAL: clustered(((school, answer >= 4, 1) for school, answer in answers if answer is not None), True)}
    return work_out


def mean_score(scale):
    def work_out(scope, year):
        of_school = {}
        for i, row in enumerate(scope.rows('survey_response', year)):
            answers = [answer for answer in getattr(row, scale) if answer is not None]
            if len(answers) >= 3:
                school = row.lineage if row.lineage is not None else ('no school', i)
                of_school.setdefault(school, []).append(Fraction(sum(answers), len(answers)))
        n = sum(len(its) for its in of_school.values())
        if n == 0:
            return {TOTAL: score(0, None, None, None, schools=0)}
        means = [float(sum(its) / len(its)) for its in of_school.values()]
        return {TOTAL: score(n, *mean_of_means(means), schools=len(means), basis=('means', means))}
    return work_out


def net_promoter_score(scope, year):
    answers = [row for row in scope.rows('survey_response', year) if row.recommend is not None]
    n, schools = len(answers), len({row.lineage for row in answers if row.lineage is not None})
    if n == 0:
        return {TOTAL: score(0, None, None, None, schools=0)}
    promoters, detractors = sum(row.recommend >= 9 for row in answers), sum(row.recommend <= 6 for row in answers)
    return {TOTAL: score(n, *net_promoter(promoters, detractors, n), schools=schools,
                         basis=('score', promoters, detractors, n))}


def survey_response_percent(scope, year):
    attended = sum(row.rung >= ENGAGED for row in scope.rows('engagement', year))
    return {TOTAL: plain_percent(sum(1 for _ in scope.rows('survey_response', year)), attended)}


def of_places(numerator, denominator):
    def work_out(scope, year):
        rows = list(scope.rows('delivery', year))
        return {TOTAL: percent(sum(getattr(row, numerator) for row in rows),
                               sum(getattr(row, denominator) for row in rows))}
    return work_out


def participants_completed_percent(scope, year):
    return {TOTAL: clustered(((row.hub, row.activity), row.rung == COMPLETED, 1)
                             for row in scope.rows('engagement', year))}


def schools_reengaged_percent(scope, year):
    before, now = scope.active_in(year - 1), scope.active_in(year)
    joined_another = {school for school in before if now.get(school, set()) - before[school]}
    return by_phase(scope, year, joined_another, before.keys())


# ---------------------------------------------------------------- reach

def schools_engaged_percent(scope, year):
    found = {}
    for breakdown, least in (('Total', ENGAGED), ('Enrolled', ENROLLED), ('Completed', COMPLETED)):
        found.update(by_phase(scope, year, scope.at_rung(year, least), breakdown=breakdown, paired=True))
    return found


def schools_engaged_cumulative_percent(scope, year):
    return by_phase(scope, year, scope.years_engaged(year).keys())


def pathway_schools_percent(scope, year):
    return by_phase(scope, year, scope.on_pathway(year, None, 'Active'), paired=True)


def pupils_reached_percent(scope, year):
    pupils, found = scope.network.pupils(year), {}
    for phase, eligible in scope.phases(year).items():
        found[phase, 'Total'] = plain_percent(sum(pupils[s] for s in eligible & scope.at_rung(year)),
                                              sum(pupils[s] for s in eligible))
    return found


def participants_per_school(scope, year):
    people, found, mixed = scope.participants(year), {}, scope.are_names_mixed(year)
    for phase, eligible in scope.phases(year).items():
        engaged = eligible & scope.at_rung(year)
        its = set().union(*(people[s] for s in engaged))
        found[phase, 'Total'] = plain_percent(len(its), len(engaged), 1)._replace(mixed=mixed)
    return found


def reach_ratio(scope, year, side):
    """Reach of those above to reach of those below; `side` tells 'above', 'below' or neither of a lineage."""
    sides = {lineage: side(lineage, school) for lineage, school in scope.eligible(year).items()}
    eligible = Counter(sides.values())
    engaged = Counter(its for lineage, its in sides.items() if lineage in scope.at_rung(year))
    m, n = eligible['above'], eligible['below']
    a, b = engaged['above'], engaged['below']
    value, lower, upper = katz(a, m, b, n)
    return {TOTAL: score(m + n, value, lower, upper, least=min(m, n))}


def disadvantage_reach_ratio(scope, year):
    fifths = scope.network.groups(year, 5)
    return reach_ratio(scope, year, lambda lineage, _: {5: 'above', 1: 'below'}.get(fifths.get(lineage)))


def rural_reach_ratio(scope, year):
    return reach_ratio(scope, year, lambda _, school: {'rural': 'above', 'urban': 'below'}.get(school.area))


def context_counts(scope, year, with_selective):
    contexts = scope.contexts(year, with_selective)
    return Counter(contexts[lineage] for lineage in scope.engaged(year)), Counter(contexts.values())


def representativeness_index(scope, year):
    p, q = context_counts(scope, year, False)
    n, of = sum(p.values()), sum(q.values())
    return {TOTAL: score(n, 1 - math.fsum(abs(p[k] / n - q[k] / of) for k in q) / 2 if n else None)}


# ---------------------------------------------------------------- sustainability

def schools_retained_percent(scope, year):
    had = scope.engaged(year - 1)
    return by_phase(scope, year, scope.at_rung(year), had)


def pathway_continued_percent(scope, year):
    return by_phase(scope, year, scope.on_pathway(year, FAR, 'Active'), scope.on_pathway(year, FAR))


def stage_progressed_percent(scope, year):
    return by_phase(scope, year, scope.on_pathway(year, FAR, 'Active'),
                    scope.on_pathway(year - 1, DEVELOPING, 'Active'))


def paused_returned_percent(scope, year):
    found = by_phase(scope, year, scope.on_pathway(year, None, 'Active'), scope.on_pathway(year - 1, None, 'Paused'))
    return {TOTAL: found[TOTAL]}


SURVIVAL_YEARS = (1, 2, 3, 5)


def engagement_survival_percent(scope, year):
    """The scope of a network row is all its hubs: the contributing rule does not choose lineages here."""
    network = scope.network
    table = survival_table(scope, year, max(SURVIVAL_YEARS))
    returned = [its for hub in scope.hubs for its in network.years if network.returned.has('engagement', hub, its)]
    found = {}
    for t in SURVIVAL_YEARS:
        n = table[t - 1][0]
        known = returned and year >= min(returned) + t + 1
        values = life_table(table[:t]) if known else (None, None, None)
        found['Total', '%d year%s' % (t, '' if t == 1 else 's')] = score(
            n, *(None if v is None else 100 * v for v in values))
    return found


def survival_table(scope, year, longest):
    """[(n at risk, d lost)] of years 1 to `longest` after the first engaged year."""
    engaged, table = scope.years_engaged(year), [[0, 0] for _ in range(longest)]
    seen_in = {its: seen_lineages(scope, its) for its in scope.network.years if its <= year}
    for lineage, its_years in engaged.items():
        first = next((its for its in its_years if lineage in scope.eligible(its)), None)
        if first is None:
            continue
        for t in range(1, longest + 1):
            if first + t + 1 > year:
                break
            if lineage in seen_in[first + t] and lineage in seen_in[first + t + 1]:
                table[t - 1][0] += 1
                if first + t not in its_years and first + t + 1 not in its_years:
                    table[t - 1][1] += 1
                    break
    return [tuple(its) for its in table]


def seen_lineages(scope, year):
    """Eligible in the area of a hub that has a return for that year."""
    having = [hub for hub in scope.hubs if scope.returned.has('engagement', hub, year)]
    return scope.network.scope(having).eligible(year).keys() if having else set()


def long_engaged_schools_percent(scope, year):
    long = {lineage for lineage, years in scope.years_engaged(year).items() if len(years) >= 5}
    return by_phase(scope, year, long, scope.at_rung(year))


def leads_retained_percent(scope, year):
    before, now = scope.roles(year - 1).keys(), scope.roles(year).keys()
    return {TOTAL: percent(len(before & now), len(before))}


def leads_per_100_schools(scope, year):
    return {TOTAL: plain_percent(len(scope.roles(year)), len(scope.engaged(year)))}


def leads_moved_percent(scope, year):
    before, now = scope.roles(year - 1), scope.roles(year)
    both = before.keys() & now.keys()
    return {TOTAL: percent(sum(bool(now[lead] - before[lead]) for lead in both), len(both))}


def activities_continued_percent(scope, year):
    before, now = scope.identities(year - 1), scope.identities(year)
    return {TOTAL: percent(len(before & now), len(before))}


def single_advocate_percent(scope, year):
    before, now = scope.participants(year - 1), scope.participants(year)
    mixed = scope.are_names_mixed(year - 1, year)
    alone = {s for s in scope.engaged(year) if len(before.get(s, set()) | now.get(s, set())) == 1}
    return {key: its._replace(mixed=mixed) for key, its in by_phase(scope, year, alone, scope.at_rung(year)).items()}


def hubs_continuing_percent(scope, year):
    before, now = scope.network.open_hubs(year - 1), scope.network.open_hubs(year)
    return {TOTAL: plain_percent(len(before & now), len(before))}


# ---------------------------------------------------------------- replicability

def context_diversity_ratio(scope, year):
    engaged, eligible = context_counts(scope, year, True)
    n = sum(engaged.values())
    if n == 0 or len(eligible) < 2:
        return {TOTAL: score(n, None)}
    return {TOTAL: score(n, shannon(engaged.values()) / shannon(eligible.values()))}  # ln K stands on both sides


def context_coverage_percent(scope, year):
    engaged, eligible = context_counts(scope, year, True)
    return {TOTAL: plain_percent(sum(count >= 3 for count in engaged.values()),
                                 sum(count >= 3 for count in eligible.values()))}


def activities_spread_percent(scope, year):
    delivering = {}
    for row in scope.rows('delivery', year):
        delivering.setdefault(row.activity, set()).add(row.hub)
    of = len(scope.hubs)
    found = {('Total', activity): plain_percent(len(hubs), of) for activity, hubs in delivering.items()}
    shares = [100 * len(hubs) / of for hubs in delivering.values()]
    found[TOTAL] = score(of, math.fsum(shares) / len(shares) if shares else None, least=of)
    return found


def consistency(pairs):
    """From the (x, n) of the hubs that contribute with ten or more."""
    k = len(pairs)
    if k < 5 or all(x == 0 for x, _ in pairs) or all(x == n for x, n in pairs):
        return score(k, None, None, None)
    pooled, lower, upper, tau = prediction(pairs)
    return score(k, 100 * pooled, 100 * lower, 100 * upper, tau=tau)


def core_delivered_percent(scope, year):
    return {TOTAL: clustered(((row.hub, row.activity), row.delivered, row.due)
                             for row in scope.rows('delivery', year))}


# ---------------------------------------------------------------- data quality

def returns_received_percent(scope, year):
    found, received, expected = {}, 0, 0
    for kind in RETURNS:
        if scope.network.gives(kind):
            came = sum(scope.returned.has(kind, hub, year) for hub in scope.hubs)
            found['Total', kind] = plain_percent(came, len(scope.hubs))
            received, expected = received + came, expected + len(scope.hubs)
    found[TOTAL] = plain_percent(received, expected)
    return found


def totals_reconciled_percent(scope, year):
    agree = stated = 0
    for hub in scope.hubs:
        its = scope.network.scope([hub])
        for row in its.rows('stated_total', year):
            came = ('pathway', hub, year) in scope.returned.in_force
            computed = computed_total(its, year, row) if came else None
            if computed is not None:
                stated += 1
                agree += computed == row.value
    return {TOTAL: plain_percent(agree, stated)}


def computed_total(scope, year, stated):
    """Schools are distinct lineages; places are accepted rows."""
    rows = [row for row in scope.rows('pathway', year) if row.status == 'Active']
    if stated.phase != 'Total':
        end = scope.returned.register
        rows = [row for row in rows if (scope.eligible(year).get(row.lineage)
                                        or end.schools[row.lineage]).phase == stated.phase]
    if stated.quantity == 'schools active on the pathway':
        return len({row.lineage for row in rows})
    if stated.quantity.capitalize() in ('Developing', 'Embedding', 'Sustaining'):
        return sum(row.stage == stated.quantity.capitalize() for row in rows)
    return None


def lineage_matched_percent(scope, year):
    eligible, engaged = scope.eligible(year), scope.engaged(year)
    through = {row.lineage for row in scope.rows('engagement', year)
               if row.lineage in engaged and row.urn != eligible[row.lineage].urn}
    return {TOTAL: plain_percent(len(through), len(engaged))}


def response_bias_points(scope, year):
    fifths, eligible = scope.network.groups(year, 5), scope.eligible(year)

    def fifth(lineage):
        return fifths.get(lineage) if lineage in eligible else None
    answers = Counter(fifth(row.lineage) for row in scope.rows('survey_response', year))
    asked = Counter(fifth(row.lineage) for row in scope.rows('engagement', year) if row.rung >= ENGAGED)
    least = min(asked[5], asked[1])
    if least == 0:
        return {TOTAL: score(asked[5] + asked[1], None, None, None, least=least)}
    if answers[5] > asked[5] or answers[1] > asked[1]:
        value, lower, upper = answers[5] / asked[5] - answers[1] / asked[1], None, None
    else:
        value, lower, upper = newcombe(*((answers[k] / asked[k], *wilson(answers[k], asked[k])) for k in (5, 1)))
    return {TOTAL: score(asked[5] + asked[1], *(None if v is None else 100 * v for v in (value, lower, upper)),
                         least=least)}


# ---------------------------------------------------------------- the catalogue

# needs: kinds of return; back: how many years it looks back; sort: which rule of disclosure holds; compares: whether a
# hub stands beside its network; change: how the limits of a change are worked out, None where they are z
Indicator = namedtuple('Indicator', 'work_out needs back sort phases breakdowns levels compares change window',
                       defaults=(0, 'count', ('Total',), ('Total',), 'HN', False, None, False))
E, P, D, S, L = 'engagement', 'pathway', 'delivery', 'survey_response', 'pd_lead'


def share(work_out, *needs, **more):
    return Indicator(work_out, needs, **{'compares': True, 'change': 'share', **more})


def figure_of(work_out, *needs, **more):
    return Indicator(work_out, needs, **more)


INDICATORS = {
    'respondents_satisfied_percent': share(two_most_positive('overall'), S, sort='survey'),
    'acceptability_mean_score': figure_of(mean_score('aim'), S, sort='survey', change='means'),
    'appropriateness_mean_score': figure_of(mean_score('iam'), S, sort='survey', change='means'),
    'feasibility_mean_score': figure_of(mean_score('fim'), S, sort='survey', change='means'),
    'net_promoter_score': figure_of(net_promoter_score, S, sort='recommendation', change='score'),
    'respondents_trusting_percent': share(two_most_positive('trust'), S, sort='survey'),
    'survey_response_percent': figure_of(survey_response_percent, S, E, sort='people'),
    'places_filled_percent': share(of_places('filled', 'offered'), D),
    'participants_completed_percent': share(participants_completed_percent, E, sort='people'),
    'schools_reengaged_percent': share(schools_reengaged_percent, E, back=1, phases=PHASES),
    'schools_engaged_percent': share(schools_engaged_percent, E, phases=PHASES, change='pairs',
                                     breakdowns=('Total', 'Enrolled', 'Completed')),
    'schools_engaged_cumulative_percent': share(schools_engaged_cumulative_percent, E, phases=PHASES, change=None,
                                                window=True),
    'pathway_schools_percent': share(pathway_schools_percent, P, phases=PHASES, change='pairs'),
    'pupils_reached_percent': figure_of(pupils_reached_percent, E, phases=PHASES),
    'participants_per_school': figure_of(participants_per_school, E, sort='people', phases=PHASES),
    'disadvantage_reach_ratio': figure_of(disadvantage_reach_ratio, E),
    'rural_reach_ratio': figure_of(rural_reach_ratio, E),
    'representativeness_index': figure_of(representativeness_index, E, sort='index'),
    'target_gap_points': figure_of(None, phases=PHASES),
    'schools_retained_percent': share(schools_retained_percent, E, back=1, phases=PHASES),
    'pathway_continued_percent': share(pathway_continued_percent, P, phases=PHASES),
    'stage_progressed_percent': share(stage_progressed_percent, P, back=1, phases=PHASES),
    'paused_returned_percent': share(paused_returned_percent, P, back=1),
    'engagement_survival_percent': figure_of(engagement_survival_percent, E, window=True,
                                             breakdowns=('1 year', '2 years', '3 years', '5 years')),
    'long_engaged_schools_percent': share(long_engaged_schools_percent, E, phases=PHASES, window=True),
    'leads_retained_percent': share(leads_retained_percent, L, back=1, sort='people'),
    'leads_per_100_schools': figure_of(leads_per_100_schools, L, E, sort='people'),
    'leads_moved_percent': share(leads_moved_percent, L, back=1, sort='people'),
    'activities_continued_percent': share(activities_continued_percent, D, back=1),
    'single_advocate_percent': share(single_advocate_percent, E, back=1, phases=PHASES),
    'hubs_continuing_percent': figure_of(hubs_continuing_percent, levels='N', back=1, sort='entities'),
    'context_diversity_ratio': figure_of(context_diversity_ratio, E, sort='index'),
    'context_coverage_percent': figure_of(context_coverage_percent, E),
    'activities_spread_percent': figure_of(activities_spread_percent, D, levels='N'),
    'hub_consistency_points': figure_of(None, levels='N', sort='index'),
    'core_delivered_percent': share(core_delivered_percent, D),
    'adaptations_consistent_percent': share(of_places('consistent', 'adaptations'), D),
    'returns_received_percent': figure_of(returns_received_percent, sort='entities', breakdowns=('Total', *RETURNS)),
    'totals_reconciled_percent': figure_of(totals_reconciled_percent, 'stated_total'),
    'lineage_matched_percent': figure_of(lineage_matched_percent, E),
    'response_bias_points': figure_of(response_bias_points, S, E, sort='bias')}
# Cells that never apply, whichever returns were received: no numerator and denominator; no interval.
WITHOUT_COUNTS = frozenset((
    'acceptability_mean_score', 'appropriateness_mean_score', 'feasibility_mean_score', 'net_promoter_score',
    'disadvantage_reach_ratio', 'rural_reach_ratio', 'representativeness_index', 'target_gap_points',
    'engagement_survival_percent', 'context_diversity_ratio', 'hub_consistency_points', 'response_bias_points'))
WITHOUT_LIMITS = frozenset((
    'survey_response_percent', 'pupils_reached_percent', 'participants_per_school', 'representativeness_index',
    'target_gap_points', 'leads_per_100_schools', 'hubs_continuing_percent', 'context_diversity_ratio',
    'context_coverage_percent', 'activities_spread_percent', 'returns_received_percent', 'totals_reconciled_percent',
    'lineage_matched_percent'))
COMPARED = tuple(name for name, its in INDICATORS.items() if its.compares)
