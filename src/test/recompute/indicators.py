"""The indicators, one function each, as the definitions have them: (phase, breakdown, figure) triples of one year."""
import functools
import math
from collections import Counter, namedtuple
from fractions import Fraction

from formulas import (design_effect, kaplan_meier, katz, mean_of_means, net_promoter, prediction, shannon, wilson)
from returned import COMPLETED, ENGAGED, ENROLLED, NOT_GIVEN, PHASES, RETURNS, year_of

BEYOND_DEVELOPING = {'Embedding', 'Sustaining'}
NAMED = {'pd_leads': 'pd_lead', 'stated_totals': 'stated_total', 'survey': 'survey_response'}

# schools: how many stand behind a survey figure; least: the smaller of two groups compared; tau: on the logit scale;
# needed: schools still needed for a target
Figure = namedtuple('Figure', 'numerator denominator n value lower upper schools least tau needed', defaults=[''] * 10)


# ---------------------------------------------------------------- kinds of figure

def percent(x, n, deff=1.0, schools=''):
    if n == 0:
        return Figure(x, n, n, schools=schools)
    lower, upper = wilson(x, n, deff)
    return Figure(x, n, n, 100 * x / n, 100 * lower, 100 * upper, schools)


def plain_percent(x, n):
    """Without limits: all were counted, and nothing is a sample."""
    return Figure(x, n, n, 100 * x / n if n else '')


def clustered_percent(triples, schools=None):
    """From (cluster, x, n) triples."""
    x_of, n_of = Counter(), Counter()
    for cluster, x, n in triples:
        x_of[cluster] += x
        n_of[cluster] += n
    deff = design_effect([(x_of[c], n_of[c]) for c in sorted(n_of)])
    return percent(sum(x_of.values()), sum(n_of.values()), deff, len(n_of) if schools else '')


def score(n, value, lower='', upper='', **more):
    """What has neither numerator nor denominator."""
    return Figure('z', 'z', n, value, lower, upper, **more)


def phases_of(schools):
    """Each phase with those of the schools that belong to it."""
    for phase in PHASES:
        yield phase, {lineage: school for lineage, school in schools.items() if phase in ('Total', school.phase)}


def by_phase(numerator, denominator, breakdown='Total'):
    """One percentage for each phase, of lineages; the denominator says the school, and so the phase, of each."""
    for phase, among in phases_of(denominator):
        yield phase, breakdown, percent(len(among.keys() & numerator), len(among))


def of_eligible(scope, year, lineages):
    return {lineage: school for lineage, school in scope.eligible(year).items() if lineage in lineages}


def total(figure):
    return 'Total', 'Total', figure


def of_places(rows, numerator, denominator):
    return percent(sum(int(row[numerator] or 0) for row in rows), sum(int(row[denominator] or 0) for row in rows))


# ---------------------------------------------------------------- acceptability

def respondents_satisfied_percent(scope, year):
    yield total(two_most_positive(scope, year, 'overall'))


def respondents_trusting_percent(scope, year):
    yield total(two_most_positive(scope, year, 'trust'))


def two_most_positive(scope, year, item):
    answers = [row for row in scope.rows('survey', year) if row.get(item)]
    return clustered_percent(((scope.lineage(r), int(r[item]) >= 4, 1) for r in answers), schools=True)


def acceptability_mean_score(scope, year):
    yield total(mean_score(scope, year, 'aim'))


def appropriateness_mean_score(scope, year):
    yield total(mean_score(scope, year, 'iam'))


def feasibility_mean_score(scope, year):
    yield total(mean_score(scope, year, 'fim'))


def mean_score(scope, year, scale):
    of_school = {}
    for row in scope.rows('survey', year):
        answers = [int(row[scale + i]) for i in '1234' if row.get(scale + i)]
        if len(answers) >= 3:
            of_school.setdefault(scope.lineage(row), []).append(Fraction(sum(answers), len(answers)))
    n = sum(len(scores) for scores in of_school.values())
    if n == 0:
        return score(0, '', schools=0)
    return score(n, *mean_of_means([float(sum(s) / len(s)) for s in of_school.values()]), schools=len(of_school))


def net_promoter_score(scope, year):
    answers = [row for row in scope.rows('survey', year) if row['nps']]
    n, schools = len(answers), len({scope.lineage(row) for row in answers})
    if n == 0:
        yield total(score(0, '', schools=0))
        return
    promoters = sum(int(row['nps']) >= 9 for row in answers)
    detractors = sum(int(row['nps']) <= 6 for row in answers)
    yield total(score(n, *net_promoter(promoters, detractors, n), schools=schools))


