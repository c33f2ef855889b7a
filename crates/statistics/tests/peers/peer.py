"""The same figures by NumPy, SciPy, statsmodels and scikit-learn.

Reads one JSON list of cases from standard input, each with a "kind", and prints one JSON list of lists of numbers.
"""

import json
import sys

import numpy
import scipy.spatial.distance
import scipy.stats
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import cohens_kappa
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint
from statsmodels.stats.weightstats import CompareMeans, DescrStatsW


def sample(case):
    values = numpy.array(case["values"])
    return [
        numpy.mean(values),
        numpy.var(values, ddof=1),
        numpy.std(values, ddof=1),
        *DescrStatsW(values).tconfint_mean(alpha=1 - case["level"]),
        *(numpy.quantile(values, at, method="inverted_cdf") for at in (0.25, 0.5, 0.75)),
    ]


def paired(case):
    before, after = numpy.array(case["first"]), numpy.array(case["second"])
    result = scipy.stats.ttest_rel(after, before)
    low, high = result.confidence_interval(case["level"])
    return [numpy.mean(after - before), low, high, result.df]


def welch(case):
    first, second = DescrStatsW(case["first"]), DescrStatsW(case["second"])
    compared = CompareMeans(second, first)
    low, high = compared.tconfint_diff(alpha=1 - case["level"], usevar="unequal")
    result = scipy.stats.ttest_ind(case["second"], case["first"], equal_var=False)
    return [second.mean - first.mean, low, high, result.df]


def proportion(case):
    return [case["yes"] / case["n"], *proportion_confint(case["yes"], case["n"], alpha=1 - case["level"], method="wilson")]


def proportions(case):
    return confint_proportions_2indep(
        case["yes"][1], case["n"][1], case["yes"][0], case["n"][0], compare="diff", method="newcomb", alpha=1 - case["level"]
    )


def kappa(case):
    table = numpy.array(case["table"])
    answers = []
    for weights in (None, "linear", "quadratic"):
        result = cohens_kappa(table, wt=weights)
        margin = scipy.stats.norm.isf((1 - case["level"]) / 2) * result.std_kappa
        answers += [result.kappa, max(-1.0, result.kappa - margin), min(1.0, result.kappa + margin)]
        one, two = [], []
        for (row, column), count in numpy.ndenumerate(table):
            one += [row] * int(count)
            two += [column] * int(count)
        answers.append(cohen_kappa_score(one, two, weights=weights, labels=list(range(len(table)))))
    return answers


def gini(case):
    values = numpy.array(case["values"])
    apart = numpy.abs(values[:, None] - values[None, :])
    return [apart.mean() / (2 * values.mean())]


def spread(case):
    entropy = scipy.stats.entropy(case["counts"])
    return [entropy, scipy.stats.entropy(case["counts"], base=len(case["counts"])), numpy.exp(entropy)]


def representation(case):
    ours = numpy.array(case["ours"]) / sum(case["ours"])
    theirs = numpy.array(case["theirs"]) / sum(case["theirs"])
    return [1 - scipy.spatial.distance.cityblock(ours, theirs) / 2, numpy.min(ours[theirs > 0] / theirs[theirs > 0])]


def alpha(case):
    covariance = numpy.cov(numpy.array(case["rows"]), rowvar=False)
    questions = len(covariance)
    return [questions / (questions - 1) * (1 - numpy.trace(covariance) / covariance.sum())]


def quantiles(case):
    return [scipy.stats.norm.isf(case["tail"]), scipy.stats.t.isf(case["tail"], case["degrees"])]


KINDS = {
    "sample": sample,
    "paired": paired,
    "welch": welch,
    "proportion": proportion,
    "proportions": proportions,
    "kappa": kappa,
    "gini": gini,
    "spread": spread,
    "representation": representation,
    "alpha": alpha,
    "quantiles": quantiles,
}
print(json.dumps([[float(number) for number in KINDS[case["kind"]](case)] for case in json.load(sys.stdin)]))
