"""The statistics, each from its definition. Proportions and limits are between 0 and 1 here, not per cent.

Wilson 1927; Kish 1965 for the design effect; Katz et al. 1978; Kaplan and Meier 1958 with Greenwood's variance on
log(-log S); DerSimonian and Laird 1986 with the prediction interval of Higgins, Thompson and Spiegelhalter 2009.
"""
import functools
import math

Z = 1.959963984540054


def wilson(x, n, deff=1.0):
    p, x, n = x / n, x / deff, n / deff
    centre = (2 * x + Z * Z) / (2 * (n + Z * Z))
    half = Z * math.sqrt(Z * Z + 4 * x * (1 - p)) / (2 * (n + Z * Z))
    return max(0.0, centre - half), min(1.0, centre + half)


def design_effect(clusters):
    """From (x, n) pairs, one a cluster. A cluster that was asked for nothing is no cluster."""
    clusters = [(x, n) for x, n in clusters if n > 0]
    x, n, m = sum(c[0] for c in clusters), sum(c[1] for c in clusters), len(clusters)
    if m < 2 or x in (0, n):
        return 1.0
    p = x / n
    between = m / (m - 1) * math.fsum((xj - p * nj) ** 2 for xj, nj in clusters) / n ** 2
    return max(1.0, between / (p * (1 - p) / n))


def mean_of_means(means):
    """The mean with its limits by Student's t; one mean alone has none."""
    m = len(means)
    mean = math.fsum(means) / m
    if m < 2:
        return mean, '', ''
    half = t_quantile(m - 1) * math.sqrt(math.fsum((x - mean) ** 2 for x in means) / (m - 1) / m)
    return mean, mean - half, mean + half


def net_promoter(promoters, detractors, n):
    p, d = promoters / n, detractors / n
    half = 1.96 * 100 * math.sqrt(max(0.0, p + d - (p - d) ** 2) / n)
    return 100 * (p - d), 100 * (p - d) - half, 100 * (p - d) + half


def katz(a, m, b, n):
    """The ratio of a/m to b/n; without limits where nobody is in one of the numerators."""
    if not (m and n and b):
        return '', '', ''
    ratio = (a / m) / (b / n)
    if a == 0:
        return ratio, '', ''
    half = Z * math.sqrt(1 / a - 1 / m + 1 / b - 1 / n)
    return ratio, ratio * math.exp(-half), ratio * math.exp(half)


def kaplan_meier(durations, year):
    """S(year) with its limits from (years, event) pairs; who is lost to sight in a year is still at risk in it."""
    survival, greenwood = 1.0, 0.0
    for t in range(1, year + 1):
        at_risk = sum(years >= t for years, _ in durations)
        events = sum(years == t and event for years, event in durations)
        if events:
            survival *= 1 - events / at_risk
            greenwood += events / (at_risk * (at_risk - events)) if events < at_risk else math.inf
    if survival in (0.0, 1.0):
        return survival, '', ''
    half = Z * math.sqrt(greenwood) / abs(math.log(survival))
    return survival, survival ** math.exp(half), survival ** math.exp(-half)


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


def ntile(ordered, k):
    """Number each of the ordered things from 1 to k; the first groups are the larger by one, as in SQL."""
    size, larger = divmod(len(ordered), k)
    groups = [g + 1 for g in range(k) for _ in range(size + (g < larger))]
    return dict(zip(ordered, groups))


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
