"""The statistics, each from its definition. Proportions and limits are between 0 and 1 here, not per cent.

Wilson 1927; Kish 1965 for the design effect; Katz et al. 1978; Singer and Willett 2003 for the life table, with
Greenwood's variance on log(-log S); Newcombe 1998 (both papers); Welch 1947; DerSimonian and Laird 1986 with the
prediction interval of Higgins, Thompson and Spiegelhalter 2009; Spiegelhalter 2005 for over-dispersed funnels.
"""
import functools
import math

Z = 1.959963984540054


def wilson(x, n, deff=1.0):
    if x > n:
        return None, None
    p, x, n = x / n, x / deff, n / deff
    centre = (2 * x + Z * Z) / (2 * (n + Z * Z))
    half = Z * math.sqrt(Z * Z + 4 * x * (1 - p)) / (2 * (n + Z * Z))
    return max(0.0, centre - half), min(1.0, centre + half)


def design_effect(clusters):
    """From (x, n) pairs, one per cluster. A cluster with n = 0 does not count."""
    clusters = [(x, n) for x, n in clusters if n > 0]
    x, n, m = sum(c[0] for c in clusters), sum(c[1] for c in clusters), len(clusters)
    if m < 2 or not 0 < x < n:
        return 1.0
    p = x / n
    between = m / (m - 1) * math.fsum((xj - p * nj) ** 2 for xj, nj in clusters) / n ** 2
    return max(1.0, between / (p * (1 - p) / n))


def mean_of_means(means):
    """The mean with its limits by Student's t; one mean alone has none."""
    m = len(means)
    mean = math.fsum(means) / m
    if m < 2:
        return mean, None, None
    half = t_quantile(m - 1) * math.sqrt(math.fsum((x - mean) ** 2 for x in means) / (m - 1) / m)
    return mean, mean - half, mean + half


def net_promoter(promoters, detractors, n):
    p, d = promoters / n, detractors / n
    half = 1.96 * 100 * math.sqrt(max(0.0, p + d - (p - d) ** 2) / n)
    return 100 * (p - d), 100 * (p - d) - half, 100 * (p - d) + half


def katz(a, m, b, n):
    """The ratio of a/m to b/n; without limits where nobody is in one of the numerators."""
    if not (m and n and b):
        return None, None, None
    ratio = (a / m) / (b / n)
    if a == 0:
        return ratio, None, None
    half = Z * math.sqrt(1 / a - 1 / m + 1 / b - 1 / n)
    return ratio, ratio * math.exp(-half), ratio * math.exp(half)


def life_table(table):
    """S with its limits from (n at risk, d lost) of years 1 to t; without a value where nobody was at risk in one."""
    if any(n == 0 for n, _ in table):
        return None, None, None
    survival, greenwood = 1.0, 0.0
    for n, d in table:
        survival *= 1 - d / n
        greenwood += d / (n * (n - d)) if d < n else math.inf
    if survival in (0.0, 1.0):
        return survival, None, None
    half = Z * math.sqrt(greenwood) / abs(math.log(survival))
    return survival, survival ** math.exp(half), survival ** math.exp(-half)


def newcombe(first, second, phi=0.0):
    """The difference first - second with its limits; each a (p, lower, upper). Method 10 of both papers of 1998."""
    (p1, l1, u1), (p2, l2, u2) = first, second

    def distance(a, b):
        return math.sqrt(max(0.0, a * a - 2 * phi * a * b + b * b))
    return p1 - p2, p1 - p2 - distance(p1 - l1, u2 - p2), p1 - p2 + distance(u1 - p1, p2 - l2)


def phi_corrected(a, b, c, d):
    """Newcombe's phi of a table of pairs, corrected for continuity; 0 where it is undefined."""
    below = math.sqrt((a + b) * (c + d) * (a + c) * (b + d))
    if below == 0:
        return 0.0
    above = a * d - b * c
    if above > 0:
        above = max(0.0, above - (a + b + c + d) / 2)
    return above / below


def welch(first, second):
    """The difference of two means with its limits, from the values; none where a mean rests on one value."""
    (m1, v1), (m2, v2) = mean_and_error(first), mean_and_error(second)
    if v1 is None or v2 is None:
        return m1 - m2, None, None
    if v1 + v2 == 0:
        return m1 - m2, m1 - m2, m1 - m2
    df = (v1 + v2) ** 2 / (v1 * v1 / (len(first) - 1) + v2 * v2 / (len(second) - 1))
    half = t_quantile(df) * math.sqrt(v1 + v2)
    return m1 - m2, m1 - m2 - half, m1 - m2 + half


def mean_and_error(values):
    """The mean and the variance of the mean."""
    m = len(values)
    mean = math.fsum(values) / m
    return mean, math.fsum((x - mean) ** 2 for x in values) / (m - 1) / m if m > 1 else None


