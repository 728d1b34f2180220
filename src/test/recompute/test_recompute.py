"""Published worked examples of the statistics, and small networks whose figures were worked out by hand.

  python3 -m unittest discover src/test/recompute
"""
import contextlib
import csv
import io
import os
import tempfile
import unittest

import comparing
import formulas
import indicators
import published
import recompute
import tables
from returned import Refused, Returned, count_of, key_of, rung, year_of
from schools import Area, Register, School, day, find_lineages
from scopes import Network

# BCG vaccine trials (Colditz et al. 1994): log relative risk and variance, as in the manual of R's metafor
BCG = [(-0.8893, 0.3256), (-1.5854, 0.1946), (-1.3481, 0.4154), (-1.4416, 0.0200), (-0.2175, 0.0512),
       (-0.7861, 0.0069), (-1.6209, 0.2230), (0.0120, 0.0040), (-0.4694, 0.0564), (-1.3713, 0.0730),
       (-0.3394, 0.0124), (0.4459, 0.5325), (-0.0173, 0.0714)]
# Special educators (Singer and Willett 2003, table 10.1): at risk and left in years 1 to 6
TEACHERS = [(3941, 456), (3485, 384), (3101, 359), (2742, 295), (2447, 218), (2229, 184)]
# Student's sleep data: extra hours under two drugs
SLEEP = ([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0], [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4])