def survey_response_percent(scope, year):
    attended = sum(row.rung >= ENGAGED for row in scope.rows('engagement', year))
    yield total(plain_percent(len(scope.rows('survey', year)), attended))


def places_filled_percent(scope, year):
    yield total(of_places(scope.rows('delivery', year), 'filled', 'offered'))


def participants_completed_percent(scope, year):
    rows = scope.rows('engagement', year)
    yield total(clustered_percent((row.activity, row.rung == COMPLETED, 1) for row in rows))


def schools_reengaged_percent(scope, year):
    before, now = scope.active_in(year - 1), scope.active_in(year)
    anew = {school for school in before if now.get(school, set()) - before[school]}
    yield from by_phase(anew, of_eligible(scope, year, before))


# ---------------------------------------------------------------- reach

def schools_engaged_percent(scope, year):
    for breakdown, least in (('Total', ENGAGED), ('Enrolled', ENROLLED), ('Completed', COMPLETED)):
        yield from by_phase(scope.at_rung(year, least), scope.eligible(year), breakdown)


def schools_engaged_cumulative_percent(scope, year):
    yield from by_phase(scope.engaged_years(year).keys(), scope.eligible(year))


def pathway_schools_percent(scope, year):
    yield from by_phase(scope.on_pathway(year, status='Active'), scope.eligible(year))


def pupils_reached_percent(scope, year):
    for phase, eligible in phases_of(scope.eligible(year)):
        engaged = sum(school.pupils for lineage, school in eligible.items() if lineage in scope.at_rung(year))
        yield phase, 'Total', plain_percent(engaged, sum(school.pupils for school in eligible.values()))


def participants_per_school(scope, year):
    participants = scope.participants(year)
    for phase, engaged in phases_of(scope.engaged(year)):
        people, n = len(set().union(*(participants.get(lineage, ()) for lineage in engaged))), len(engaged)
        yield phase, 'Total', Figure(people, n, n, people / n if n else '')


def disadvantage_reach_ratio(scope, year):
    fifths = scope.whole.fsm_groups(year, 5)
    yield total(reach_ratio(scope, year, lambda lineage, school: {5: 'above', 1: 'below'}.get(fifths.get(lineage))))


def rural_reach_ratio(scope, year):
    sides = {'rural': 'above', 'urban': 'below'}
    yield total(reach_ratio(scope, year, lambda lineage, school: sides.get(school.area)))


def reach_ratio(scope, year, side):
    sides = {lineage: side(lineage, school) for lineage, school in scope.eligible(year).items()}
    eligible = Counter(sides.values())
    engaged = Counter(its for lineage, its in sides.items() if lineage in scope.at_rung(year))
    m, n = eligible['above'], eligible['below']
    return score(m + n, *katz(engaged['above'], m, engaged['below'], n), least=min(m, n))


def representativeness_index(scope, year):
    p, q = context_counts(scope, year, with_selective=False)
    n, of = sum(p.values()), sum(q.values())
    yield total(score(n, 1 - math.fsum(abs(p.get(k, 0) / n - q[k] / of) for k in q) / 2 if n else ''))


def context_counts(scope, year, with_selective):
    """How many engaged and how many eligible schools each context has."""
    return (scope.contexts(year, scope.engaged(year), with_selective),
            scope.contexts(year, scope.eligible(year), with_selective))


def target_gap_points(scope, year):
    targets = {(row['Phase'] or 'Total'): row for row in scope.returned.targets
               if row['Network'] == scope.network and year_of(row['Academic year']) == year}
    for phase in PHASES:
        yield phase, 'Total', gap(scope, year, phase, targets[phase]) if phase in targets else Figure()


def gap(scope, year, phase, target):
    its = figure(target['Indicator'], scope, year, phase)
    if its.value == '':
        return Figure('', '', its.n)
    wanted = Fraction(target['Target'])
    needed = max(0, math.ceil(wanted * its.denominator / 100) - its.numerator) if its.numerator != 'z' else ''
    return score(its.n, its.value - float(wanted), needed=needed)


# ---------------------------------------------------------------- sustainability

def schools_retained_percent(scope, year):
    had = scope.engaged(year - 1).keys()
    yield from by_phase(scope.at_rung(year), of_eligible(scope, year, had))