def funnel(pairs):
    """p0 and tau squared, from the (x, n) of all that is plotted, as FunnelPlotR has them: arcsine scale, z-scores
    winsorised at the tenth and ninetieth percentile."""
    p0 = sum(x for x, _ in pairs) / sum(n for _, n in pairs)
    target, weights = math.asin(math.sqrt(p0)), [4 * n for _, n in pairs]
    scores = [(math.asin(math.sqrt(x / n)) - target) * 2 * math.sqrt(n) for x, n in pairs]
    low, high = percentile(scores, 0.1), percentile(scores, 0.9)
    total, m = math.fsum(min(max(z, low), high) ** 2 for z in scores), len(pairs)
    if total <= m - 1:
        return p0, 0.0
    return p0, (total - (m - 1)) / (sum(weights) - sum(w * w for w in weights) / sum(weights))


def funnel_limits(p0, tau2, n, z):
    """The over-dispersed limits where tau squared is above 0, the plain ones where it is not."""
    if tau2 > 0:
        angle, half = math.asin(math.sqrt(p0)), z * math.sqrt(1 / (4 * n) + tau2)
        return math.sin(max(0.0, angle - half)) ** 2, math.sin(min(math.pi / 2, angle + half)) ** 2
    half = z * math.sqrt(p0 * (1 - p0) / n)
    return max(0.0, p0 - half), min(1.0, p0 + half)


def percentile(values, share):
    """As R's quantile of type 7."""
    values, at = sorted(values), (len(values) - 1) * share
    below = math.floor(at)
    above = min(below + 1, len(values) - 1)
    return values[below] + (at - below) * (values[above] - values[below])


def groups_of_equals(keyed, k):
    """1 + floor(k (r - 1) / N) for each of (key, value) pairs, r the rank of the value, ties sharing the smallest."""
    ordered, found, rank, last = sorted(keyed, key=lambda pair: pair[1]), {}, 0, None
    for i, (key, value) in enumerate(ordered):
        if value != last:
            rank, last = i, value
        found[key] = 1 + k * rank // len(ordered)
    return found


def prediction(pairs):
    """Pooled proportion, its 95% prediction interval, and tau, from (x, n) of three or more places."""
    pooled, error, tau2 = random_effects([logit(x, n) for x, n in pairs])
    half = t_quantile(len(pairs) - 2) * math.sqrt(tau2 + error ** 2)
    return expit(pooled), expit(pooled - half), expit(pooled + half), math.sqrt(tau2)


def random_effects(estimates):
    """DerSimonian and Laird's mean, its standard error and tau squared, from (estimate, variance) pairs."""
    w = [1 / v for _, v in estimates]
    fixed = weighted_mean(w, estimates)
    q = math.fsum(wi * (y - fixed) ** 2 for wi, (y, _) in zip(w, estimates))
    spread = math.fsum(w) - math.fsum(wi * wi for wi in w) / math.fsum(w)
    tau2 = max(0.0, (q - (len(w) - 1)) / spread)
    w = [1 / (v + tau2) for _, v in estimates]
    return weighted_mean(w, estimates), 1 / math.sqrt(math.fsum(w)), tau2


def weighted_mean(weights, estimates):
    return math.fsum(w * y for w, (y, _) in zip(weights, estimates)) / math.fsum(weights)


def logit(x, n):
    """The logit with its variance. Where nobody or everybody is counted, and only there, a half is added to both."""
    yes, no = (x, n - x) if 0 < x < n else (x + 0.5, n - x + 0.5)
    return math.log(yes / no), 1 / yes + 1 / no


def expit(y):
    return 1 / (1 + math.exp(-y))


def shannon(counts):
    """Shannon's entropy of the shares; divided by ln K it is Pielou's evenness."""
    n = sum(counts)
    return -math.fsum(c / n * math.log(c / n) for c in counts if c)


@functools.cache
def t_quantile(df):
    """The 97.5% point of Student's t. Newton's steps from below never overshoot, for the distribution is concave."""
    t, step = Z, 1.0
    while step > 1e-13 * t:
        step = (0.975 - t_distribution(t, df)) / t_density(t, df)
        t += step
    return t


def t_density(t, df):
    return math.exp(math.lgamma((df + 1) / 2) - math.lgamma(df / 2) - (df + 1) / 2 * math.log1p(t * t / df)
                    - math.log(df * math.pi) / 2)


def t_distribution(t, df):
    return 1 - incomplete_beta(df / 2, 0.5, df / (df + t * t)) / 2


def incomplete_beta(a, b, x):
    """Regularised, by its continued fraction (DLMF 8.17.22), worked out from the inside."""
    if x in (0, 1):
        return x
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(b, a, 1 - x)
    fraction = 1.0
    for i in range(300, 0, -1):
        fraction = 1 + beta_term(a, b, x, i) / fraction
    front = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)
    return math.exp(front) / a / fraction


def beta_term(a, b, x, i):
    m = i // 2
    if i % 2:
        return -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    return m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