class Formulas(unittest.TestCase):

    def near(self, values, expected, places):
        for value, wanted in zip(values, expected, strict=True):
            self.assertAlmostEqual(value, wanted, places)

    def test_wilson_as_newcombe_prints_it(self):
        for x, n, lower, upper in ((81, 263, .2553, .3662), (15, 148, .0624, .1605), (0, 20, 0, .1611),
                                   (1, 29, .0061, .1718)):
            self.near(formulas.wilson(x, n), (lower, upper), 4)

    def test_more_than_all_has_no_limits(self):
        self.assertEqual(formulas.wilson(11, 10), (None, None))

    def test_a_design_effect_of_two_halves_the_sample(self):
        self.near(formulas.wilson(20, 40, 2), formulas.wilson(10, 20), 12)

    def test_clusters_that_agree_within_count_once_each(self):
        self.assertAlmostEqual(formulas.design_effect([(4, 4), (0, 4), (4, 4), (0, 4)]), 16 / 3)
        self.assertEqual(formulas.design_effect([(2, 4)] * 4), 1)
        self.assertEqual(formulas.design_effect([(4, 4), (4, 4)]), 1)
        self.assertEqual(formulas.design_effect([(2, 4)]), 1)

    def test_newcombe_of_independent_shares(self):
        for x1, n1, x2, n2, lower, upper in (
                (56, 70, 48, 80, .0524, .3339), (9, 10, 3, 10, .1705, .8090), (6, 7, 2, 7, .0582, .8062),
                (5, 56, 0, 29, -.0381, .1926), (0, 10, 0, 20, -.1611, .2775), (10, 10, 0, 20, .6791, 1)):
            shares = [(x / n, *formulas.wilson(x, n)) for x, n in ((x1, n1), (x2, n2))]
            self.near(formulas.newcombe(*shares), (x1 / n1 - x2 / n2, lower, upper), 4)

    def test_newcombe_of_paired_shares(self):
        # Airway hyper-responsiveness before and after (Bentur et al. 2009), as Fagerland et al. print it
        a, b, c, d = 1, 1, 7, 12
        shares = [(x / 21, *formulas.wilson(x, 21)) for x in (a + b, a + c)]
        self.near(formulas.newcombe(*shares, formulas.phi_corrected(a, b, c, d)), (-.286, -.507, -.026), 3)

    def test_phi_is_corrected_towards_nothing_only_when_positive(self):
        self.assertEqual(formulas.phi_corrected(5, 5, 5, 5), 0)
        self.assertAlmostEqual(formulas.phi_corrected(20, 12, 2, 16), (296 - 25) / (32 * 18 * 22 * 28) ** .5)
        self.assertEqual(formulas.phi_corrected(3, 3, 2, 3), 0)
        self.assertAlmostEqual(formulas.phi_corrected(1, 4, 4, 1), -15 / 25)
        self.assertEqual(formulas.phi_corrected(0, 0, 3, 4), 0)

    def test_welch_on_the_sleep_data(self):
        self.near(formulas.welch(*SLEEP), (-1.58, -3.3654832, 0.2054832), 6)
        self.assertEqual(formulas.welch([3], [2, 2.5]), (.75, None, None))

    def test_net_promoter_score(self):
        self.near(formulas.net_promoter(12, 3, 20), (45, 12.6, 77.4), 1)

    def test_student(self):
        for df, t in ((1, 12.7062047), (2, 4.3026527), (5, 2.5705818), (10, 2.2281389), (30, 2.0422725),
                      (120, 1.9799304)):
            self.assertAlmostEqual(formulas.t_quantile(df), t, 6)

    def test_mean_of_school_means(self):
        self.near(formulas.mean_of_means([3, 4, 5]), (4, 4 - 4.3026527 / 3 ** .5, 4 + 4.3026527 / 3 ** .5), 6)
        self.assertEqual(formulas.mean_of_means([4]), (4, None, None))

    def test_katz_on_the_physicians_health_study(self):
        self.near(formulas.katz(104, 11037, 189, 11034), (.55, .43, .70), 2)
        self.assertEqual(formulas.katz(3, 9, 0, 9), (None, None, None))
        self.assertEqual(formulas.katz(0, 9, 3, 9), (0, None, None))

    def test_life_table_of_special_educators(self):
        survivals = [formulas.life_table(TEACHERS[:t])[0] for t in range(1, 7)]
        self.near(survivals, (.8843, .7869, .6958, .6209, .5656, .5189), 4)

    def test_greenwood_with_log_log_limits(self):
        # S(1) .9, S(2) .675, S(3) .5625 of ten; limits as R's survfit prints them with conf.type log-log
        table = [(10, 1), (8, 2), (6, 1)]
        for t, survival, lower, upper in ((1, .9, .473, .985), (2, .675, .291, .8825), (3, .5625, .209, .809)):
            self.near(formulas.life_table(table[:t]), (survival, lower, upper), 3)
        self.assertEqual(formulas.life_table([(30, 0)]), (1, None, None))
        self.assertEqual(formulas.life_table([(30, 1), (0, 0), (9, 1)]), (None, None, None))

    def test_dersimonian_laird(self):
        self.near(formulas.random_effects(BCG), (-0.7141, 0.1787, 0.3088), 3)

    def test_places_that_agree_have_no_spread(self):
        pooled, lower, upper, tau = formulas.prediction([(30, 60)] * 5)
        self.near((pooled, tau), (.5, 0), 12)
        self.near((lower, upper), (1 - upper, .5 + .5 - lower), 12)

    def test_consistency_needs_five_hubs_that_are_not_all_at_an_end(self):
        self.assertIsNone(indicators.consistency([(5, 10)] * 4).value)
        self.assertIsNone(indicators.consistency([(0, 10)] * 5).value)
        self.assertIsNone(indicators.consistency([(10, 10)] * 5).value)
        self.assertAlmostEqual(indicators.consistency([(5, 10)] * 5).value, 50)

    def test_funnel_around_a_published_baseline(self):
        # Test data of the Office for Health Improvement and Disparities: 80.642448%
        for n, z, lower in ((2, 1.959964, .25885383), (3, 1.959964, .3593349), (7, 3.090232, .34494842)):
            self.assertAlmostEqual(formulas.funnel_limits(.80642448, 0, n, z)[0], lower, 5)

    def test_an_even_funnel_has_plain_limits_and_an_uneven_one_wider(self):
        p0, tau2 = formulas.funnel([(50, 100)] * 6)
        self.assertEqual((p0, tau2), (.5, 0))
        # Worked out: angles from 45 degrees are -+0.3217506 and 0; z -+6.435011 and 0; winsorised as they are, since
        # the tenth percentile of seven is .6 of the way from the first to the second, which are equal
        p0, tau2 = formulas.funnel([(20, 100)] * 3 + [(50, 100)] + [(80, 100)] * 3)
        total, w = 6 * 6.4350111 ** 2, 400.0
        self.assertAlmostEqual(tau2, (total - 6) / (7 * w - w), 6)
        self.assertLess(formulas.funnel_limits(p0, tau2, 100, 3.09)[0], .2)
        self.assertGreater(formulas.funnel_limits(p0, 0, 100, 3.09)[0], .2)

    def test_evenness(self):
        for counts, evenness in (((10, 10, 10, 10), 1), ((20, 10, 5, 5), .875), ((37, 1, 1, 1), .252)):
            self.assertAlmostEqual(formulas.shannon(counts) / formulas.shannon([1] * 4), evenness, 3)

    def test_equal_schools_are_never_parted(self):
        def groups(values, k):
            return [group for _, group in sorted(formulas.groups_of_equals(list(enumerate(values)), k).items())]
        self.assertEqual(groups([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5), [1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
        self.assertEqual(groups([5, 5, 5, 5, 9], 5), [1, 1, 1, 1, 5])
        self.assertEqual(groups([1, 2, 2, 2, 2, 3], 3), [1, 1, 1, 1, 1, 3])


class Reading(unittest.TestCase):

    def test_an_academic_year_is_written_in_many_ways(self):
        for text in ('2022/23', '2022-23', '2022/2023', '22/23', 'AY22/23', 202223, '2022–23', '2022'):
            self.assertEqual(year_of(text), 2022)
        with self.assertRaises(Refused):
            year_of('next year')

    def test_counts(self):
        self.assertEqual([count_of(its) for its in (6, '6', '6.0', '~30', 'six', '4*', '-', 'tbc', None)],
                         [6, 6, 6, 30, 6, 4, None, None, None])
        self.assertEqual(count_of('67%', 6), 4)
        with self.assertRaises(Refused):
            count_of('many')

    def test_codes_are_compared_by_a_key(self):
        self.assertEqual(key_of(' MA22–01; '), 'ma22-01')
        self.assertEqual(key_of('0001'), key_of(1))

    def test_rungs(self):
        self.assertEqual(rung('Enrolled', 4, 0), 1)
        self.assertEqual(rung('Attending', None, None), 2)
        self.assertEqual(rung('Withdrew', 4, 2), 2)
        self.assertEqual(rung('Attending', 4, 3), 3)
        self.assertEqual(rung('Completed', 4, 0), 3)

    def test_two_digits_of_a_year_fall_in_the_hundred_years_of_the_register(self):
        self.assertEqual(day('01-Sep-68', 2023).year, 1968)
        self.assertEqual(day('01-Sep-23', 2023).year, 2023)
        self.assertEqual(day('01-09-2018', 2023).year, 2018)


def school(urn, la='900', previous_la='', status='Open', closed=None, pupils=100, **more):
    known = {'number': '%04d' % urn, 'previous_number': '', 'name': '', 'phase': 'Primary', 'state_funded': True,
             'opened': None, 'fsm': None, 'area': 'urban', 'selective': False, 'college': False,
             **more}
    return School(urn=urn, la=la, previous_la=previous_la, status=status, closed=day(closed, 2023), pupils=pupils,
                  **known)


def area(hub, la, first, last=None, urn=None):

    return Area(hub, la, urn, first, last)


class Lineages(unittest.TestCase):

    def lineages(self, closed, *links):
        schools = {urn: school(urn, status='Closed' if urn in closed else 'Open') for urn in range(1, 8)}
        return find_lineages(schools, [(a, b, kind) for a, b, kind in links])

    def test_merged_schools_share_one(self):
        found = self.lineages({1, 2}, (1, 3, 'Successor - merged'), (2, 3, 'Successor - amalgamated'))
        self.assertEqual([found[urn] for urn in (1, 2, 3)], [3, 3, 3])

    def test_other_kinds_of_link_are_not_followed(self):
        self.assertEqual(self.lineages({1}, (1, 3, 'Successor - Split School'))[1], 1)

    def test_two_successors_are_not_followed_and_one_named_twice_is(self):
        self.assertEqual(self.lineages({1}, (1, 3, 'Successor'), (1, 4, 'Successor'))[1], 1)
        self.assertEqual(self.lineages({1}, (1, 3, 'Successor'), (1, 3, 'Successor - merged'))[1], 3)

    def test_an_open_school_has_no_successor(self):
        self.assertEqual(self.lineages(set(), (1, 3, 'Successor'))[1], 1)

    def test_a_ring_is_not_followed_but_what_leads_to_it_is(self):
        found = self.lineages({1, 2, 3}, (1, 2, 'Successor'), (2, 3, 'Successor'), (3, 2, 'Successor'))
        self.assertEqual([found[urn] for urn in (1, 2, 3)], [2, 2, 3])


class LocalAuthorities(unittest.TestCase):
    """101 became 111 in 2022/23; 1 is open, 2 closed in 2021 at the old code and 3 follows it."""

    def register(self, changes, areas):
        schools = [school(1, '111', '101'), school(2, '101', status='Closed', closed='31-08-2021'),
                   school(3, '111', opened=day('01-09-2021', 2023)), school(4, '112', '101')]
        return Register({its.urn: its for its in schools}, [(2, 3, 'Successor')], changes, areas)

    def lineages(self, changes, areas, year):
        found = self.register(changes, areas).in_areas(year, {'A': 'N', 'B': 'N'})
        return sorted(found['A']), sorted(found['B'])

    CHANGES = [('101', '111', 2022), ('101', '112', 2022)]

    def test_lists_in_old_codes_new_codes_or_both_give_the_same_schools(self):
        old, new = [area('A', '101', 2020)], [area('A', '111', 2020), area('A', '112', 2020)]
        for areas in (old, old + new):
            self.assertEqual(self.lineages([], areas, 2020), ([1, 3, 4], []))
        self.assertEqual(self.lineages(self.CHANGES, new, 2020), ([1, 3, 4], []))

    def test_the_old_code_holds_until_the_change(self):
        old = [area('A', '101', 2020)]
        self.assertEqual(self.lineages(self.CHANGES, old, 2021)[0], [1, 4])
        self.assertEqual(self.lineages(self.CHANGES, old, 2022)[0], [])

    def test_the_open_school_of_its_lineage_decides_where_a_closed_one_lies(self):
        areas = [area('A', '111', 2020), area('B', '112', 2020)]
        self.assertEqual(self.lineages(self.CHANGES, areas, 2020), ([1, 3], [4]))

    def test_the_hub_that_lists_the_valid_code_has_the_school(self):
        areas = [area('A', '101', 2020), area('B', '111', 2020)]
        self.assertEqual(self.lineages(self.CHANGES, areas, 2020), ([1, 3, 4], []))
        self.assertEqual(self.lineages([], areas, 2021), ([4], [1, 3]))

    def test_a_school_named_by_its_urn_is_moved_singly(self):
        areas = [area('A', '111', 2020), area('B', None, 2021, urn=1)]
        self.assertEqual(self.lineages([], areas, 2021), ([3], [1]))
        self.assertEqual(self.lineages([], areas, 2020), ([1], []))

    def test_an_old_laestab_finds_its_school(self):
        found = self.register([], [])
        found.by_number[('101', '2001')] = [found.schools[1]]
        self.assertEqual([found.find(its, 2022) for its in ('1012001', '101/2001', '1', 1, '999999')],
                         [1, 1, 1, 1, None])


class DropFolder(unittest.TestCase):
    """Writes a drop folder, reads it, and asks for rows."""

    REGISTER = ('URN,LA (code),EstablishmentNumber,EstablishmentName,PhaseOfEducation (name),'
                'EstablishmentTypeGroup (name),EstablishmentStatus (name),OpenDate,CloseDate,NumberOfPupils,'
                'PercentageFSM,UrbanRural (name),AdmissionsPolicy (name),PreviousLA (code),PreviousEstablishmentNumber')

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder, self.files = folder.name, 0
        self.registered, self.links = [], []

    def table(self, name, heading, rows):
        path = os.path.join(self.folder, name + '.csv')
        with open(path, 'w', encoding='cp1252', newline='') as file:
            csv.writer(file).writerows([heading.split(','), *([str(cell) for cell in row] for row in rows)])
        self.files += 1
        os.utime(path, (1_600_000_000 + self.files,) * 2)

    def schools(self, la, urns, phase='Primary', status='Open', opened='', closed='', pupils=100, area='Urban'):
        for urn in urns:
            self.registered.append((urn, la, urn, 'S%d' % urn, phase, 'Academies', status, opened, closed, pupils,
                                    urn % 100, area, 'Not applicable', '', ''))

    def hubs(self, *las, opened='2018/19', closed=''):
        codes = ['H%d' % (i + 1) for i in range(len(las))]
        self.table('hubs', 'Network,Hub code,Hub name,Aliases,Opened,Closed',
                   [('Maths Hubs', code, 'Hub ' + code, '', opened, closed) for code in codes])
        self.table('hub_areas', 'Hub code,LA code,From,To',
                   [(code, la, '2018/19', '') for code, la in zip(codes, las)])

    def engagement(self, hub, year, urns, activity='NCP-01', attended=2, offered=4, people=('a',), name=None):
        self.table(name or 'engagement_%s_%d_%d' % (hub, year, self.files),
                   'Hub,Academic year,URN,School,Activity code,Participant reference,Participant role,'
                   'Sessions offered,Sessions attended,Status',
                   [(hub, '%d/%02d' % (year, year % 100 + 1), urn, '', activity, '%d-%s1' % (urn, person), 'Teacher',
                     offered, attended, 'Attending' if attended else 'Enrolled') for urn in urns for person in people])

    def nil(self, hub, year):
        path = os.path.join(self.folder, 'nil_%s_%d.csv' % (hub, year))
        with open(path, 'w', encoding='utf-8', newline='') as file:
            csv.writer(file).writerows([['Hub', hub], ['Academic year:', '%d/%02d' % (year, year % 100 + 1)], [],
                                        ['Hub', 'Academic year', 'URN', 'Activity code', 'Participant reference',
                                         'Sessions offered', 'Sessions attended', 'Status']])

    def pathway(self, hub, year, rows):
        self.table('pathway_%s_%d' % (hub, year), 'Hub,Academic year,URN,School,Stage,Status,Reason',
                   [(hub, '%d/%02d' % (year, year % 100 + 1), urn, '', stage, status, '')
                    for urn, stage, status in rows])

    def delivery(self, hub, year, *rows):
        self.table('delivery_%s_%d' % (hub, year),
                   'Hub,Academic year,Activity code,Activity,Activity type,Groups,Places offered,Places filled,'
                   'Core components due,Core components delivered,Adaptations recorded,'
                   'Adaptations consistent with core',
                   [(hub, '%d/%02d' % (year, year % 100 + 1), activity, '', '', 1, offered, filled, 10, 8, 20, 15)
                    for activity, offered, filled in rows])

    def read(self):
        self.table('edubasealldata20240101', self.REGISTER, self.registered)
        self.table('links_edubasealldata20240101', 'URN,LinkURN,LinkName,LinkType,LinkEstablishedDate',
                   [(a, b, '', kind, '') for a, b, kind in self.links])
        self.returned = Returned([self.folder])
        self.network = Network(self.returned, 'Maths Hubs')
        self.rows = {(row['indicator'], row['hub'], row['time_period'], row['education_phase'], row['breakdown']): row
                     for row in published.all_rows(self.returned)}

    def row(self, name, hub, year, phase='Total', breakdown='Total'):
        return self.rows[name, hub, published.time_period(year), phase, breakdown]

    def cells(self, name, hub, year, *columns, **more):
        return tuple(self.row(name, hub, year, **more)[column] for column in columns)


class SmallNetworks(DropFolder):

    # ------------------------------------------------------------ contributing hubs

    def test_a_missing_return_reduces_the_hubs_and_not_the_figure(self):
        self.schools('901', range(100, 150))
        self.schools('902', range(200, 240))
        self.schools('903', range(300, 310))
        self.hubs('901', '902', '903')
        self.engagement('H1', 2020, range(100, 130))
        self.engagement('H2', 2020, range(200, 210))
        self.engagement('H2', 2020, [105], activity='NCP-02')     # H1's area, listed by H2: engaged, once
        self.engagement('H1', 2021, range(100, 120))
        self.engagement('H3', 2021, range(300, 305))
        self.read()
        self.assertEqual(self.cells('schools_engaged_percent', 'Total', 2020, 'numerator', 'denominator', 'symbol',
                                    'hubs_contributing', 'hubs_open', 'coverage_percent'), (40, 90, '', 2, 3, 90.0))
        self.assertEqual(self.cells('schools_engaged_percent', 'Total', 2021, 'numerator', 'denominator', 'symbol',
                                    'hubs_contributing', 'coverage_percent'), (25, 60, 'u', 2, 60.0))
        self.assertEqual(self.cells('schools_engaged_percent', 'H3', 2020, 'value', 'numerator', 'symbol'), ('x',) * 3)
        # both years: H1 alone, 50 of 100
        self.assertEqual(self.cells('schools_engaged_percent', 'Total', 2021, 'change_hubs', 'change'), (1, -20.0))
        self.assertEqual(self.cells('schools_retained_percent', 'Total', 2021, 'numerator', 'denominator',
                                    'hubs_contributing', 'coverage_percent', 'symbol'), (20, 30, 1, 50.0, 'u'))
        self.assertEqual(self.cells('schools_engaged_percent', 'H1', 2021, 'change', 'change_hubs', 'hubs_open'),
                         (-20.0, 'z', 'z'))

    def test_below_half_the_network_has_no_figure(self):
        self.schools('901', range(100, 120))
        self.schools('902', range(200, 230))
        self.hubs('901', '902')
        self.engagement('H1', 2020, range(100, 110))
        self.read()
        self.assertEqual(self.cells('schools_engaged_percent', 'Total', 2020, 'numerator', 'denominator', 'value',
                                    'value_lower_ci', 'symbol', 'coverage_percent'), (10, 20, 'x', 'x', 'x', 40.0))

    def test_a_nil_return_contributes_and_gives_nought(self):
        self.schools('901', range(100, 120))
        self.schools('902', range(200, 220))
        self.hubs('901', '902')
        self.engagement('H1', 2020, range(100, 110))
        self.nil('H2', 2020)
        self.read()
        self.assertEqual(self.cells('schools_engaged_percent', 'H2', 2020, 'numerator', 'denominator', 'value'),
                         (0, 20, 0.0))
        self.assertEqual(self.cells('schools_engaged_percent', 'Total', 2020, 'numerator', 'denominator', 'symbol'),
                         (10, 40, ''))

    def test_a_filled_activity_without_a_participant_makes_the_engagement_incomplete(self):
        self.schools('901', range(100, 120))
        self.schools('902', range(200, 220))
        self.hubs('901', '902')
        for hub, first in (('H1', 100), ('H2', 200)):
            self.engagement(hub, 2020, range(first, first + 10))
        self.delivery('H1', 2020, ('NCP-01', 20, 10), ('NCP-02', 20, 5))
        self.delivery('H2', 2020, ('NCP-01', 20, 10), ('NCP-02', 20, 0))
        self.read()
        self.assertEqual(self.cells('schools_engaged_percent', 'H1', 2020, 'numerator', 'symbol', 'comparison'),
                         (10, 'u', 'not compared'))
        self.assertEqual(self.cells('schools_engaged_percent', 'Total', 2020, 'denominator', 'hubs_contributing',
                                    'symbol'), (20, 1, 'u'))
        self.assertEqual(self.cells('places_filled_percent', 'Total', 2020, 'numerator', 'denominator', 'symbol'),
                         (25, 80, ''))

    def test_a_hub_that_is_not_open_holds_z(self):
        self.schools('901', range(100, 120))
        self.hubs('901', opened='2020/21', closed='2020/21')
        self.engagement('H1', 2020, range(100, 110))
        self.engagement('H1', 2021, range(100, 110))
        self.read()
        self.assertEqual(self.cells('schools_engaged_percent', 'H1', 2021, 'numerator', 'value', 'change', 'symbol'),
                         ('z',) * 4)
        self.assertEqual(self.cells('schools_engaged_percent', 'Total', 2021, 'hubs_open', 'hubs_contributing',
                                    'coverage_percent', 'symbol'), (0, 0, 0.0, 'x'))

    # ------------------------------------------------------------ windows

    def test_a_gap_makes_a_figure_over_all_years_a_lower_bound(self):
        self.schools('901', range(100, 120))
        self.hubs('901', opened='2018/19')
        for year in (2018, 2020, 2021, 2022):
            self.engagement('H1', year, range(100, 111))
        self.read()
        self.assertEqual(self.cells('schools_engaged_cumulative_percent', 'H1', 2018, 'symbol', 'numerator'), ('', 11))
        self.assertEqual(self.cells('schools_engaged_cumulative_percent', 'H1', 2019, 'symbol', 'value'), ('x', 'x'))
        self.assertEqual(self.cells('schools_engaged_cumulative_percent', 'H1', 2020, 'symbol', 'change'), ('u', 'x'))
        self.assertEqual(self.cells('schools_engaged_cumulative_percent', 'Total', 2020, 'symbol', 'hubs_contributing'),
                         ('u', 1))
        self.assertEqual(self.cells('long_engaged_schools_percent', 'H1', 2022, 'symbol'), ('x',))
        self.assertEqual(self.cells('long_engaged_schools_percent', 'Total', 2022, 'symbol', 'hubs_contributing',
                                    'coverage_percent'), ('x', 0, 0.0))

    def test_five_returned_years_make_a_long_engagement(self):
        self.schools('901', range(100, 120))
        self.hubs('901')
        for year in range(2018, 2023):
            self.engagement('H1', year, range(100, 112) if year > 2018 else range(100, 104))
        self.read()
        self.assertEqual(self.cells('long_engaged_schools_percent', 'H1', 2021, 'symbol'), ('x',))
        self.assertEqual(self.cells('long_engaged_schools_percent', 'H1', 2022, 'numerator', 'denominator', 'symbol'),
                         (4, 12, ''))

    # ------------------------------------------------------------ schools through time

    def test_pupils_are_those_of_all_open_schools_of_a_lineage(self):
        self.schools('901', range(100, 110))
        self.schools('901', [110], status='Closed', closed='31-03-2021', pupils=30)
        self.schools('902', [111], status='Closed', closed='31-03-2021', pupils=40)
        self.schools('901', [112], opened='01-09-2019', pupils=70)
        self.links = [(110, 112, 'Successor - merged'), (111, 112, 'Successor - merged')]
        self.hubs('901')
        self.engagement('H1', 2020, [*range(100, 109), 110])
        self.engagement('H1', 2021, range(100, 109))
        self.read()
        self.assertEqual(self.cells('pupils_reached_percent', 'H1', 2020, 'numerator', 'denominator'), (1040, 1140))
        self.assertEqual(self.cells('pupils_reached_percent', 'H1', 2021, 'numerator', 'denominator'), (900, 1070))
        self.assertEqual(self.cells('schools_engaged_percent', 'H1', 2020, 'numerator', 'denominator'), (10, 11))
        self.assertEqual(self.cells('lineage_matched_percent', 'H1', 2020, 'numerator', 'denominator'), (1, 10))

    # ------------------------------------------------------------ sustainability

    def test_survival_is_a_life_table_of_what_can_be_seen(self):
        # 100 to 124 start in 2018. 100 to 104 are gone in 2019 and 2020: lost at 1. 105 is away in 2019 alone.
        # 106 to 107 are engaged in 2019, gone in 2020 and 2021: lost at 2. 124 closes in 2019 and is never at risk.
        self.schools('901', range(100, 124))
        self.schools('901', [124], status='Closed', closed='01-12-2019')
        self.hubs('901')
        gone = {2019: {100, 101, 102, 103, 104, 105, 124}, 2020: {100, 101, 102, 103, 104, 106, 107, 124},
                2021: {100, 101, 102, 103, 104, 106, 107, 124}}
        for year in range(2018, 2022):
            self.engagement('H1', year, [urn for urn in range(100, 125) if urn not in gone.get(year, ())])
        self.read()
        scope = self.network.scope(['H1'])
        self.assertEqual(indicators.survival_table(scope, 2021, 3), [(24, 5), (19, 2), (0, 0)])
        self.assertEqual(indicators.survival_table(scope, 2020, 3), [(24, 5), (0, 0), (0, 0)])
        value, lower, upper, n = self.cells('engagement_survival_percent', 'H1', 2020, 'value', 'value_lower_ci',
                                            'value_upper_ci', 'n', breakdown='1 year')
        self.assertAlmostEqual(value, 100 * 19 / 24)
        self.assertTrue(lower < value < upper)
        self.assertEqual(n, 24)
        self.assertEqual(self.cells('engagement_survival_percent', 'H1', 2019, 'symbol', breakdown='1 year'), ('x',))
        self.assertEqual(self.cells('engagement_survival_percent', 'H1', 2021, 'symbol', breakdown='2 years'), ('x',))
        value, = self.cells('engagement_survival_percent', 'Total', 2021, 'value', breakdown='2 years')
        self.assertAlmostEqual(value, 100 * 19 / 24 * 17 / 19)

    def test_reengaged_is_an_activity_that_was_not_there_whatever_its_code(self):
        self.schools('901', range(100, 120))
        self.hubs('901')
        self.engagement('H1', 2020, range(100, 112), activity='NCP20-01')
        self.engagement('H1', 2021, range(100, 108), activity='NCP21-01')
        self.engagement('H1', 2021, range(106, 112), activity='NCP21-02')
        self.read()
        self.assertEqual(self.cells('schools_reengaged_percent', 'H1', 2021, 'numerator', 'denominator'), (6, 12))

    def test_the_activity_catalogue_says_what_an_activity_goes_on_from(self):
        self.schools('901', range(100, 120))
        self.hubs('901')
        self.table('activities', 'Activity code,Academic year,Title,Type,Phase,Designed,Origin hub,Continues',
                   [('X1', '2020/21', 'A', '', '', '', '', ''), ('Y7', '2021/22', 'A', '', '', '', '', 'X1')])
        self.engagement('H1', 2020, range(100, 112), activity='X1')
        self.engagement('H1', 2021, range(100, 112), activity='Y7')
        self.read()
        self.assertEqual(self.cells('schools_reengaged_percent', 'H1', 2021, 'numerator', 'denominator'), (0, 12))

    def test_single_advocates_are_counted_over_two_years(self):
        self.schools('901', range(100, 120))
        self.hubs('901')
        self.engagement('H1', 2020, range(100, 110), people=('a',))
        self.engagement('H1', 2021, range(100, 112), people=('a',))
        self.engagement('H1', 2021, range(100, 103), people=('b',), activity='NCP-02')
        self.read()
        self.assertEqual(self.cells('single_advocate_percent', 'H1', 2021, 'numerator', 'denominator'), (9, 12))
        self.assertEqual(self.cells('single_advocate_percent', 'H1', 2020, 'symbol'), ('x',))

    def test_pathway(self):
        self.schools('901', range(100, 130))
        self.hubs('901')
        self.pathway('H1', 2020, [(urn, 'Developing', 'Active') for urn in range(100, 112)]
                     + [(urn, 'Embedding', 'Paused') for urn in range(112, 124)])
        self.pathway('H1', 2021, [(urn, 'Embedding', 'Active') for urn in range(100, 106)]
                     + [(106, 'Developing', 'Active'), (107, 'Embedding', 'Paused'), (108, 'Developing', 'Left')]
                     + [(urn, 'Embedding', 'Active') for urn in range(112, 115)] + [(100, 'Developing', 'Active')])
        self.read()
        self.assertEqual(self.cells('stage_progressed_percent', 'H1', 2021, 'numerator', 'denominator'), (6, 12))
        self.assertEqual(self.cells('paused_returned_percent', 'H1', 2021, 'numerator', 'denominator'), (3, 12))
        self.assertEqual(self.cells('pathway_continued_percent', 'H1', 2021, 'numerator', 'denominator'), (9, 10))
        self.assertEqual(self.cells('pathway_schools_percent', 'H1', 2021, 'numerator', 'denominator'), (10, 30))
        moved = tables.transition_counts(self.network.scope(['H1']), 2021)
        self.assertEqual(moved, {('Developing', 'Embedding'): 6, ('Developing', 'Developing'): 1,
                                 ('Developing', 'Paused'): 1, ('Developing', 'Left'): 1, ('Developing', 'Absent'): 3,
                                 ('Paused', 'Embedding'): 3, ('Paused', 'Absent'): 9})
        held = tables.places(self.network.scope(['H1']), 'pathway', 2021)
        self.assertEqual(sum(len(its) > 1 for its in held.values()), 1)

    def test_stated_schools_are_lineages_and_stated_places_are_rows(self):
        self.schools('901', range(100, 120))
        self.schools('901', [120], status='Closed', closed='31-08-2020')
        self.links = [(120, 100, 'Successor - merged')]
        self.hubs('901')
        self.pathway('H1', 2020, [(120, 'Embedding', 'Active'), (100, 'Embedding', 'Active'),
                                  (101, 'Embedding', 'Active'), (101, 'Sustaining', 'Active')])
        self.table('stated', 'Hub,Academic year,Quantity,Stated value',
                   [('H1', '2020/21', quantity, value) for quantity, value in
                    (('Schools active on the pathway', 2), ('Embedding', 3), ('Sustaining', 2), ('Specialists', 9))])
        self.read()
        self.assertEqual(self.cells('totals_reconciled_percent', 'H1', 2020, 'numerator', 'denominator', 'symbol'),
                         (2, 3, 'x'))

    # ------------------------------------------------------------ change and comparison

    def test_the_change_of_the_share_engaged_is_of_pairs(self):
        self.schools('901', range(100, 150))
        self.hubs('901')
        self.engagement('H1', 2020, range(100, 132))
        self.engagement('H1', 2021, [*range(100, 120), 132, 133])
        self.read()
        shares = [(x / 50, *formulas.wilson(x, 50)) for x in (22, 32)]
        phi = formulas.phi_corrected(20, 2, 12, 16)
        self.assertAlmostEqual(phi, (20 * 16 - 2 * 12 - 25) / (22 * 28 * 32 * 18) ** .5)
        for cell, wanted in zip(self.cells('schools_engaged_percent', 'H1', 2021, *published.CHANGE),
                                formulas.newcombe(*shares, phi)):
            self.assertAlmostEqual(cell, 100 * wanted)
        self.assertEqual(self.cells('schools_engaged_percent', 'H1', 2020, *published.CHANGE), ('x', 'x', 'x'))
        self.assertEqual(self.cells('pupils_reached_percent', 'H1', 2021, *published.CHANGE[1:]), ('z', 'z'))

    def test_a_hub_far_from_five_others_is_higher(self):
        las = ['90%d' % i for i in range(1, 7)]
        for i, la in enumerate(las):
            self.schools(la, range(100 * i + 1000, 100 * i + 1060))
        self.hubs(*las)
        for i in range(6):
            self.engagement('H%d' % (i + 1), 2020, range(100 * i + 1000, 100 * i + (1058 if i == 5 else 1030)))
        self.read()
        self.assertEqual([self.cells('schools_engaged_percent', 'H%d' % i, 2020, 'comparison')[0] for i in range(1, 7)],
                         self.by_hand([(30, 60)] * 5 + [(58, 60)]))
        consistency = self.row('hub_consistency_points', 'Total', 2020, breakdown='schools_engaged_percent')
        self.assertEqual(consistency['n'], 6)
        self.assertEqual(self.row('schools_engaged_percent', 'Total', 2020)['comparison'], '')

    @staticmethod
    def by_hand(pairs):
        p0, tau2 = formulas.funnel(pairs)
        low, high = formulas.funnel_limits(p0, tau2, 60, 3.090232306167813)
        return ['higher' if x / n > high else 'lower' if x / n < low else 'similar' for x, n in pairs]

    def test_fewer_than_five_hubs_are_not_compared(self):
        self.schools('901', range(100, 120))
        self.hubs('901')
        self.engagement('H1', 2020, range(100, 120))
        self.read()
        self.assertEqual(self.cells('schools_engaged_percent', 'H1', 2020, 'comparison'), ('not compared',))
        self.assertEqual(self.cells('schools_engaged_percent', 'H1', 2020, 'value', phase='Secondary'), ('x',))
        self.assertEqual(self.cells('schools_engaged_percent', 'H1', 2020, 'denominator', phase='Secondary'), (0,))

    def test_small_counts_of_people_are_hidden_and_small_denominators_give_no_share(self):
        self.schools('901', range(100, 120))
        self.hubs('901')
        self.engagement('H1', 2020, range(100, 112), attended=4)
        self.engagement('H1', 2020, range(112, 115), activity='NCP-02', attended=1)
        self.engagement('H1', 2021, range(100, 103), attended=4)
        self.engagement('H1', 2021, range(103, 115), attended=1)
        self.read()
        self.assertEqual(self.cells('participants_completed_percent', 'H1', 2020, 'numerator', 'symbol'), (12, ''))
        self.assertEqual(self.cells('schools_retained_percent', 'H1', 2020, 'symbol'), ('x',))

    def test_fifths_are_over_all_hubs_of_the_network(self):
        self.schools('901', range(100, 120))
        self.schools('902', range(220, 240))
        self.hubs('901', '902')
        self.engagement('H1', 2020, range(100, 106))
        self.engagement('H2', 2020, range(228, 240))
        self.read()
        groups = self.network.groups(2020, 5)
        self.assertEqual([groups[100], groups[107], groups[108], groups[119], groups[239]], [1, 1, 2, 3, 5])
        self.assertEqual(self.cells('disadvantage_reach_ratio', 'H1', 2020, 'value', 'symbol'), ('x', 'x'))
        self.assertEqual(self.cells('representativeness_index', 'H2', 2020, 'n')[0], 12)


class Comparing(DropFolder):

    @staticmethod
    def differences(expected, found):
        with contextlib.redirect_stdout(io.StringIO()):
            return comparing.compare_rows(expected, found)

    def test_equal_rows_have_no_difference_and_a_changed_count_has_one(self):
        self.schools('901', range(100, 120))
        self.hubs('901')
        self.engagement('H1', 2020, range(100, 115))
        self.read()
        rows = recompute.expected_rows(self.returned)
        self.assertEqual(self.differences(rows, [dict(row) for row in rows]), 0)
        changed = [dict(row) for row in rows]
        one = next(row for row in changed if row['indicator'] == 'schools_engaged_percent' and row['hub'] == 'H1'
                   and (row['education_phase'], row['breakdown']) == ('Total', 'Total'))
        one['numerator'] = '14'
        self.assertEqual(self.differences(rows, changed), 1)
        one['value'] = '74.990000000'
        one['symbol'] = 'u'
        self.assertEqual(self.differences(rows, changed), 3)
        self.assertEqual(self.differences(rows, changed[1:]), 4)


SAMPLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', '..', 'sample-data')
REGISTERS = os.path.join(SAMPLE, 'registers')
REORGANISED = os.environ.get('REORGANISED_REGISTER', '')


class SampleYears(unittest.TestCase):

    def figures(self, *registers):
        years = [os.path.join(SAMPLE, year) for year in ('2020-21', '2021-22', '2022-23')]
        returned = Returned([*years, os.path.join(SAMPLE, 'activities'), *registers])
        return {(row['indicator'], row['time_period']): (row['numerator'], row['denominator'])
                for row in published.all_rows(returned)
                if (row['hub'], row['education_phase'], row['breakdown']) == ('QS1', 'Total', 'Total')}

    def assert_quillshire(self, figures):
        self.assertEqual([figures['schools_engaged_percent', year][1] for year in ('202021', '202122', '202223')],
                         [34, 45, 45])
        self.assertEqual(figures['schools_retained_percent', '202223'], (20, 28))
        self.assertEqual(figures['pathway_schools_percent', '202223'][0], 36)

    def lists(self):
        return [os.path.join(REGISTERS, name)
                for name in ('hubs.csv', 'targets.csv', 'links_edubasealldata20230901.csv')]

    def test_the_sample_data(self):
        self.assert_quillshire(self.figures(REGISTERS))

    def test_a_local_authority_that_gets_a_new_code_keeps_its_schools(self):
        """101 becomes 111 in 2022/23: the register moves open schools and leaves closed ones, the hub lists both."""
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(REGISTERS, 'edubasealldata20230901.csv'), encoding='cp1252', newline='') as file:
                rows = list(csv.DictReader(file))
            for row in rows:
                if row['LA (code)'] == '101' and row['EstablishmentStatus (name)'] == 'Open':
                    row.update({'LA (code)': '111', 'PreviousLA (code)': '101',
                                'PreviousEstablishmentNumber': row['EstablishmentNumber']})
            write_table(os.path.join(folder, 'edubasealldata20230901.csv'), list(rows[0]), [r.values() for r in rows])
            write_table(os.path.join(folder, 'hub_areas.csv'), ['Hub code', 'LA code', 'From', 'To'],
                        [('QS1', '101', '2020/21', '2021/22'), ('QS1', '111', '2022/23', ''),
                         ('QS1', '102', '2021/22', ''), ('HM1', '102', '2020/21', '2020/21'),
                         ('HM1', '103', '2020/21', ''), ('FV1', '103', '2020/21', ''), ('FV1', '104', '2020/21', '')])
            self.assert_quillshire(self.figures(folder, *self.lists()))

    @unittest.skipUnless(os.path.isdir(REORGANISED), 'REORGANISED_REGISTER names no folder')
    def test_a_reorganised_register_gives_the_same_schools(self):
        """REORGANISED_REGISTER names a folder with a register and areas of the sample after a reorganisation."""
        self.assert_quillshire(self.figures(REORGANISED, *self.lists()))


def write_table(path, heading, rows):
    with open(path, 'w', encoding='cp1252', newline='') as file:
        csv.writer(file).writerows([heading, *rows])


if __name__ == '__main__':
    unittest.main()