def pathway_continued_percent(scope, year):
    listed = of_eligible(scope, year, scope.on_pathway(year, BEYOND_DEVELOPING))
    yield from by_phase(scope.on_pathway(year, BEYOND_DEVELOPING, 'Active'), listed)


def stage_progressed_percent(scope, year):
    developing = of_eligible(scope, year, scope.on_pathway(year - 1, {'Developing'}, 'Active'))
    yield from by_phase(scope.on_pathway(year, BEYOND_DEVELOPING, 'Active'), developing)


def paused_returned_percent(scope, year):
    paused = of_eligible(scope, year, scope.on_pathway(year - 1, status='Paused'))
    back = scope.on_pathway(year, status='Active')
    yield total(percent(len(paused.keys() & back), len(paused)))


def engagement_survival_percent(scope, year):
    durations = [how_long(scope, lineage, years, year) for lineage, years in scope.engaged_years(year).items()]
    n = len(durations)
    first = next(y for y in scope.years if scope.received('engagement', y))
    for t in (1, 2, 3, 5):
        breakdown = '%d year%s' % (t, '' if t == 1 else 's')
        if year - first < t or n == 0 or scope.hub != 'Total' and n < 20:
            yield 'Total', breakdown, Figure('', '', n)
        else:
            yield 'Total', breakdown, score(n, *(100 * v if v != '' else '' for v in kaplan_meier(durations, t)))


def how_long(scope, lineage, engaged, up_to):
    """(years, whether it left) of one lineage, as known at the end of the year `up_to`."""
    first = engaged[0]
    for away in range(first + 1, up_to):
        if away in engaged or away + 1 in engaged or not scope.received('engagement', away, away + 1):
            continue
        if lineage in scope.eligible(away) and lineage in scope.eligible(away + 1):
            return away - first, True
        return max(year for year in engaged if year < away) - first, False
    return engaged[-1] - first, False


def long_engaged_schools_percent(scope, year):
    long = {lineage for lineage, years in scope.engaged_years(year).items() if len(years) >= 5}
    yield from by_phase(long, scope.engaged(year))


def leads_retained_percent(scope, year):
    before, now = ({(row['hub'], row['lead']) for row in scope.rows('pd_leads', y)} for y in (year - 1, year))
    yield total(percent(len(before & now), len(before)))


def single_advocate_percent(scope, year):
    alone = {lineage for lineage, people in scope.participants(year - 1, year).items() if len(people) == 1}
    yield from by_phase(alone, scope.engaged(year))


def hubs_continuing_percent(scope, year):
    before = scope.open_hubs(year - 1)
    yield total(plain_percent(len(before & scope.open_hubs(year)), len(before)))


# ---------------------------------------------------------------- replicability

def context_diversity_ratio(scope, year):
    engaged, eligible = context_counts(scope, year, with_selective=True)
    n = sum(engaged.values())
    if n == 0 or len(eligible) < 2:
        yield total(Figure('', '', n))
        return
    yield total(score(n, shannon(engaged.values()) / shannon(eligible.values())))  # ln K stands on both sides


def context_coverage_percent(scope, year):
    engaged, eligible = context_counts(scope, year, with_selective=True)
    reached = sum(count >= 3 for count in engaged.values())
    yield total(plain_percent(reached, sum(count >= 3 for count in eligible.values())))


def activities_spread_percent(scope, year):
    hubs = scope.open_hubs(year)
    delivering = {}
    for row in scope.rows('delivery', year):
        delivering.setdefault(row['activity'], set()).add(row['hub'])
    for activity, its in delivering.items():
        yield 'Total', activity, plain_percent(len(its & hubs), len(hubs))
    shares = [100 * len(its & hubs) / len(hubs) for its in delivering.values()]
    yield total(score(len(hubs), math.fsum(shares) / len(shares) if shares else ''))


def hub_consistency_points(scope, year):
    for name in COMPARED:
        if any((scope.network, kind) in NOT_GIVEN for kind, _ in INDICATORS[name].needs):
            yield 'Total', name, Figure()
            continue
        figures = [figure(name, hub, year) for hub in scope.hubs]
        pairs = [(f.numerator, f.denominator) for f in figures if f.n != '' and f.n >= 10]
        if len(pairs) < 3:
            yield 'Total', name, Figure('', '', len(pairs))
        else:
            *rates, tau = prediction(pairs)
            yield 'Total', name, score(len(pairs), *(100 * rate for rate in rates), tau=tau)


