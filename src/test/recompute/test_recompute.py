"""Published values of the statistics, and a small network whose figures were worked out by hand.

  python3 -m unittest discover src/test/recompute
"""
import csv
import os
import tempfile
import unittest

import formulas
from indicators import figure, how_long, work_out
from returned import Returned, identity, ntile

# Reading-list example: ten schools, years and whether they left
TEN_SCHOOLS = [(1, 1), (1, 0), (2, 1), (2, 1), (3, 0), (3, 1), (4, 0), (5, 0), (5, 0), (5, 0)]
# BCG vaccine trials (Colditz et al. 1994): log relative risk and variance, as in the manual of R's metafor
BCG = [(-0.8893, 0.3256), (-1.5854, 0.1946), (-1.3481, 0.4154), (-1.4416, 0.0200), (-0.2175, 0.0512),
       (-0.7861, 0.0069), (-1.6209, 0.2230), (0.0120, 0.0040), (-0.4694, 0.0564), (-1.3713, 0.0730),
       (-0.3394, 0.0124), (0.4459, 0.5325), (-0.0173, 0.0714)]


class Formulas(unittest.TestCase):

    def near(self, values, expected, places):
        for value, wanted in zip(values, expected, strict=True):
            self.assertAlmostEqual(value, wanted, places)

    def test_wilson(self):
        for x, n, lower, upper in ((27, 39, .536, .814), (29, 41, .555, .824), (37, 49, .619, .854),
                                   (36, 48, .612, .851), (0, 12, 0, .242), (12, 12, .758, 1)):
            self.near(formulas.wilson(x, n), (lower, upper), 3)

    def test_a_design_effect_of_two_halves_the_sample(self):
        self.near(formulas.wilson(20, 40, 2), formulas.wilson(10, 20), 12)

    def test_clusters_that_agree_within_count_once_each(self):
        self.assertAlmostEqual(formulas.design_effect([(4, 4), (0, 4), (4, 4), (0, 4)]), 16 / 3)
        self.assertEqual(formulas.design_effect([(2, 4)] * 4), 1)
        self.assertEqual(formulas.design_effect([(4, 4), (4, 4)]), 1)

    def test_net_promoter_score(self):
        self.near(formulas.net_promoter(12, 3, 20), (45, 12.6, 77.4), 1)

    def test_student(self):
        for df, t in ((1, 12.7062047), (2, 4.3026527), (5, 2.5705818), (10, 2.2281389), (30, 2.0422725),
                      (120, 1.9799304)):
            self.assertAlmostEqual(formulas.t_quantile(df), t, 6)

    def test_mean_of_school_means(self):
        self.near(formulas.mean_of_means([3, 4, 5]), (4, 4 - 4.3026527 / 3 ** .5, 4 + 4.3026527 / 3 ** .5), 6)
        self.assertEqual(formulas.mean_of_means([4]), (4, '', ''))

    def test_katz_on_the_physicians_health_study(self):
        self.near(formulas.katz(104, 11037, 189, 11034), (.55, .43, .70), 2)
        self.assertEqual(formulas.katz(3, 9, 0, 9), ('', '', ''))

    def test_kaplan_meier(self):
        for t, survival, lower, upper in ((1, .9, .473, .985), (2, .675, .291, .8825), (3, .5625, .209, .809),
                                          (5, .5625, .209, .809)):
            self.near(formulas.kaplan_meier(TEN_SCHOOLS, t), (survival, lower, upper), 3)
        self.assertEqual(formulas.kaplan_meier([(2, 0)], 1), (1, '', ''))

    def test_dersimonian_laird(self):
        self.near(formulas.random_effects(BCG), (-0.7141, 0.1787, 0.3088), 3)

    def test_places_that_agree_have_no_spread(self):
        pooled, lower, upper, tau = formulas.prediction([(30, 60)] * 4)
        self.near((pooled, tau), (.5, 0), 12)
        self.near((lower, upper), (1 - upper, .5 + .5 - lower), 12)

    def test_evenness(self):
        for counts, evenness in (((10, 10, 10, 10), 1), ((20, 10, 5, 5), .875), ((37, 1, 1, 1), .252)):
            self.assertAlmostEqual(formulas.shannon(counts) / formulas.shannon([1] * 4), evenness, 3)

    def test_the_first_groups_are_the_larger(self):
        self.assertEqual(list(ntile('abcdefg', 3).values()), [1, 1, 1, 2, 2, 3, 3])

    def test_an_activity_is_the_same_in_every_year(self):
        self.assertEqual(identity('NCP22-05'), identity('NCP21-05'))
        self.assertNotEqual(identity('NCP22-05'), identity('NCP22-06'))


def table(folder, name, heading, rows):
    with open(os.path.join(folder, name + '.csv'), 'w', encoding='cp1252', newline='') as file:
        csv.writer(file).writerows([heading.split(','), *(row.split(',') for row in rows)])