def core_delivered_percent(scope, year):
    rows = scope.rows('delivery', year)
    yield total(clustered_percent((row['activity'], int(row['delivered'] or 0), int(row['due'] or 0)) for row in rows))


def adaptations_consistent_percent(scope, year):
    yield total(of_places(scope.rows('delivery', year), 'consistent', 'adaptations'))


# ---------------------------------------------------------------- data quality

def returns_received_percent(scope, year):
    hubs, received, expected = scope.open_hubs(year), 0, 0
    for kind in RETURNS:
        if (scope.network, kind) in NOT_GIVEN:
            yield 'Total', NAMED.get(kind, kind), Figure()
            continue
        came = sum((kind, hub, year) in scope.returned.given for hub in hubs)
        yield 'Total', NAMED.get(kind, kind), plain_percent(came, len(hubs))
        received, expected = received + came, expected + len(hubs)
    yield total(plain_percent(received, expected))


def totals_reconciled_percent(scope, year):
    agree, stated = 0, 0
    for hub in scope.hubs or [scope]:
        if hub.received('pathway', year):
            computed = computed_totals(hub, year)
            rows = [row for row in hub.rows('stated_totals', year) if row['quantity'] in computed]
            agree += sum(int(row['value']) == computed[row['quantity']] for row in rows)
            stated += len(rows)
    yield total(plain_percent(agree, stated))


def computed_totals(hub, year):
    active = [row for row in hub.rows('pathway', year) if row['status'] == 'Active']
    places = Counter(row['stage'] for row in active)
    return {'Schools active on the pathway': len({hub.lineage(row) for row in active}),
            **{stage: places[stage] for stage in ('Developing', 'Embedding', 'Sustaining')}}


def lineage_matched_percent(scope, year):
    engaged = scope.engaged(year)
    through = {row.lineage for row in scope.rows('engagement', year)
               if row.lineage in engaged and row.urn != engaged[row.lineage].urn}
    yield total(plain_percent(len(through), len(engaged)))


def response_bias_points(scope, year):
    fifths, eligible = scope.whole.fsm_groups(year, 5), scope.eligible(year)
    fifth_of = {lineage: fifths.get(lineage) for lineage in eligible}
    responses = Counter(fifth_of.get(scope.lineage(row)) for row in scope.rows('survey', year))
    attended = Counter(fifth_of.get(r.lineage) for r in scope.rows('engagement', year) if r.rung >= ENGAGED)
    most, least = attended[5], attended[1]
    value = 100 * responses[5] / most - 100 * responses[1] / least if most and least else ''
    yield total(score(most + least, value, least=min(most, least)))


# ---------------------------------------------------------------- the catalogue

# needs: each return with how many years back; sort: which rule of disclosure holds
Indicator = namedtuple('Indicator', 'work_out needs sort phases breakdowns network_only', defaults=[False])
ONE = ('Total',)
ENGAGEMENT, PATHWAY, SURVEY, DELIVERY = (('engagement', 0),), (('pathway', 0),), (('survey', 0),), (('delivery', 0),)
ENGAGEMENT_TWICE, PATHWAY_TWICE = (('engagement', 1),), (('pathway', 1),)
BOTH = (('survey', 0), ('engagement', 0))

INDICATORS = {indicator.work_out.__name__: indicator for indicator in (
    Indicator(respondents_satisfied_percent, SURVEY, 'survey', ONE, ONE),
    Indicator(acceptability_mean_score, SURVEY, 'survey', ONE, ONE),
    Indicator(appropriateness_mean_score, SURVEY, 'survey', ONE, ONE),
    Indicator(feasibility_mean_score, SURVEY, 'survey', ONE, ONE),
    Indicator(net_promoter_score, SURVEY, 'score', ONE, ONE),
    Indicator(respondents_trusting_percent, SURVEY, 'survey', ONE, ONE),
    Indicator(survey_response_percent, BOTH, 'responses', ONE, ONE),
    Indicator(places_filled_percent, DELIVERY, 'count', ONE, ONE),
    Indicator(participants_completed_percent, ENGAGEMENT, 'people', ONE, ONE),
    Indicator(schools_reengaged_percent, ENGAGEMENT_TWICE, 'count', PHASES, ONE),
    Indicator(schools_engaged_percent, ENGAGEMENT, 'count', PHASES, ('Total', 'Enrolled', 'Completed')),
    Indicator(schools_engaged_cumulative_percent, ENGAGEMENT, 'count', PHASES, ONE),
    Indicator(pathway_schools_percent, PATHWAY, 'count', PHASES, ONE),
    Indicator(pupils_reached_percent, ENGAGEMENT, 'pupils', PHASES, ONE),
    Indicator(participants_per_school, ENGAGEMENT, 'people per school', PHASES, ONE),
    Indicator(disadvantage_reach_ratio, ENGAGEMENT, 'index', ONE, ONE),
    Indicator(rural_reach_ratio, ENGAGEMENT, 'index', ONE, ONE),
    Indicator(representativeness_index, ENGAGEMENT, 'index', ONE, ONE),
    Indicator(target_gap_points, (), 'target', PHASES, ONE),
    Indicator(schools_retained_percent, ENGAGEMENT_TWICE, 'count', PHASES, ONE),
    Indicator(pathway_continued_percent, PATHWAY, 'count', PHASES, ONE),
    Indicator(stage_progressed_percent, PATHWAY_TWICE, 'count', PHASES, ONE),
    Indicator(paused_returned_percent, PATHWAY_TWICE, 'count', ONE, ONE),
    Indicator(engagement_survival_percent, ENGAGEMENT, 'index', ONE, ('1 year', '2 years', '3 years', '5 years')),
    Indicator(long_engaged_schools_percent, ENGAGEMENT, 'count', PHASES, ONE),
    Indicator(leads_retained_percent, (('pd_leads', 1),), 'people', ONE, ONE),
    Indicator(single_advocate_percent, ENGAGEMENT_TWICE, 'count', PHASES, ONE),
    Indicator(hubs_continuing_percent, (), 'entities', ONE, ONE, True),
    Indicator(context_diversity_ratio, ENGAGEMENT, 'index', ONE, ONE),
    Indicator(context_coverage_percent, ENGAGEMENT, 'entities', ONE, ONE),
    Indicator(activities_spread_percent, DELIVERY, 'entities', ONE, ONE, True),
    Indicator(core_delivered_percent, DELIVERY, 'count', ONE, ONE),
    Indicator(adaptations_consistent_percent, DELIVERY, 'count', ONE, ONE),
    Indicator(hub_consistency_points, (), 'index', ONE, (), True),
    Indicator(returns_received_percent, (), 'entities', ONE, ONE),
    Indicator(totals_reconciled_percent, (('stated_totals', 0), ('pathway', 0)), 'entities', ONE, ONE),
    Indicator(lineage_matched_percent, ENGAGEMENT, 'entities', ONE, ONE),
    Indicator(response_bias_points, BOTH, 'responses', ONE, ONE))}

COMPARED = tuple(name for name in INDICATORS if name in {
    'respondents_satisfied_percent', 'respondents_trusting_percent', 'places_filled_percent',
    'participants_completed_percent', 'schools_reengaged_percent', 'schools_engaged_percent',
    'schools_engaged_cumulative_percent', 'pathway_schools_percent', 'schools_retained_percent',
    'pathway_continued_percent', 'stage_progressed_percent', 'paused_returned_percent',
    'long_engaged_schools_percent', 'leads_retained_percent', 'single_advocate_percent',
    'core_delivered_percent', 'adaptations_consistent_percent'})


@functools.cache
def work_out(name, scope, year):
    """Every row of the matrix, empty where a return that the figure needs never came."""
    indicator = INDICATORS[name]
    if all(scope.received(kind, *range(year - back, year + 1)) for kind, back in indicator.needs):
        return list(indicator.work_out(scope, year))
    return [(phase, breakdown, Figure()) for phase in indicator.phases for breakdown in indicator.breakdowns]


def figure(name, scope, year, phase='Total'):
    """The figure of one phase, without breakdown."""
    rows = work_out(name, scope, year)
    return next(its for its_phase, breakdown, its in rows if (its_phase, breakdown) == (phase, 'Total'))


def all_figures(returned):
    """(network, hub, year, name, phase, breakdown, figure) of all there is."""
    for network in returned.networks():
        for scope in [network, *network.hubs]:
            for year in network.years:
                for name, indicator in INDICATORS.items():
                    if scope is network or not indicator.network_only:
                        for phase, breakdown, its in work_out(name, scope, year):
                            yield network.network, scope.hub, year, name, phase, breakdown, its