class SmallNetwork(unittest.TestCase):
    """One hub, six years, six primary schools; 5 closes in 2017/18, and 6 takes over from it later."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        table(folder.name, 'edubasealldata20240101', 'URN,LA (code),PhaseOfEducation (name),'
              'EstablishmentTypeGroup (name),EstablishmentStatus (name),OpenDate,CloseDate,NumberOfPupils,'
              'PercentageFSM,UrbanRural (name),AdmissionsPolicy (name)',
              [f'{urn},900,Primary,Academies,{status},,{closed},{100 * urn},{urn}.5,{area} somewhere,Not applicable'
               for urn, status, closed, area in ((1, 'Open', '', 'Urban'), (2, 'Open', '', 'Urban'),
                                                 (3, 'Open', '', 'Larger rural'), (4, 'Open', '', 'Urban'),
                                                 (5, 'Closed', '01-09-2018', 'Urban'))]
              + ['6,900,Primary,Academies,Open,01-09-2020,,600,6.5,Urban,Not applicable'])
        table(folder.name, 'links_edubasealldata20240101', 'URN,LinkURN,LinkType', ['5,6,Successor'])
        table(folder.name, 'hubs', 'network,hub,name', ['N,H,Hub'])
        table(folder.name, 'areas', 'hub,la,from,to', ['H,900,2016,'])
        table(folder.name, 'engagement', 'hub,year,urn,school,activity,participant,role,offered,attended,status', [
            f'H,{year},{urn},,A{year % 100}-{activity},{urn}-{person},,4,{attended},Attending'
            for year, urn, activity, person, attended in (
                (2016, 1, 1, 'a', 4), (2016, 2, 1, 'a', 2), (2016, 5, 1, 'a', 2), (2016, 3, 2, 'a', 1),
                (2017, 1, 1, 'a', 4), (2017, 2, 2, 'a', 2), (2017, 5, 1, 'a', 2),
                (2018, 1, 1, 'b', 4), (2019, 1, 1, 'b', 4), (2020, 1, 2, 'b', 4), (2021, 1, 2, 'b', 4),
                (2021, 2, 2, 'a', 1), (2021, 5, 1, 'a', 1))])
        table(folder.name, 'survey', 'hub,year,id,urn,school,activity,overall,aim1,aim2,aim3,aim4,nps,trust',
              ['H,2016,1,1,,A16-1,5,5,5,4,,9,4', 'H,2016,2,1,,A16-1,2,5,,,4,3,3', 'H,2016,3,2,,A16-1,4,3,3,3,3,8,5'])
        cls.returned = Returned(folder.name, folder.name)
        cls.hub = next(cls.returned.networks()).hubs[0]

    def duration(self, lineage, up_to):
        return how_long(self.hub, lineage, self.hub.engaged_years(up_to)[lineage], up_to)

    def test_two_years_away_is_leaving(self):
        self.assertEqual(self.duration('2', 2021), (2, True))
        self.assertEqual(self.duration('3', 2021), (1, True))

    def test_one_year_away_is_not_yet(self):
        self.assertEqual(self.duration('2', 2018), (1, False))

    def test_a_school_that_closed_did_not_leave(self):
        self.assertEqual(self.duration('6', 2019), (1, False))

    def test_the_lineage_goes_on_but_its_clock_had_stopped(self):
        self.assertEqual(self.duration('6', 2021), (1, False))

    def test_survival_is_not_known_of_fewer_than_twenty_schools(self):
        self.assertEqual([its.value for *_, its in work_out('engagement_survival_percent', self.hub, 2021)], [''] * 4)

    def test_survival_of_the_network(self):
        values = {breakdown: its.value for _, breakdown, its
                  in work_out('engagement_survival_percent', self.hub.whole, 2021)}
        self.assertAlmostEqual(values['1 year'], 75)
        self.assertAlmostEqual(values['5 years'], 37.5)

    def counts(self, name, year, phase='Total'):
        its = figure(name, self.hub, year, phase)
        return its.numerator, its.denominator

    def test_counts(self):
        for name, year, expected in (
                ('schools_engaged_percent', 2021, (3, 5)), ('pupils_reached_percent', 2021, (900, 1600)),
                ('schools_reengaged_percent', 2017, (1, 4)), ('schools_retained_percent', 2017, (3, 4)),
                ('long_engaged_schools_percent', 2021, (1, 3)), ('lineage_matched_percent', 2021, (1, 3)),
                ('single_advocate_percent', 2018, (0, 1)), ('survey_response_percent', 2016, (3, 4)),
                ('participants_per_school', 2016, (4, 4))):
            with self.subTest(name):
                self.assertEqual(self.counts(name, year), expected)

    def test_a_score_is_the_mean_of_schools(self):
        its = figure('acceptability_mean_score', self.hub, 2016)
        self.assertEqual(its.n, 2)
        self.assertAlmostEqual(its.value, (14 / 3 + 3) / 2)

    def test_ratios(self):
        self.assertEqual(figure('rural_reach_ratio', self.hub, 2016).value, 1 / .75)
        self.assertEqual(figure('disadvantage_reach_ratio', self.hub, 2016).value, 1)

    def test_representativeness(self):
        # engaged 1 2 3 5 of 1 2 3 4 5; thirds 1 1 2 2 3, and 3 is rural
        self.assertAlmostEqual(figure('representativeness_index', self.hub, 2016).value,
                               1 - (abs(2 / 4 - 2 / 5) + abs(1 / 4 - 1 / 5) * 2 + 1 / 5) / 2)

    def test_nothing_is_known_of_a_return_that_never_came(self):
        self.assertEqual(figure('pathway_schools_percent', self.hub, 2016).n, '')


if __name__ == '__main__':
    unittest.main()
